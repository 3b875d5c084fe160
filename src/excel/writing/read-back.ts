import { FailureSignal } from '../requests/failures';
import { COUNTED_BYTES, RequestBudget } from '../requests/run-excel';
import { isWritten } from './write-cells';

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

  /** A budget for what is written, each piece of which is read with the next one's request. */
  budget(context: Excel.RequestContext): RequestBudget {
    return new RequestBudget(context, COUNTED_BYTES, () => this.queue());
  }

  /** Sees, after the sync that followed, that every cell stands as it was meant. Errors: signals `write-not-confirmed` of this sheet where one does not. */
  confirm(sheet: string): void {
    const isConfirmed = this.unread.length === 0 && this.pending.every(({ range, expected }) => isWritten(range.values as unknown[][] | null, expected));
    if (!isConfirmed) throw new FailureSignal({ code: 'write-not-confirmed', sheet });
  }
}
