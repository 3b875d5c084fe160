import { mentionKey, type Agreement, type CitedLine, type Initiative, type Mention } from '../../budget/agreement';
import { positionKey } from '../../budget/position';
import { amountToMillion } from '../../money/amount';
import { mentionRowId, rowOfMention } from '../../budget/row-reference';
import { MENTION_COLUMN_KEY } from '../written/figure-place';
import { figureCell } from '../layout/figures/number-formats';
import { type Language, type PlanCell, type PlannedColumn, type PlannedSheet, type PlannedTable } from '../plan';
import { citedTexts } from './sources-sheet';
import { sourceCell } from '../layout/source-cell';
import { type SheetFrame } from '../layout/sheet-frame';
import { ROWS_ABOVE_TABLE, sheetHead } from '../layout/sheet-head';
import { STATUS_KEY, statusColumn, verdictCell } from '../layout/status-column';
import { sheetOfTable } from '../layout/table-sheet';
import { sheetText } from '../sheet-texts';
import { distinctHeaders, machineColumn, namedColumns, shownWhere } from '../layout/table-columns';

/** A year as a cell shows it, without a separator of thousands. */
const YEAR_FORMAT = '0';

/** Every amount of the running text with what the text says of it; null where the text states none. */
export function planMentions(frame: SheetFrame): PlannedSheet | null {
  const { agreement, names, statuses, language } = frame;
  if (agreement.mentions.length === 0) return null;
  const columns = mentionColumns(agreement, language);
  const owners = ownersOf(agreement.initiatives);
  const texts = citedTexts(agreement);
  const table: PlannedTable = {
    role: 'mentions',
    name: names.table.mentions,
    row: ROWS_ABOVE_TABLE,
    column: 0,
    columns,
    rows: agreement.mentions.map((mention, index) => columns.map(({ key }) => (key === STATUS_KEY ? verdictCell(statuses, mentionRowId(index), language) : mentionCell(frame, key, mention, mentionRowId(index), { owner: owners.get(mentionKey(mention)) ?? '', line: texts.get(positionKey(mention.position)) })))),
    rowIds: agreement.mentions.map((_, index) => mentionRowId(index)),
  };
  return sheetOfTable(table, names.sheet.mentions, [sheetHead(frame, 'mentions')]);
}

function mentionColumns({ mentions, initiatives, citedLines }: Agreement, language: Language): PlannedColumn[] {
  const column = namedColumns(language);
  return distinctHeaders([
    ...shownWhere(initiatives.some(({ stated }) => stated.length > 0), column('initiative', 'initiative', 34)),
    ...shownWhere(mentions.some(({ purpose }) => purpose !== null), column('title', 'purpose', 30)),
    statusColumn(language),
    column(MENTION_COLUMN_KEY, 'amount', 11),
    column('unit', 'unit', 10),
    column('million', 'million', 11),
    column('from', 'fromYear', 7),
    column('to', 'toYear', 7),
    ...shownWhere(mentions.some(({ annual }) => annual), column('annual', 'annual', 9)),
    ...shownWhere(mentions.some(({ permanent }) => permanent), column('permanent', 'permanent', 9)),
    ...shownWhere(mentions.some(({ approximate }) => approximate), column('approximate', 'approximate', 9)),
    ...shownWhere(mentions.some(({ isSaving }) => isSaving === true), column('saving', 'saving', 11)),
    ...shownWhere(mentions.some(({ priceLevel }) => priceLevel !== null), column('price-level', 'priceLevel', 11)),
    ...shownWhere(citedLines !== undefined, column('sentence', 'sentence', 64)),
    column('source', 'source', 13),
    machineColumn('id', sheetText('id', language)),
  ]);
}

function mentionCell(frame: SheetFrame, key: string, mention: Mention, id: string, { owner, line }: { readonly owner: string; readonly line: CitedLine | undefined }): PlanCell {
  const { language } = frame;
  const { amount } = mention;
  const tick = (isSaid: boolean): PlanCell => ({ kind: 'text', text: isSaid ? sheetText('yes', language) : '', style: 'indented' });
  const year = (value: number | null): PlanCell => (value === null ? { kind: 'blank', format: YEAR_FORMAT } : { kind: 'number', value, format: YEAR_FORMAT });
  switch (key) {
    case 'initiative': return { kind: 'text', text: owner, style: 'label' };
    case 'sentence': return { kind: 'text', text: line?.sentence ?? line?.text ?? '', style: 'wrapped' };
    case 'title': return { kind: 'text', text: mention.purpose ?? '', style: 'label' };
    case MENTION_COLUMN_KEY: return mentionFigure(mention);
    case 'unit': return { kind: 'text', text: amount.unit, style: 'indented' };
    case 'million': return { kind: 'number', value: amountToMillion(amount), format: '#,##0.0##;-#,##0.0##' };
    case 'from': return year(mention.from);
    case 'to': return year(mention.to ?? mention.from);
    case 'annual': return tick(mention.annual);
    case 'permanent': return tick(mention.permanent);
    case 'approximate': return tick(mention.approximate);
    case 'saving': return tick(mention.isSaving === true);
    case 'price-level': return { kind: 'text', text: mention.priceLevel ?? '', style: 'indented' };
    case 'source': return sourceCell(frame, mention.position);
    default: return { kind: 'text', text: id, style: 'subtle' };
  }
}

function mentionFigure(mention: Mention): PlanCell {
  const { columns, row } = rowOfMention(mention);
  return figureCell(columns, row, MENTION_COLUMN_KEY, mention.amount.decimals);
}

/** The titles of the initiatives whose text states an amount, by the amount's place. */
function ownersOf(initiatives: readonly Initiative[]): ReadonlyMap<string, string> {
  return new Map(initiatives.flatMap(({ stated, title }) => stated.map((one) => [mentionKey(one), title ?? ''] as const)));
}
