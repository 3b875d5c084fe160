import { type Area } from '../cells/address';
import { type Scalar } from '../cells/value';
import { type SheetModel, type Visibility } from './sheet';
import { type TableModel } from './tables/table';

/** Who changed the workbook. */
export type Actor = 'addIn' | 'user' | 'coauthor';

export type CellsChangeType = 'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted' | 'CellInserted' | 'CellDeleted';

/** What happened to the workbook; views and event subscriptions follow it. Shape: `before` and `after` are the values of a single cell; asking for `after` calculates the workbook. */
export type ModelChange =
  | { readonly kind: 'cells'; readonly sheet: SheetModel; readonly area: Area; readonly changeType: CellsChangeType; readonly actor: Actor; readonly before?: Scalar; readonly after?: () => Scalar }
  | { readonly kind: 'format'; readonly sheet: SheetModel; readonly area: Area; readonly actor: Actor }
  | { readonly kind: 'rowsSorted'; readonly sheet: SheetModel; readonly area: Area; readonly actor: Actor }
  | { readonly kind: 'layout'; readonly sheet: SheetModel }
  | { readonly kind: 'calculated'; readonly sheet: SheetModel; readonly area: Area; readonly keys: readonly number[] }
  | { readonly kind: 'sheetAdded'; readonly sheet: SheetModel; readonly actor: Actor }
  | { readonly kind: 'sheetDeleted'; readonly sheet: SheetModel; readonly actor: Actor }
  | { readonly kind: 'sheetActivated'; readonly sheet: SheetModel; readonly previous: SheetModel | null }
  | { readonly kind: 'sheetRenamed'; readonly sheet: SheetModel; readonly before: string; readonly actor: Actor }
  | { readonly kind: 'sheetMoved'; readonly sheet: SheetModel; readonly before: number; readonly after: number; readonly actor: Actor }
  | { readonly kind: 'sheetVisibility'; readonly sheet: SheetModel; readonly before: Visibility; readonly actor: Actor }
  | { readonly kind: 'protection'; readonly sheet: SheetModel; readonly actor: Actor }
  | { readonly kind: 'selection'; readonly sheet: SheetModel; readonly area: Area; readonly previous: Area; readonly actor: Actor }
  | { readonly kind: 'tableAdded' | 'tableDeleted' | 'tableRestyled'; readonly table: TableModel; readonly actor: Actor }
  | { readonly kind: 'comment'; readonly commentId: string; readonly happening: 'Added' | 'Deleted' | 'Changed'; readonly sheet: SheetModel; readonly actor: Actor }
  | { readonly kind: 'conditionalFormats'; readonly sheet: SheetModel }
  | { readonly kind: 'charts'; readonly sheet: SheetModel }
  | { readonly kind: 'names' }
  /** Formulas of these sheets now read differently, because what they point at moved or got another name. */
  | { readonly kind: 'formulas'; readonly sheets: readonly SheetModel[] };
