import { standingFigures } from '../../core/take-over/standing-figures';
import { type OpenImport } from '../checking/open-imports';
import { addFigureCards } from '../writing/figure-cards';

/** Gives the figures of an import, where they stand now, cards that tell of the edition that stands: also those that read as before, whose places are others. */
export async function renewCards(context: Excel.RequestContext, open: OpenImport | undefined): Promise<void> {
  if (open === undefined) return;
  const { record, tables } = open;
  const figuresOf = standingFigures(record);
  const shown = tables.filter(({ role, isProtected }) => role !== 'findings' && role !== 'year-total' && !isProtected);
  const sheets = shown.map((table) => ({ sheet: context.workbook.worksheets.getItem(table.sheetName), areas: [{ row: table.row, column: table.column, cells: figuresOf(table) }] }));
  await addFigureCards(context, sheets, { documentName: record.agreement.document.name, language: record.state.language });
}
