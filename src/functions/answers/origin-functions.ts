import { type Agreement } from '../../core/budget/agreement';
import { cellAmount, totalCell, yearCell } from '../../core/budget/cells';
import { type Cell, type Column } from '../../core/budget/table';
import { type Catalogue } from '../../core/catalogue/catalogue';
import { type CatalogueEntry, type EntryRow } from '../../core/catalogue/entries';
import { formatAmount, type Language } from '../../core/money/danish-number';
import { type CellValue } from './amount-functions';
import { answer, badArgument, notFound, type Answer } from '../answer';
import { isPermanentHeader, periodArgument } from '../arguments/argument-words';
import { askedCells, type AskedCell } from '../asked-cells';
import { readCells, spread, textOf, type CellInput } from '../arguments/arguments';
import { agreementLabel } from '../../core/catalogue/catalogue';
import { agreementOf, entryOf, nameArgument } from '../arguments/resolve';

/** EXPIRES: the last year in which each name has money, or that it is permanent. */
export function answerExpiries(catalogue: Catalogue, what: unknown, agreement: unknown, language: Language): Answer<CellValue>[][] {
  return spread([readCells(what), readCells(agreement)], ([name = null, agreementName = null]) => {
    const entry = entryNamed(catalogue, name, agreementName, null);
    return entry.kind === 'value' ? expiryOf(entry.value, language) : entry;
  });
}

/**
 * SOURCE: a row for each name: document, page, line, and the row as printed, or the figure of a year. Shape: a dash where the document has no pages.
 * A cell of an imported table is known by its place where the host tells its address (`address`, with the sheet); else what it holds is taken for a name.
 */
export function answerSources(catalogue: Catalogue, what: unknown, year: unknown, agreement: unknown, address: string | null = null): Answer<CellValue>[][] {
  const names = readCells(what);
  const cells = askedCells(address, names)?.flat() ?? [];
  const indexes = names.map((row, above) => row.map((_, index) => above * row.length + index));
  const rows = spread([names, readCells(year), readCells(agreement), indexes], ([name = null, asked = null, agreementName = null, index]): Answer<readonly CellValue[]> => {
    const period = periodArgument(asked);
    if (period.kind !== 'value') return period;
    const wanted = period.value.kind === 'year' ? period.value.year : null;
    const cell = cells[Number(index)] ?? null;
    if (cell !== null) return sourceOfCell(catalogue, cell, wanted, agreementName);
    const entry = entryNamed(catalogue, name, agreementName, wanted);
    return entry.kind === 'value' ? sourceOf(entry.value, wanted) : entry;
  });
  return rows.flat().map((row): Answer<CellValue>[] => (row.kind === 'value' ? row.value.map((value) => answer(value)) : [row]));
}

function entryNamed(catalogue: Catalogue, what: CellInput, agreement: CellInput, year: number | null): Answer<CatalogueEntry> {
  const name = nameArgument(what);
  if (name.kind !== 'value') return name;
  const agreementName = textOf(agreement);
  return agreementName.kind === 'value' ? entryOf(catalogue, name.value, agreementName.value, year) : agreementName;
}

function expiryOf(entry: CatalogueEntry, language: Language): Answer<CellValue> {
  const { title } = entry;
  const money = entry.rows.flatMap(moneyOf);
  if (money.some(({ year, has }) => year === 'permanent' && has === true) || isPermanentInText(entry)) return answer(language === 'da' ? 'varigt' : 'permanent');
  const dated = money.flatMap(({ year, has }) => (typeof year === 'number' ? [{ year, has }] : []));
  const last = Math.max(...dated.flatMap(({ year, has }) => (has === true ? [year] : [])));
  if (dated.some(({ year, has }) => has === null && year > last)) return notFound(`Et senere års tal for "${title}" mangler eller kan ikke læses i aftalen.`, `A later year's figure of "${title}" is missing or cannot be read in the agreement.`);
  return Number.isFinite(last) ? answer(last) : notFound(`"${title}" har ingen bevilling i noget år.`, `"${title}" has no money in any year.`);
}

