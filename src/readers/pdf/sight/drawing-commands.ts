import { CommandTokens } from '../operators/command-tokens';
import { multiply } from '../text/turns';

/** A part of a colour that is at least this is full. */
const NEARLY_ALL = 0.99;

/** How wide a glyph is on average. Units: of the type size. */
const USUAL_GLYPH = 0.5;

/** How far above its baseline the middle of a line of text is. Units: of the type size. */
const MIDDLE_HEIGHT = 0.33;

interface Area {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

const NO_AREA: Readonly<Area> = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };

interface GraphicsState {
  readonly matrix: readonly number[];
  readonly isWhite: boolean;
  readonly isUnpainted: boolean;
  readonly size: number;
  readonly leading: number;
}

const INITIAL: GraphicsState = { matrix: [1, 0, 0, 1, 0, 0], isWhite: false, isUnpainted: false, size: 0, leading: 0 };

/** What a content stream does with text that may not be seen: shows it; leaves white or no paint behind for streams that go on where it ends; or neither. */
export type Hiding = 'shows' | 'leaves' | 'none';

/**
 * Whether the drawing commands of a content stream show text that may not be seen: without paint, or in white where they have painted nothing
 * else before. It looks at places and colours only, much faster than pdf.js's drawing list, which decides about what is found here.
 * A form that is drawn in white or without paint counts as such text.
 */
export function lookForHiddenText(commands: Uint8Array): Hiding {
  return new DrawingCommands(commands).lookForHiddenText();
}

class DrawingCommands {
  private readonly tokens: CommandTokens;
  private readonly painted: Readonly<Area>[] = [];
  private readonly stack: GraphicsState[] = [];
  private state = INITIAL;
  private path: Area = { ...NO_AREA };
  /** The line's own directions, where it starts, and how far the text has come on it. */
  private turn: readonly number[] = [1, 0, 0, 1];
  private x = 0;
  private y = 0;
  private advance = 0;

  constructor(commands: Uint8Array) {
    this.tokens = new CommandTokens(commands);
  }

  lookForHiddenText(): Hiding {
    for (let operator = this.tokens.next(); operator !== null; operator = this.tokens.next()) {
      if (this.execute(operator)) return 'shows';
      this.tokens.clear();
    }
    return [this.state, ...this.stack].some((state) => state.isWhite || state.isUnpainted) ? 'leaves' : 'none';
  }

  /** Carries out an operator; true when it shows text that may not be seen. */
  private execute(operator: string): boolean {
    const { numbers } = this.tokens;
    const a = numbers[0] as number;
    const b = numbers[1] as number;
    switch (operator) {
      case 'Td':
        this.moveLine(a, b);
        return false;
      case 'Tj':
      case 'TJ':
        return this.showText();
      case "'":
      case '"':
        this.moveLine(0, -this.state.leading);
        return this.showText();
      case 'Tm':
        this.startLine(numbers.slice(0, 4), numbers[4] as number, numbers[5] as number);
        return false;
      case 'T*':
        this.moveLine(0, -this.state.leading);
        return false;
      case 'TD':
        this.state = { ...this.state, leading: -b };
        this.moveLine(a, b);
        return false;
      case 'BT':
        this.startLine([1, 0, 0, 1], 0, 0);
        return false;
      case 'TL':
        this.state = { ...this.state, leading: a };
        return false;
      case 'Tf':
        this.state = { ...this.state, size: a };
        return false;
      case 'Tr':
        this.state = { ...this.state, isUnpainted: a === 3 || a === 7 };
        return false;
      case 'Do':
        return this.state.isWhite || this.state.isUnpainted;
      case 'q':
        this.stack.push(this.state);
        return false;
      case 'Q':
        this.state = this.stack.pop() ?? this.state;
        return false;
      case 'cm':
        this.state = { ...this.state, matrix: multiply(this.state.matrix, numbers) };
        return false;
      case 'ID':
        this.tokens.skipPicture();
        return false;
      default:
        if (!this.extendPath(operator)) this.changeColour(operator);
        return false;
    }
  }

