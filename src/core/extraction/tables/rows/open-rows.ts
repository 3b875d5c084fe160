/** Rows that may be added, or a sum of such: their figures as whole last digits, and how high the sum stands. */
export interface Addend {
  readonly values: readonly number[];
  readonly level: number;
}

/**
 * The rows of a table that no sum has taken yet, the last on top. Which of them a row adds up is looked up by their running sums, so that
 * a long table is gone through once.
 */
export class OpenRows {
  private readonly addends: Addend[] = [];
  /** The sum of all before each row, and behind the last; anew behind a figure too large to be added. */
  private readonly sums: (readonly number[])[];
  /** By row: from where on its sums go. */
  private readonly floors: number[] = [0];
  private readonly places = new Map<string, number[]>();
  private plain = 0;

  constructor(private readonly columns: number) {
    this.sums = [new Array<number>(columns).fill(0)];
    this.note(0);
  }

  get length(): number {
    return this.addends.length;
  }

  /** How many of the open rows are no sums themselves. */
  get plainCount(): number {
    return this.plain;
  }

  push(addend: Addend): void {
    const sum = plus(this.sums[this.length] ?? [], addend.values, 1);
    const isExact = sum.every((value) => Number.isSafeInteger(value));
    this.addends.push(addend);
    if (addend.level === 0) this.plain += 1;
    this.sums.push(isExact ? sum : new Array<number>(this.columns).fill(0));
    this.floors.push(isExact ? (this.floors[this.length - 1] ?? 0) : this.length);
    this.note(this.length);
  }

  /** The last so many rows. */
  last(count: number): readonly Addend[] {
    return this.addends.slice(this.length - count);
  }

  all(): readonly Addend[] {
    return this.addends;
  }

  /** Takes the last so many rows away. */
  drop(count: number): void {
    for (let left = count; left > 0; left -= 1) {
      this.places.get(keyOf(this.sums[this.length] ?? []))?.pop();
      this.sums.pop();
      this.floors.pop();
      if (this.addends.pop()?.level === 0) this.plain -= 1;
    }
  }

  /** How many of the last rows a row adds up: the fewest that fit, two at least, or one that is itself a sum; 0 when none do. */
  summedBy(own: readonly number[]): number {
    const last = this.addends[this.length - 1];
    if (last === undefined) return 0;
    const places = this.places.get(keyOf(plus(this.sums[this.length] ?? [], own, -1))) ?? [];
    const latest = this.length - (last.level === 0 ? 2 : 1);
    for (let index = places.length - 1; index >= 0; index -= 1) {
      const place = places[index] ?? 0;
      if (place < (this.floors[this.length] ?? 0)) return 0;
      if (place <= latest) return this.length - place;
    }
    return 0;
  }

  private note(place: number): void {
    const key = keyOf(this.sums[place] ?? []);
    const places = this.places.get(key);
    if (places === undefined) this.places.set(key, [place]);
    else places.push(place);
  }
}

function plus(sum: readonly number[], values: readonly number[], sign: number): number[] {
  return sum.map((value, column) => value + sign * (values[column] ?? 0));
}

function keyOf(sum: readonly number[]): string {
  return sum.join(' ');
}
