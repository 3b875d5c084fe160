import { type SheetModel } from './sheet';

/** A comment on a cell. */
export interface CommentModel {
  readonly id: string;
  sheet: SheetModel;
  row: number;
  column: number;
  content: string;
  readonly author: string;
  readonly created: string;
  isResolved: boolean;
}
