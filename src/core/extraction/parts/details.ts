import { joinAll, startsSmall } from '../lines/join-lines';
import { type ReadTable } from '../tables/rows/budget-table';
import { isHeadingLine } from '../titles/first-heading';
import { FORM_TITLE } from '../vocabulary';
import { type Claims } from './claims';
import { findForms, type FormPlace } from './forms/find-forms';
import { readForm } from './forms/read-form';
import { isOverviewOf } from './overview/find-overview';
import { isAnnexHeading } from './pools/find-annexes';
import { lastTableBefore, type Reading, type Span, tablesIn } from './reading';
import { findSheets, type SheetPlace } from './sheets/find-sheets';
import { findPlainSheets } from './sheets/plain-sheets';
import { readSheet } from './sheets/read-sheet';
import { readHeading } from './sheets/sheet-heading';

/** A part about one initiative with a table of its own: a sheet or a form. Shape: `title` is empty where it is lost. */
export type Detail = Span & { readonly title: string } & ({ readonly kind: 'initiative-sheet'; readonly place: SheetPlace } | { readonly kind: 'initiative-form'; readonly place: FormPlace });

/** A detail whose end is not known yet. */
type Opening = { readonly kind: 'initiative-sheet'; readonly place: SheetPlace } | { readonly kind: 'initiative-form'; readonly place: FormPlace };

/**
 * The sheets and forms of a document in order.
 * Shape: each goes up to the next, unless an annex, an overview under a heading of its own, or another agreement starts before that.
 */
export function findDetails(reading: Reading, agreements: readonly Span[]): Detail[] {
  const openings = findOpenings(reading);
  const titles = openings.map((opening) => titleOf(reading, opening));
  return openings.map((opening, index): Detail => {
    const { start } = opening.place;
    const limit = agreements.find(({ to }) => to > start)?.to ?? reading.lines.length;
    const next = Math.min(limit, openings[index + 1]?.place.start ?? limit);
    return { ...opening, title: titles[index] ?? '', from: start, to: detailEnd(reading, opening, next, titles) };
  });
}

/** What a sheet or a form says of its initiative. */
export function readDetail(reading: Reading, detail: Detail): Claims {
  return detail.kind === 'initiative-sheet' ? readSheet(reading, detail.place, detail.to) : readForm(reading, detail.place, detail.to);
}

/** The title of a sheet or a form; empty where it is lost. */
function titleOf(reading: Reading, opening: Opening): string {
  if (opening.kind === 'initiative-sheet') return readHeading(reading, opening.place).title ?? '';
  const { start, fields } = opening.place;
  return FORM_TITLE.exec(joinAll(reading.lines.slice(start, fields).map((line) => line.text), reading.evidence))?.[2] ?? '';
}

function findOpenings(reading: Reading): Opening[] {
  if (reading.tables.length === 0) return [];
  const forms = findForms(reading.lines).map((place): Opening => ({ kind: 'initiative-form', place }));
  const sheets = findSheets(reading.lines, reading.tables).map((place): Opening => ({ kind: 'initiative-sheet', place }));
  const known = [...forms, ...sheets.filter(({ place }) => !isInForm(reading, place.start, forms))].sort((a, b) => a.place.start - b.place.start);
  const plain = findPlainSheets(reading, tablesBeside(reading, known)).map((place): Opening => ({ kind: 'initiative-sheet', place }));
  return [...known, ...plain].sort((a, b) => a.place.start - b.place.start);
}

/** The tables that are not the first of a sheet or form. */
function tablesBeside(reading: Reading, openings: readonly Opening[]): ReadTable[] {
  const own = new Set(openings.map(({ place }, index) => tablesIn(reading, { from: place.start, to: openings[index + 1]?.place.start ?? reading.lines.length })[0]));
  return reading.tables.filter((table) => !own.has(table));
}

/** Whether a line stands in a form: behind its title and before the table that ends it. */
function isInForm(reading: Reading, index: number, forms: readonly Opening[]): boolean {
  const form = forms.filter(({ place }) => place.start <= index).at(-1);
  return form !== undefined && tablesIn(reading, { from: form.place.start, to: index }).length === 0;
}

function detailEnd(reading: Reading, opening: Opening, next: number, titles: readonly string[]): number {
  const { start } = opening.place;
  const [own, ...further] = tablesIn(reading, { from: start, to: next });
  const behind = own === undefined ? start + 1 : own.lastLine + 1;
  const overview = further.find((table) => isOverviewOf(table, titles, false));
  const end = overview === undefined ? next : headingAbove(reading, overview, behind);
  const annex = reading.lines.slice(behind, end).findIndex(isAnnexHeading);
  return annex < 0 ? end : behind + annex;
}

/** The first line of what belongs to a table behind another: the nearest heading above it, else the table's own first line. */
function headingAbove({ lines, tables }: Reading, table: ReadTable, floor: number): number {
  const previous = lastTableBefore(tables, table.firstLine);
  for (let index = table.firstLine - 1; index >= Math.max(floor, (previous?.lastLine ?? -1) + 1); index -= 1) {
    const line = lines[index];
    const isApart = line !== undefined && (line.blankLinesBefore > 0 || line.isPageStart) && (lines[index + 1]?.blankLinesBefore ?? 1) > 0;
    if (isApart && isHeadingLine(line) && !startsSmall(line.text)) return index;
  }
  return table.firstLine;
}
