import { appendDecision, findBrokenRow, type DecisionEntry, type LogRow } from '../../core/reconciliation/acceptances';
import { cellEntry, cleanCellText } from '../../core/sheet-plan/cell-entry';
import { LOG_TABLE, logCells, logColumns, logHeading, logLanguage, logSheetName, parseLog } from '../../core/sheet-plan/sheets/log-sheet';
import { freeSheetName } from '../../core/sheet-plan/names';
import { type Language, type PlanCell, type PlannedSheet } from '../../core/sheet-plan/plan';
import { FailureSignal, type WorkbookOutcome } from '../requests/failures';
import { flagComment } from '../../core/import-store/flag-marks';
import { sha256Hex } from './sha256';
import { undoSheet } from '../removal/undo-writing';
import { runExcel, type RunSettings } from '../requests/run-excel';
import { columnWidthPoints, queueValues } from '../writing/write-cells';

/** First row of the log's table, below its heading. Shape: 0-based. */
const TABLE_ROW = 2;

/** What is queued to read the log; turn it into rows with `resolveLog` after the next sync. */
export interface LogQuery {
  readonly table: Excel.Table;
  readonly header: Excel.Range;
  readonly body: Excel.Range;
  readonly worksheet: Excel.Worksheet;
}

/** The log as it stands. Shape: `rows` end where the chain of hashes breaks, `brokenRow` is that row's index; `place` is null without a log. */
export interface DecisionLog {
  readonly rows: readonly LogRow[];
  readonly brokenRow: number | null;
  readonly place: { readonly sheetName: string; readonly sheetId: string; readonly row: number; readonly column: number; readonly rowCount: number; readonly isProtected: boolean; readonly language: Language } | null;
}

/** Queues that the log is read. */
export function queryLog(context: Excel.RequestContext): LogQuery {
  const table = context.workbook.tables.getItemOrNullObject(LOG_TABLE);
  table.load('name');
  const header = table.getHeaderRowRange();
  header.load('values');
  const body = table.getDataBodyRange();
  body.load('values,rowIndex,columnIndex');
  const { worksheet } = table;
  worksheet.load('name,id');
  worksheet.protection.load('protected');
  return { table, header, body, worksheet };
}

/** The log that was queried. A row that was changed after it was written counts as nothing, and so do those behind it. */
export async function resolveLog({ table, header, body, worksheet }: LogQuery): Promise<DecisionLog> {
  if (table.isNullObject) return { rows: [], brokenRow: null, place: null };
  const values = body.values as unknown[][];
  const headers = (header.values[0] ?? []).map(String);
  const rows = parseLog(headers, values);
  const broken = await findBrokenRow(rows, sha256Hex);
  return {
    rows: broken === null ? rows : rows.slice(0, broken),
    brokenRow: broken,
    place: { sheetName: worksheet.name, sheetId: worksheet.id, row: body.rowIndex, column: body.columnIndex, rowCount: values.length, isProtected: worksheet.protection.protected, language: logLanguage(headers) },
  };
}

/** A decision without the name of the person, which Excel tells while it is recorded. */
export type UnsignedDecision = Omit<DecisionEntry, 'by'>;

/** What recording may leave when it fails. Shape: `isNew` when the log's sheet is made for it; `signature` is the comment that tells who decides. */
export interface LogAttempt {
  readonly sheetName: string;
  readonly language: Language;
  readonly isNew: boolean;
  readonly signature: string;
}

/** How decisions are recorded. */
export interface RecordSettings {
  /** The language of a log that is made now; one that is there keeps its own. */
  readonly language: Language;
  /** Who decides, where Excel does not tell. */
  readonly signer: string | null;
  /** Called before the log is touched. */
  readonly onBegin: (attempt: LogAttempt) => void;
  /** Called before the rows are queued, so that what they tell of goes before them in the same request. */
  readonly onBeforeRows?: () => Promise<void>;
  /** Called with the rows before they are sent, so that what depends on them goes with them. */
  readonly onRows: (rows: readonly LogRow[]) => Promise<void>;
}

/**
 * Appends decisions to the log, and makes the log when there is none; answers who made them. Three syncs more than the reading.
 * Errors: signals `sheet-protected`; `log-changed` when the log's chain is broken; `signer-needed` when nobody tells who decides, with the workbook as
 * it was; `write-not-confirmed` when a row does not read back.
 */
