import { type Accounting, type UnaccountedFigure } from '../../budget/accounting';
import { type Agreement, type Unread } from '../../budget/agreement';
import { placeOf } from '../../budget/position';
import { type TextLine } from '../lines/document-text';
import { positionOf } from '../lines/running-text';
import { type ClaimKind, type Claims, collectClaims, isInWords, takeClaim } from './claims';
import { figuresOfLine, type LineFigure } from './line-figures';
import { printedNumbers } from './printed-numbers';
import { provenRunningLines } from './running-lines';
import { tableLines } from './table-lines';

/** A row whose figures wrap claims them from a line so near. */
const NEAR_LINES = 8;
/** No more of a line is quoted than this. */
const MAX_QUOTE = 300;

/** A figure of a line that the line's own claims do not cover. */
interface OpenFigure {
  readonly figure: LineFigure;
  readonly index: number;
}

/**
 * The agreement with the account of every number that its document's body prints, and an entry of `unread` for each line with figures that stand nowhere.
 * `aside` are the lines that were taken for running heads and feet: what does not repeat among them is accounted for like the body.
 * Pure and linear; by place and digits alone, so that it does not depend on how anything was read.
 */
export function withAccounting(agreement: Agreement, body: readonly TextLine[], aside: readonly TextLine[]): Agreement {
  const { proven, doubtful } = provenRunningLines(aside);
  const lines = doubtful.length === 0 ? body : [...body, ...doubtful];
  const running = proven.reduce((sum, { text }) => sum + printedNumbers(text).length, 0);
  const claims = collectClaims(agreement);
  const tables = tableLines(claims.tables, lines);
  const counts: Record<ClaimKind | 'notMoney', number> = { inModel: 0, inTables: 0, inProse: 0, inUnread: 0, notMoney: 0 };
  const open: OpenFigure[] = [];
  lines.forEach((line, index) => {
    const place = placeOf(line);
    for (const figure of figuresOfLine(line, lines[index + 1], tables.placeAt(index))) {
      const kind = takeClaim(claims, place, figure.key);
      if (kind !== undefined) counts[kind] += 1;
      else if (figure.isMoney) open.push({ figure, index });
      else counts.notMoney += 1;
    }
  });
  const lost = open.filter(({ figure, index }) => {
    const place = placeOf(lines[index] ?? { page: null, line: 0 });
    const near = takeNearClaim(claims, place, figure.key);
    if (near !== undefined) counts[near] += 1;
    else if (!figure.isCell && isInWords(claims, place, figure.key)) counts.notMoney += 1;
    else return true;
    return false;
  });
  counts.inUnread += lost.length;
  const unaccounted = lost.map(({ figure, index }) => toUnaccounted(figure, lines[index], tables.initiativeAt(index)));
  const accounting: Accounting = { figures: Object.values(counts).reduce((sum, count) => sum + count, 0), ...counts, running, unaccounted };
  return { ...agreement, accounting, unread: [...agreement.unread, ...toUnread(lost, lines)].sort((a, b) => placeOf(a.position) - placeOf(b.position)) };
}

/** A claim on the same digits that no number of its own line took. */
function takeNearClaim(claims: Claims, place: number, key: string): ClaimKind | undefined {
  for (let step = 1; step <= NEAR_LINES; step += 1) {
    const kind = takeClaim(claims, place - step, key) ?? takeClaim(claims, place + step, key);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

function toUnaccounted(figure: LineFigure, line: TextLine | undefined, initiative: number | null): UnaccountedFigure {
  if (line === undefined) throw new Error('A figure without a line');
  return { text: figure.text, initiative, position: positionOf(line) };
}

/** One entry a line. */
function toUnread(lost: readonly OpenFigure[], lines: readonly TextLine[]): Unread[] {
  return [...new Set(lost.map(({ index }) => index))].flatMap((index): Unread[] => {
    const line = lines[index];
    return line === undefined ? [] : [{ text: line.text.trim().slice(0, MAX_QUOTE), reason: 'unaccounted', position: positionOf(line) }];
  });
}
