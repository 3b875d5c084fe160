import { mentionKey, type Agreement, type Mention, type PrintedTotal } from '../../../budget/agreement';
import { isBefore } from '../../../budget/position';
import { sumAmounts } from '../../../money/amount';
import { type Language } from '../../../money/danish-number';
import { compareRestated, type Figure } from '../../arithmetic';
import { type Participant, checkRestated, checkSum, cellPlace, notCheckable, placeAt, type Subject } from '../../checking/check-building';
import { PROSE, spellFigure } from '../../checking/check-texts';
import { allRows, isAmountColumn, participant, type PrintedRow, totalRows } from '../../checking/printed-rows';
import { figureOf, otherPriceLevel } from '../../checking/stated-total';
import { suggestRestatedSlip } from '../../checking/suggestion';
import { type Check, type Rule } from '../../rule';

const ID = 'table-reference-tie-out';

/** An amount with which the text refers to a table ("54,0 mio. kr., jf. tabel 1") against the total of that table, and one that it states for all of a list against the list's total; the amounts of initiatives have rules of their own. */
export const tableReferenceTieOut: Rule = {
  id: ID,
  reference: 'Tie-out of the same figure in two places (ISA 500, inspection and recalculation); bound from the printed digits of both',
  title: { da: 'Henvisning i teksten ↔ tabellen', en: 'Reference in the text vs table' },
  check: ({ agreement }) => {
    const owned = new Set(agreement.initiatives.flatMap((initiative) => initiative.stated.map(mentionKey)));
    return agreement.mentions.flatMap((mention) => (owned.has(mentionKey(mention)) ? [] : checkMention(agreement, mention)));
  },
};

function checkMention(agreement: Agreement, mention: Mention): Check[] {
  if (mention.annual || mention.permanent) return [];
  const place = mention.table !== undefined ? totalOf(agreement, mention.table) : mention.isWhole === true ? totalOfAll(agreement, mention) : null;
  const total = place === null ? undefined : agreement.totals[place];
  const row = place === null ? undefined : totalRows(agreement)[place];
  if (total === undefined || row === undefined) return [];
  const subject: Subject = { rule: ID, place: placeAt({ total: place, position: mention.position }), initiative: null, label: total.label };
  const isElsewhere = otherPriceLevel(mention.priceLevel, agreement.priceLevel);
  if (isElsewhere !== null) return [notCheckable(subject, isElsewhere, 'info', mention.amount)];
  const stated = figureOf(mention);
  const spent = spendingOf(agreement, total, row);
  if (spent !== null) return spent.length === 0 ? [] : [checkSum({ subject, addends: spent, total: { figure: stated, place: subject.place }, saying: PROSE, isExactDocument: false })];
  const check = compareWith(subject, stated, mention, row);
  if (check.outcome === 'differs' && isOfOtherYears(mention, row)) return [];
  if (check.outcome !== 'differs' || mention.table === undefined) return [check];
  const other = sameFigure(rowsLike(agreement, total), stated);
  if (other === null) return [{ ...check, severity: 'warning' }];
  return [restate({ ...subject, place: { ...other.cell.place, position: mention.position }, label: other.row.label }, stated, other.figure, other.cell, mention.table)];
}

/**
 * The index of the total of everything that a list prints: the only one, of several agreements in a file the first behind the text.
 * Shape: null without one, with several for one list, and where it is nil because the list names its financing too.
 */
function totalOfAll({ totals }: Agreement, mention: Mention): number | null {
  const grand = totals.flatMap(({ group, row }, index) => (group.length === 0 || row.kind === 'total' ? [index] : []));
  const found = grand.length === 1 ? grand[0] : grand.find((index) => isBefore(mention.position, totals[index]?.row.position ?? mention.position));
  const total = found === undefined ? undefined : totals[found];
  if (found === undefined || total === undefined || grand.some((index) => index !== found && isSameGroup(totals[index]?.group ?? [], total.group))) return null;
  return total.row.cells.some((cell) => cell.kind === 'amount' && cell.amount.coefficient !== 0) ? found : null;
}

function isSameGroup(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, level) => name === other[level]);
}

/** The index of the one total that a table prints for itself; null when no table, or more than one, bears the number. */
function totalOf(agreement: Agreement, table: string): number | null {
  const found = agreement.totals.flatMap((total, index) => (total.table === table ? [index] : []));
  const headers = new Set(found.map((index) => headerOf(agreement.totals[index]?.columns ?? []) + (agreement.totals[index]?.group ?? []).join('|')));
  return headers.size === 1 ? (found[0] ?? null) : null;
}

/**
 * The money that a table hands out whose total is nil because its financing stands in it with a minus: the text tells of that and not of the total.
 * Shape: null for any other total; empty where the rows of both signs are not the table's alone.
 */
