import { type Area } from '../../../spreadsheet/cells/address';
import { failures } from '../../../spreadsheet/model/failure';
import { type UndoHistory } from '../../../spreadsheet/model/history/undo-history';
import { type SheetModel } from '../../../spreadsheet/model/sheet';
import { type LiveRange, type WorkbookModel } from '../../../spreadsheet/model/workbook';
import { type HostObject } from './host-object';
import { type Platform, canBeUndone } from './undo-support';

/** What one add-in has open in the workbook: the ranges it holds on to and the events it listens to. */
export class Session {
  readonly references = new Map<string, HostObject>();
  readonly subscriptions = new Map<string, number>();
  areEventsEnabled = true;
  /** Nobody is signed in here, as in an Excel without an account. */
  author = '';
  private lastReference = 0;
  private passing: LiveRange[] = [];

  constructor(readonly workbook: WorkbookModel, private readonly history: UndoHistory, private readonly platform: () => Platform) {}

  /** Calls or sets a member: one that cannot be undone clears the undo stack, what it did stays out of the next step, and it is refused where steps are merged. */
  perform<T>(member: string, act: () => T): T {
    if (canBeUndone(member, this.platform())) return act();
    if (this.history.isGrouping) throw failures.undoNotSupported(member);
    const result = act();
    this.history.clear();
    return result;
  }

  /** A range that moves with its cells until the request ends, or longer when it is kept. */
  liveRange(sheet: SheetModel, area: Area): LiveRange {
    const range: LiveRange = { sheet, area };
    this.workbook.liveRanges.add(range);
    this.passing.push(range);
    return range;
  }

  keep(object: HostObject, range: LiveRange): string {
    this.lastReference += 1;
    const id = `R${this.lastReference}`;
    this.references.set(id, object);
    this.passing = this.passing.filter((other) => other !== range);
    return id;
  }

  release(id: string, range: LiveRange | null): void {
    this.references.delete(id);
    if (range) this.workbook.liveRanges.delete(range);
  }

  endRequest(): void {
    for (const range of this.passing) this.workbook.liveRanges.delete(range);
    this.passing = [];
  }

  isSubscribed(eventType: number, targetId: string): boolean {
    return (this.subscriptions.get(`${eventType}|${targetId}`) ?? 0) > 0;
  }

  subscribe(eventType: number, targetId: string, change: 1 | -1): void {
    const key = `${eventType}|${targetId}`;
    this.subscriptions.set(key, Math.max(0, (this.subscriptions.get(key) ?? 0) + change));
  }
}
