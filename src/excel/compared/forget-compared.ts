import { type FlagMark } from '../../core/import-store/flag-marks';
import { type ImportState } from '../../core/import-store/store-records';
import { addressesOf } from '../../core/sheet-plan/written/sheet-table';
import { FailureSignal } from '../requests/failures';
import { moveFlags, restoreFill, takeStrayFlags, type PlacedComment } from '../writing/flags';
import { FILL, fillOf } from '../reading/read-areas';
import { sendQueued } from '../requests/run-excel';
import { type JudgedCompared } from './judge-compared';

/** What is to be taken away of comparisons that are forgotten, besides the flags in their tables. */
export interface ForgottenFlags {
  readonly flags: readonly { readonly mark: FlagMark; readonly comment: PlacedComment; readonly cell: Excel.Range; readonly properties: OfficeExtension.ClientResult<Excel.CellProperties[][]> }[];
  readonly names: readonly Excel.NamedItem[];
}

/** Whether a flag was written for a comparison. Shape: `key` is the flag's place. */
export function isFlagOf(id: string, key: string): boolean {
  return key.startsWith(`${id}!`);
}

/**
 * Reads what comparisons that are to be forgotten have left outside their tables: flags that went along with rows moved away, and their hidden names. One sync.
 * Errors: signals `sheet-protected` where a flag could not be taken away.
 */
export async function readForgotten(context: Excel.RequestContext, state: ImportState, compared: readonly JudgedCompared[], comments: readonly PlacedComment[]): Promise<ForgottenFlags> {
  const flags = compared.flatMap((one) => {
    const { compared: { id }, table } = one;
    const marks = Object.entries(state.marks).filter(([key]) => isFlagOf(id, key));
    if (table?.isProtected === true && marks.length > 0) throw new FailureSignal({ code: 'sheet-protected', sheet: table.sheetName });
    const here = new Set(table === null ? [] : addressesOf(table).keys());
    return marks.flatMap(([key, mark]) => (here.has(key) ? [] : outsideFlag(context, one, mark, comments)));
  });
  const names = compared.map(({ compared: { rangeName } }) => context.workbook.names.getItemOrNullObject(rangeName));
  for (const name of names) name.load('name');
  await sendQueued(context);
  return { flags, names };
}

/** A flag that is not in its table any more: its note or comment says where it is. */
function outsideFlag(context: Excel.RequestContext, { table }: JudgedCompared, mark: FlagMark, comments: readonly PlacedComment[]): ForgottenFlags['flags'] {
  const comment = mark.kind === 'none' ? undefined : comments.find((one) => one.kind === mark.kind && (mark.id === null ? one.content === mark.text : one.id === mark.id));
  if (comment === undefined || comment.content !== mark.text) return [];
  const [row, column] = [comment.row - (table?.row ?? 0), comment.column - (table?.column ?? 0)];
  const isInside = table?.sheetName === comment.sheetName && table.fills[row]?.[column] !== undefined;
  if (isInside) return [];
  const cell = context.workbook.worksheets.getItem(comment.sheetName).getRangeByIndexes(comment.row, comment.column, 1, 1);
  return [{ mark, comment, cell, properties: cell.getCellProperties(FILL) }];
}

/** Reads what was written for an import's comparisons; gives the way to queue that all of it goes, but for what is stored of them. One sync. Errors: as `readForgotten`. */
export async function readForgettingAll(context: Excel.RequestContext, state: ImportState, compared: readonly JudgedCompared[], comments: readonly PlacedComment[]): Promise<() => void> {
  const left = await readForgotten(context, state, compared, comments);
  return () => {
    for (const { table } of compared) {
      if (table === null) continue;
      const strays = takeStrayFlags(context, table, state.marks, comments);
      moveFlags(context, strays.table, { flags: [], comments: strays.comments, marks: strays.marks, hasComments: true });
    }
    queueForgetting(left);
  };
}

/** Queues that all of it goes; the user's own fills come back. */
export function queueForgetting({ flags, names }: ForgottenFlags): void {
  for (const { mark, comment, cell, properties } of flags) {
    const fill = fillOf(properties.value[0]?.[0]?.format?.fill);
    if (mark.color !== null && fill?.color === mark.color) restoreFill(cell, mark.own);
    comment.comment.delete();
  }
  for (const name of names) if (!name.isNullObject) name.delete();
}
