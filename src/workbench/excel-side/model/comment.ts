import { type SheetModel } from './sheet';

/** A comment on a cell. */
export interface CommentModel {
  readonly id: string;
  readonly sheet: SheetModel;
  row: number;
  column: number;
  content: string;
  readonly author: string;
  readonly created: string;
  isResolved: boolean;
}