  /** Whether the operator draws a path. */
  private extendPath(operator: string): boolean {
    const { numbers } = this.tokens;
    const a = numbers[0] as number;
    const b = numbers[1] as number;
    const c = numbers[2] as number;
    const d = numbers[3] as number;
    switch (operator) {
      case 'm':
      case 'l':
        this.addPoint(a, b);
        return true;
      case 'c':
        this.addPoint(numbers[4] as number, numbers[5] as number);
        this.addPoint(c, d);
        this.addPoint(a, b);
        return true;
      case 'v':
      case 'y':
        this.addPoint(a, b);
        this.addPoint(c, d);
        return true;
      case 're':
        this.addPoint(a, b);
        this.addPoint(a + c, b + d);
        return true;
      case 'f':
      case 'F':
      case 'f*':
      case 'B':
      case 'B*':
      case 'b':
      case 'b*':
        if (!this.state.isWhite && this.path.left <= this.path.right) this.painted.push(moved(this.path, this.state.matrix));
        this.path = { ...NO_AREA };
        return true;
      case 'n':
      case 'S':
      case 's':
        this.path = { ...NO_AREA };
        return true;
      default:
        return false;
    }
  }

  /** Sets the fill. "1 scn" is no white: it is the full tint of a single ink, nearly always black. */
  private changeColour(operator: string): void {
    if (operator === 'g') this.fill(this.isFull(1));
    else if (operator === 'rg') this.fill(this.isFull(3));
    else if (operator === 'k') this.fill(this.isEmpty());
    else if (operator === 'cs') this.fill(false);
    else if (operator === 'sc') this.fill(this.isFull(1) || this.isFull(3) || this.isEmpty());
    else if (operator === 'scn') this.fill(this.isFull(3) || this.isEmpty());
  }

  private isFull(parts: number): boolean {
    return this.tokens.count === parts && this.tokens.numbers.slice(0, parts).every((part) => part >= NEARLY_ALL);
  }

  private isEmpty(): boolean {
    return this.tokens.count === 4 && this.tokens.numbers.slice(0, 4).every((part) => part === 0);
  }

  /** Moves over the text that an operator shows; true when it may not be seen. */
  private showText(): boolean {
    const { glyphs, space } = this.tokens;
    const { size, isWhite, isUnpainted } = this.state;
    const start = this.advance + space * size;
    const width = glyphs * USUAL_GLYPH * size;
    this.advance = start + width;
    if (glyphs === 0) return false;
    return isUnpainted || (isWhite && !(this.isPainted(start + Math.min(width / 2, size / 4)) && this.isPainted(start + width / 2)));
  }

  /** Whether anything but white has been painted at a place of the line. */
  private isPainted(along: number): boolean {
    const [, , , , x = 0, y = 0] = multiply(multiply(this.state.matrix, [...this.turn, this.x, this.y]), [1, 0, 0, 1, along, MIDDLE_HEIGHT * this.state.size]);
    return this.painted.some((area) => x >= area.left && x <= area.right && y >= area.bottom && y <= area.top);
  }

  private fill(isWhite: boolean): void {
    if (isWhite !== this.state.isWhite) this.state = { ...this.state, isWhite };
  }

  private startLine(turn: readonly number[], x: number, y: number): void {
    this.turn = turn;
    this.x = x;
    this.y = y;
    this.advance = 0;
  }

  private moveLine(x: number, y: number): void {
    const [a = 1, b = 0, c = 0, d = 1] = this.turn;
    this.x += a * x + c * y;
    this.y += b * x + d * y;
    this.advance = 0;
  }

  private addPoint(x: number, y: number): void {
    const { path } = this;
    if (x < path.left) path.left = x;
    if (x > path.right) path.right = x;
    if (y < path.bottom) path.bottom = y;
    if (y > path.top) path.top = y;
  }
}

function moved({ left, bottom, right, top }: Readonly<Area>, matrix: readonly number[]): Readonly<Area> {
  const corners = [[left, bottom], [right, bottom], [left, top], [right, top]].map(([x = 0, y = 0]) => multiply(matrix, [1, 0, 0, 1, x, y]));
  const [xs, ys] = [corners.map((corner) => corner[4] ?? 0), corners.map((corner) => corner[5] ?? 0)];
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}