function spendingOf(agreement: Agreement, total: PrintedTotal, { columns }: PrintedRow): Participant[] | null {
  const index = columns.findIndex((column) => column.kind === 'total');
  const cell = total.row.cells[index];
  if (cell?.kind !== 'nil' && !(cell?.kind === 'amount' && cell.amount.coefficient === 0)) return null;
  const figures = rowsLike(agreement, total).filter(({ row }) => row.kind === 'component').map((row) => participant(row, index)).filter(({ figure }) => figure !== null && figure.amount.coefficient !== 0);
  const isPositive = ({ figure }: Participant): boolean => (figure?.amount.coefficient ?? 0) > 0;
  if (figures.every(isPositive)) return null;
  const sum = sumAmounts(figures.flatMap(({ figure }) => figure?.amount ?? []), figures[0]?.figure?.amount.unit ?? 'kr.');
  return sum.coefficient === 0 ? figures.filter(isPositive) : [];
}

/** Whether the text states an amount of the whole for other years than those of the table. */
function isOfOtherYears(mention: Mention, { columns }: PrintedRow): boolean {
  const years = columns.flatMap((column) => (column.kind === 'year' ? [column.year] : []));
  return mention.table === undefined && mention.from !== null && years.length > 0 && (mention.from > Math.min(...years) || (mention.to ?? mention.from) < Math.max(...years)) && mention.from !== mention.to;
}

/** The amount against the total's own figure: of the year that the text names, else of the total column or the only column, else against the sum of the years. */
function compareWith(subject: Subject, stated: Figure, mention: Mention, row: PrintedRow): Check {
  const year = mention.from !== null && mention.from === mention.to ? row.columns.findIndex((column) => column.kind === 'year' && column.year === mention.from) : -1;
  const sum = row.columns.findIndex((column) => column.kind === 'total');
  const amounts = row.columns.flatMap((column, index) => (isAmountColumn(column) ? [index] : []));
  const index = year >= 0 ? year : sum >= 0 ? sum : amounts.length === 1 ? (amounts[0] ?? -1) : -1;
  if (index >= 0) {
    const cell = participant(row, index);
    const own = { ...subject, place: cellPlace(subject.place, cell.place.column, subject.place.position) };
    if (cell.figure === null) return notCheckable(own, { da: 'Tabellens total er ikke læst.', en: "The table's total was not read." }, 'info', mention.amount);
    return restate(own, stated, cell.figure, cell, mention.table ?? '');
  }
  const years = row.columns.flatMap((column, place) => (column.kind === 'year' && column.year >= (mention.from ?? -Infinity) && column.year <= (mention.to ?? Infinity) ? [participant(row, place)] : []));
  if (years.length === 0) return notCheckable(subject, { da: 'Tabellen har ingen år, som beløbet kan sammenlignes med.', en: 'The table has no years to compare the amount with.' }, 'info', mention.amount);
  return checkSum({ subject, addends: years, total: { figure: stated, place: subject.place }, saying: PROSE, isExactDocument: false });
}

function restate(subject: Subject, stated: Figure, source: Figure, cell: Participant, table: string): Check {
  return checkRestated({
    subject,
    stated,
    source,
    saying: PROSE,
    spellSource: (language) => `${nameOf(table, language)} ${language === 'da' ? 'har' : 'has'} ${spellFigure(source.amount, language, stated.amount.unit)}`,
    related: [cell.place],
    suggest: suggestRestatedSlip,
  });
}

function nameOf(table: string, language: Language): string {
  if (table === '') return language === 'da' ? 'Tabellen' : 'The table';
  return language === 'da' ? `Tabel ${table}` : `Table ${table}`;
}

/** The first cell of some rows that prints the stated figure; null when none does. */
function sameFigure(rows: readonly PrintedRow[], stated: Figure): { row: PrintedRow; cell: Participant; figure: Figure } | null {
  for (const row of rows) {
    for (const cell of printedCells(row)) {
      const { figure } = cell;
      if (figure !== null && figure.amount.coefficient !== 0 && compareRestated(stated, figure)?.outcome !== 'differs') return { row, cell, figure };
    }
  }
  return null;
}

function headerOf(columns: PrintedTotal['columns']): string {
  return columns.map((column) => column.header).join('|');
}

/** The rows under the same header as a total: the text may mean one of them. */
function rowsLike(agreement: Agreement, total: PrintedTotal): PrintedRow[] {
  return allRows(agreement).filter((row) => headerOf(row.columns) === headerOf(total.columns));
}

function printedCells(row: PrintedRow): Participant[] {
  return row.columns.flatMap((column, index) => (isAmountColumn(column) ? [participant(row, index)] : []));
}