/** Whether each year of a row has money; null where its cell does not tell. */
function moneyOf({ columns, row, unit }: EntryRow): { readonly year: number | 'permanent'; readonly has: boolean | null }[] {
  return columns.flatMap((column, index) => {
    const year = lastYearOf(column);
    const amount = cellAmount(row.cells[index], unit);
    return year === null ? [] : [{ year, has: amount === null ? null : amount.coefficient !== 0 }];
  });
}

function lastYearOf(column: Column): number | 'permanent' | null {
  if (column.kind === 'year') return column.year;
  if (column.kind !== 'amount') return null;
  return column.years === undefined ? (isPermanentHeader(column.header) ? 'permanent' : null) : column.years.to;
}

function isPermanentInText({ kind, initiative }: CatalogueEntry): boolean {
  return kind === 'initiative' && (initiative?.stated ?? []).some(({ permanent, role }) => permanent && (role === 'lead' || role === 'economy'));
}

function sourceOf(entry: CatalogueEntry, year: number | null): Answer<readonly CellValue[]> {
  const [first] = entry.rows;
  const { title } = entry;
  if (first === undefined) return notFound(`"${title}" har ingen række i aftalen.`, `"${title}" has no row in the agreement.`);
  if (entry.rows.length > 1) return totalSource(entry.agreement, entry, year);
  return placeOf(entry.agreement, first, title, year);
}

/** Where what a cell shows is printed. Errors: a cell that was changed since its table was last read, one of another agreement than the named. */
function sourceOfCell(catalogue: Catalogue, cell: Exclude<AskedCell, null>, year: number | null, agreementArgument: CellInput): Answer<readonly CellValue[]> {
  if (cell === 'changed') return notFound('Cellen er ændret, siden tabellen sidst blev læst. Svaret kommer, når projektmappen er kontrolleret.', 'The cell has changed since its table was last read. The answer comes when the workbook has been checked.');
  const { agreement, figure, columns, row } = cell;
  const name = textOf(agreementArgument);
  const named = name.kind === 'value' ? agreementOf(catalogue, name.value) : name;
  if (named.kind !== 'value') return named;
  if (named.value !== null && named.value.document.sha256 !== agreement.document.sha256) return badArgument(`Cellen er fra en anden aftale: "${agreementLabel(agreement)}".`, `The cell is from another agreement: "${agreementLabel(agreement)}".`);
  const found = placeOf(agreement, { columns, row }, row.label ?? '', year);
  if (found.kind !== 'value' || figure === null || year !== null) return found;
  const { page, line } = figure.position;
  return answer([agreementLabel(agreement), page ?? '–', line, found.value.at(-1) ?? '']);
}

/** Where a group's own total is printed. */
function totalSource({ totals }: Agreement, entry: CatalogueEntry, year: number | null): Answer<readonly CellValue[]> {
  const printed = totals.find(({ group }) => group.at(-1) === entry.title);
  if (printed !== undefined) return placeOf(entry.agreement, { columns: printed.columns, row: printed.row }, entry.title, year);
  return notFound(`"${entry.title}" er flere initiativer og har ikke én linje i aftalen.`, `"${entry.title}" is several initiatives and has no single line in the agreement.`);
}

function placeOf(agreement: Agreement, { columns, row }: Pick<EntryRow, 'columns' | 'row'>, title: string, year: number | null): Answer<readonly CellValue[]> {
  const cell = year === null ? totalCell(columns, row) : yearCell(columns, row, year);
  if (year !== null && cell === undefined) return notFound(`"${title}" har ikke året ${year}.`, `"${title}" does not have the year ${year}.`);
  const position = year === null ? row.position : (cell?.position ?? row.position);
  const printed = year === null ? [row.label ?? title, ...row.cells.map(printedText)].join(' | ') : printedText(cell);
  return answer([agreementLabel(agreement), position.page ?? '–', position.line, printed]);
}

/** A figure as printed; one of the running text, of which no text of its own is kept, in the document's style. */
function printedText(cell: Cell | undefined): string {
  if (cell === undefined || cell.kind === 'blank') return '';
  return cell.kind === 'amount' && cell.text === '' ? formatAmount(cell.amount, 'da') : cell.text;
}
