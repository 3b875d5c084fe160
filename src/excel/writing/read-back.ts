/** Cells that were written, and what they must hold. */
interface WrittenCells {
  readonly range: () => Excel.Range;
  readonly expected: readonly (readonly unknown[])[];
}

/** What an action has written and reads back, because nothing counts as written that does not stand. What is sent in pieces is read piece by piece, each with the next one's request. */
export class ReadBack {
  private unread: WrittenCells[] = [];
  private readonly pending: { readonly range: Excel.Range; readonly expected: WrittenCells['expected'] }[] = [];

  /** Notes cells whose values were queued. Shape: `range` makes the range anew, for one that was written to would answer with what was written. */
  note(range: () => Excel.Range, expected: WrittenCells['expected']): void {
    this.unread.push({ range, expected });
  }

  /** Queues that everything is read that was noted since the last time. */
  queue(): void {
    for (const { range, expected } of this.unread.splice(0)) {
      const found = range();
      found.load('values');
      this.pending.push({ range: found, expected });
    }
  }

  /** Whether, after the sync that followed, every cell stands as it was meant. */
  isConfirmed(): boolean {
    return this.unread.length === 0 && this.pending.every(({ range, expected }) => standsAs(range.values as unknown[][] | null, expected));
  }
}

function standsAs(values: readonly (readonly unknown[])[] | null, expected: WrittenCells['expected']): boolean {
  return values !== null && values.length === expected.length && expected.every((row, index) => row.every((cell, column) => values[index]?.[column] === cell));
}
