import { FRONT_NAME, frontColumns, frontKeys, frontLanguage } from '../../core/sheet-plan/front/front-columns';
import { type Language } from '../../core/sheet-plan/plan';

/** Rows and columns beyond its own that are looked at, so that what somebody wrote beside and below it is seen. */
const MARGIN = 10;

/** The front sheet, queued to be read. */
export interface FrontQuery {
  readonly name: Excel.NamedItem;
  readonly head: Excel.Range;
  readonly worksheet: Excel.Worksheet;
  readonly window: Excel.Range;
}

/** Queues that the front sheet is read. Shape: `rows` are the agreements that it may show. */
export function queryFront(context: Excel.RequestContext, rows: number): FrontQuery {
  const name = context.workbook.names.getItemOrNullObject(FRONT_NAME);
  name.load('formula');
  const head = name.getRangeOrNullObject();
  head.load('rowIndex,columnIndex');
  const { worksheet } = head;
  worksheet.load('id,name');
  worksheet.protection.load('protected');
  const window = head.getResizedRange(rows + MARGIN, frontColumns('da').length - 1 + MARGIN);
  window.load('values,formulas');
  return { name, head, worksheet, window };
}

/**
 * The front sheet as it stands. Shape: `row` and `column` name its first heading, 0-based; `keys` run over the columns that were looked at, null for
 * one that is not the front's; `rows` are what stands below the headings.
 */
export interface Front {
  readonly sheetId: string;
  readonly sheetName: string;
  readonly isProtected: boolean;
  readonly row: number;
  readonly column: number;
  readonly keys: readonly (string | null)[];
  readonly language: Language;
  readonly rows: readonly FrontLine[];
}

/** A row below the front's headings. Shape: `id` is the import's; empty for a row of nobody's or somebody else's. */
export interface FrontLine {
  readonly id: string;
  readonly values: readonly unknown[];
  readonly formulas: readonly unknown[];
}

/** What a query found: a front sheet; none, and whether its name points at nothing because the sheet was deleted; or something of the user's under its name. */
export type FoundFront = Front | { readonly none: 'absent' | 'deleted' | 'taken' };

/** Whether there is a front sheet. */
export function isFront(found: FoundFront): found is Front {
  return 'rows' in found;
}

/** The front sheet that was queried. */
export function resolveFront({ name, head, worksheet, window }: FrontQuery): FoundFront {
  if (name.isNullObject) return { none: 'absent' };
  if (head.isNullObject) return { none: String(name.formula).includes('#REF!') ? 'deleted' : 'taken' };
  const [headers = [], ...values] = (window.values as unknown[][] | null) ?? [];
  const [, ...formulas] = (window.formulas as unknown[][] | null) ?? [];
  const keys = frontKeys(headers);
  const id = keys.indexOf('id');
  if (keys[0] !== 'title' || id < 0) return { none: 'taken' };
  const rows = values.map((line, index): FrontLine => ({ id: String(line[id] ?? ''), values: line, formulas: formulas[index] ?? [] }));
  return { sheetId: worksheet.id, sheetName: worksheet.name, isProtected: worksheet.protection.protected, row: head.rowIndex, column: head.columnIndex, keys, language: frontLanguage(headers), rows };
}
