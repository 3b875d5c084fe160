import { type SheetModel } from './sheet';

/** A comment on a cell, or a note: the older kind, without answers, that an add-in sees in Excel's own list of notes only. */
export interface CommentModel {
  readonly id: string;
  sheet: SheetModel;
  row: number;
  column: number;
  content: string;
  readonly author: string;
  readonly created: string;
  isResolved: boolean;
  readonly isNote?: boolean;
}