export async function recordDecisions(context: Excel.RequestContext, log: DecisionLog, decisions: readonly UnsignedDecision[], settings: RecordSettings): Promise<string> {
  if (log.place?.isProtected === true) throw new FailureSignal({ code: 'sheet-protected', sheet: log.place.sheetName });
  if (log.place !== null && log.brokenRow !== null) throw new FailureSignal({ code: 'log-changed', sheet: log.place.sheetName, row: log.place.row + log.brokenRow + 1 });
  const { worksheets, comments } = context.workbook;
  const language = log.place?.language ?? settings.language;
  worksheets.load('items/name');
  await context.sync();
  const sheetName = log.place?.sheetName ?? freeSheetName(logSheetName(language), worksheets.items.map(({ name }) => name));
  const attempt: LogAttempt = { sheetName, language, isNew: log.place === null, signature: flagComment(decisions[0]?.decision ?? 'accept') };
  settings.onBegin(attempt);
  const sheet = log.place === null ? createLogSheet(worksheets, sheetName, language) : worksheets.getItem(sheetName);
  const signature = comments.add(sheet.getRangeByIndexes(0, logColumns(language).length, 1, 1), attempt.signature);
  signature.load('authorName');
  await context.sync();
  const by = signature.authorName.trim() === '' ? cleanCellText(settings.signer ?? '').trim() : signature.authorName;
  signature.delete();
  if (by === '') {
    if (log.place === null) sheet.delete();
    await context.sync();
    throw new FailureSignal({ code: 'signer-needed' });
  }
  const added = await appendAll(log.rows, decisions, by);
  const entries = added.map((row) => logCells(row, language).map(cellEntry));
  const width = logColumns(language).length;
  const place = log.place ?? { row: TABLE_ROW + 1, column: 0, rowCount: 0 };
  await settings.onBeforeRows?.();
  if (log.place !== null) context.workbook.tables.getItem(LOG_TABLE).rows.add(undefined, entries.map((row) => row.map(() => '')));
  const target = sheet.getRangeByIndexes(place.row + place.rowCount, place.column, entries.length, width);
  target.numberFormat = entries.map((row) => row.map(({ format }) => format));
  target.values = entries.map((row) => row.map(({ written }) => written));
  if (log.place === null) {
    const table = sheet.tables.add(sheet.getRangeByIndexes(TABLE_ROW, 0, 1 + entries.length, width), true);
    table.name = LOG_TABLE;
    table.style = 'TableStyleLight9';
    sheet.freezePanes.freezeRows(TABLE_ROW + 1);
  }
  target.load('values');
  await settings.onRows(added);
  await context.sync();
  const found = target.values as unknown[][] | null;
  if (!entries.every((row, index) => row.every(({ expected }, column) => found?.[index]?.[column] === expected))) throw new FailureSignal({ code: 'write-not-confirmed', sheet: sheetName });
  return by;
}

/** The rows that the decisions add to the log, each with the hash of the row before. */
async function appendAll(rows: readonly LogRow[], decisions: readonly UnsignedDecision[], by: string): Promise<LogRow[]> {
  const clean = (text: string | null): string | null => (text === null ? null : cleanCellText(text));
  let all = [...rows];
  for (const decision of decisions) {
    const entry: DecisionEntry = { ...decision, reason: cleanCellText(decision.reason), initiative: clean(decision.initiative), label: clean(decision.label), by };
    all = await appendDecision(all, entry, sha256Hex);
  }
  return all.slice(rows.length);
}

function createLogSheet(worksheets: Excel.WorksheetCollection, name: string, language: Language): Excel.Worksheet {
  const sheet = worksheets.add(name);
  for (const block of emptyLog(name, language).blocks) queueValues(sheet, block);
  logColumns(language).forEach(({ width }, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = columnWidthPoints(width);
  });
  return sheet;
}

/** A log without rows: its heading and the headings of its columns. */
function emptyLog(name: string, language: Language): PlannedSheet {
  const headings: PlanCell[] = logColumns(language).map(({ header }) => ({ kind: 'text', text: header }));
  const blocks = [{ row: 0, column: 0, cells: [[logHeading(language)]] }, { row: TABLE_ROW, column: 0, cells: [headings] }];
  return { role: 'log', name, visibility: 'visible', blocks, tables: [], names: [], flags: [], widths: [], frozenRows: 0 };
}

/** Takes back what a failed recording left: the comment that was to tell who decides, and a log without rows. Says what it found. */
export async function clearLogAttempt({ sheetName, language, isNew, signature }: LogAttempt, run: RunSettings): Promise<WorkbookOutcome> {
  const isSigned = await runExcel(run, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName);
    const { comments } = sheet;
    comments.load('items/content');
    await context.sync();
    const own = sheet.isNullObject ? [] : comments.items.filter(({ content }) => content === signature);
    for (const comment of own) comment.delete();
    if (own.length > 0) await context.sync();
    return own.length > 0;
  }).catch(() => null);
  const sheet = isNew ? await undoSheet(emptyLog(sheetName, language), run) : 'unchanged';
  if (isSigned === null || sheet === 'unknown') return 'unknown';
  return isSigned || sheet === 'restored' ? 'restored' : 'unchanged';
}
