import { type StatedAmount } from '../../core/budget/agreement';
import { addendsOfEntry, amountOfEntry, priceLevelsOfEntry, type Period } from '../../core/catalogue/entry-amount';
import { type Catalogue } from '../../core/catalogue/catalogue';
import { entryOfRowId, type CatalogueEntry, type EntryRow } from '../../core/catalogue/entries';
import { matchName } from '../../core/catalogue/name-matching';
import { componentRowId, parseRowId, rowOfPool } from '../../core/budget/row-reference';
import { areEqualAmounts, convertAmount, type Amount } from '../../core/money/amount';
import { type Unit } from '../../core/money/unit';
import { priceLevelYear } from '../../core/price-level/index-series';
import { answer, listNames, notFound, type Answer } from '../answer';
import { isPermanentHeader, type MoneyKind, type PeriodArgument } from '../arguments/argument-words';
import { entryOf } from '../arguments/resolve';

/** What AMOUNT and its kin ask, read and checked. Shape: null is left out. */
export interface AmountQuestion {
  readonly name: string;
  readonly period: PeriodArgument;
  readonly agreement: string | null;
  readonly unit: Unit | null;
  /** The year of the price level that the figure must be in. */
  readonly priceLevel: number | null;
  readonly kind: MoneyKind;
  /** The component that is meant, by its label or row id. */
  readonly part?: string;
}

/** The money that a question asks for: of an initiative, a group, a component, or of whatever row an id names. Units: the asked one, else the agreement's. */
export function answerAmount(catalogue: Catalogue, question: AmountQuestion): Answer<Amount> {
  const { name, period, agreement, part } = question;
  const entry = entryOf(catalogue, name, agreement, period.kind === 'year' ? period.year : null);
  if (entry.kind !== 'value') return entry;
  const meant = part === undefined ? entry : partOf(entry.value, part);
  return meant.kind === 'value' ? amountOf(meant.value, question) : meant;
}

/** A figure as the agreement prints it, whatever unit is asked for. Shape: `addends` counts the printed figures that it is the sum of. */
export interface PrintedAnswer {
  readonly amount: Amount;
  readonly addends: number;
}

/** The figure that a question asks for as it is printed, to compare something with it. */
export function answerPrinted(catalogue: Catalogue, question: AmountQuestion): Answer<PrintedAnswer> {
  const { name, period, agreement } = question;
  const entry = entryOf(catalogue, name, agreement, period.kind === 'year' ? period.year : null);
  if (entry.kind !== 'value') return entry;
  const asPrinted = amountOf(entry.value, { ...question, unit: null });
  const found = asPrinted.kind === 'value' ? asPrinted : amountOf(entry.value, question);
  return found.kind === 'value' ? answer({ amount: found.value, addends: addendsOfEntry(entry.value, periodOf(period)) }) : found;
}

/** The money of an entry as a question asks for it. */
export function amountOf(entry: CatalogueEntry, question: Omit<AmountQuestion, 'name' | 'agreement' | 'part'>): Answer<Amount> {
  const of = question.kind === 'granted' ? answer(entry) : kindOf(entry, question.kind);
  if (of.kind !== 'value') return of;
  const level = atPriceLevel(of.value, question.priceLevel);
  return level.kind === 'value' ? figureOf(of.value, question.period, question.unit) : level;
}

function figureOf(entry: CatalogueEntry, period: PeriodArgument, unit: Unit | null): Answer<Amount> {
  const { title } = entry;
  const found = amountOfEntry(entry, periodOf(period), unit);
  switch (found.kind) {
    case 'amount':
      return answer(found.amount);
    case 'no-such-year':
      return notFound(`"${title}" har ikke året ${yearOf(period)}; årene er ${found.years.join(', ')}.`, `"${title}" does not have the year ${yearOf(period)}; its years are ${found.years.join(', ')}.`);
    case 'no-unit':
      return notFound(`"${title}" har ingen fælles enhed i aftalen.`, `"${title}" has no single unit in the agreement.`);
    case 'mixed-price-levels': {
      const levels = found.priceLevels.join(', ');
      return notFound(`"${title}" har beløb i flere prisniveauer, som ikke kan lægges sammen: ${levels}.`, `"${title}" has amounts in several price levels, which cannot be added: ${levels}.`);
    }
    case 'unread':
      return period.kind === 'permanent' ? permanentInText(entry, unit) : unreadFigure(entry, period);
  }
}

function periodOf(period: PeriodArgument): Period {
  if (period.kind === 'year') return period.year;
  if (period.kind === 'permanent') return isPermanentHeader;
  return period.kind === 'column' ? (header) => matchName(period.header, header) === 'exact' : null;
}

function yearOf(period: PeriodArgument): string {
  return period.kind === 'year' ? String(period.year) : '';
}

function unreadFigure({ title, rows }: CatalogueEntry, period: PeriodArgument): Answer<Amount> {
  const headers = rows[0]?.columns.flatMap((column) => (column.kind === 'text' ? [] : [column.header])) ?? [];
  if (period.kind === 'column' && !headers.some((header) => matchName(period.header, header) === 'exact')) {
    return notFound(`"${title}" har ingen kolonne "${period.header}"; den har: ${listNames(headers)}.`, `"${title}" has no column "${period.header}"; it has: ${listNames(headers)}.`);
  }
  return notFound(`Tallet for "${title}" mangler eller kan ikke læses i aftalen.`, `The figure of "${title}" is missing or cannot be read in the agreement.`);
}

/** Roles of amounts in the text that are about the initiative's own money. */
const OWN_ROLES: readonly StatedAmount['role'][] = ['lead', 'economy'];

function permanentInText(entry: CatalogueEntry, unit: Unit | null): Answer<Amount> {
  const stated = entry.kind === 'initiative' ? (entry.initiative?.stated ?? []).filter(({ permanent, role }) => permanent && OWN_ROLES.includes(role)) : [];
  return oneStated(entry, stated, unit, [`"${entry.title}" har ingen varig bevilling i aftalen.`, `"${entry.title}" has no permanent money in the agreement.`]);
}

function oneStated(entry: CatalogueEntry, stated: readonly StatedAmount[], unit: Unit | null, [da, en]: readonly [string, string]): Answer<Amount> {
  const [first] = stated;
  if (first === undefined) return notFound(da, en);
  if (!stated.every(({ amount }) => areEqualAmounts(amount, first.amount))) return notFound(`Teksten nævner flere beløb for "${entry.title}".`, `The text states several amounts for "${entry.title}".`);
  const wanted = unit ?? entry.unit;
  return answer(wanted === null ? first.amount : convertAmount(first.amount, wanted));
}

/** What a kind of money of an initiative consists of, as an entry of its own. */
function kindOf(entry: CatalogueEntry, kind: MoneyKind): Answer<CatalogueEntry> {
  const { initiative, agreement, title } = entry;
  if (entry.kind !== 'initiative' || initiative === null) return notFound(`"${title}" er ikke et initiativ.`, `"${title}" is not an initiative.`);
  if (kind === 'pool') {
    const pools = agreement.pools.filter((pool) => pool.initiative !== null && pool.initiative === initiative.title);
    const rows = pools.map((pool): EntryRow => ({ ...rowOfPool(pool), unit: (pool.total ?? pool.amounts[0]?.amount)?.unit ?? null, priceLevel: initiative.priceLevel ?? agreement.priceLevel }));
    return rows.length === 0 ? notFound(`"${title}" har ingen pulje i aftalen.`, `"${title}" has no pool in the agreement.`) : answer({ ...entry, kind: 'pool', unit: unitOfRows(rows), rows });
  }
  if (kind === 'of-which') {
    const parts = initiative.components.filter((row) => row.kind === 'of-which');
    const [only, second] = parts;
    if (only === undefined) return notFound(`"${title}" har ingen "heraf"-række.`, `"${title}" has no "of which" row.`);
    if (second !== undefined) {
      const labels = listNames(parts.flatMap(({ label }) => label ?? []));
      return notFound(`"${title}" har flere "heraf"-rækker: ${labels}. Brug RESERVE.PART.`, `"${title}" has several "of which" rows: ${labels}. Use RESERVE.PART.`);
    }
    return answer({ ...entry, kind: 'component', rows: entry.rows.map((row) => ({ ...row, row: only })) });
  }
  return statedEntry(entry);
}

/** The amount that the text states for an initiative, as a row of one figure. */
function statedEntry(entry: CatalogueEntry): Answer<CatalogueEntry> {
  const stated = entry.initiative?.stated ?? [];
  for (const role of OWN_ROLES) {
    const ofRole = stated.filter((one) => one.role === role && !one.annual && !one.permanent);
    const [first] = ofRole;
    if (first === undefined) continue;
    const one = oneStated(entry, ofRole, null, ['', '']);
    if (one.kind !== 'value') return one;
    const row: EntryRow = {
      columns: [{ kind: 'total', header: '' }],
      row: { kind: 'component', number: null, label: null, cells: [{ kind: 'amount', amount: one.value, text: '', position: first.position }], footnotes: [], level: 0, position: first.position },
      unit: one.value.unit,
      priceLevel: first.priceLevel ?? entry.initiative?.priceLevel ?? entry.agreement.priceLevel,
    };
    return answer({ ...entry, kind: 'mention', unit: one.value.unit, rows: [row] });
  }
  return notFound(`Teksten nævner intet samlet beløb for "${entry.title}".`, `The text states no total for "${entry.title}".`);
}

function unitOfRows(rows: readonly EntryRow[]): Unit | null {
  const units = new Set(rows.map(({ unit }) => unit));
  return units.size === 1 ? ([...units][0] ?? null) : null;
}

/** A component of an entry's initiative, by its label, a part of it, or its row id. */
export function partOf(entry: CatalogueEntry, part: string): Answer<CatalogueEntry> {
  const { initiative, agreement, title } = entry;
  if (initiative === null) return notFound(`"${title}" har ingen delposter.`, `"${title}" has no components.`);
  const index = agreement.initiatives.indexOf(initiative);
  const rows = initiative.components.map((row, place) => ({ row, rowId: componentRowId(index, place) })).filter(({ row }) => row.kind !== 'heading' && row.label !== null);
  const asked = part.trim().toUpperCase();
  const byId = parseRowId(asked) === null ? [] : rows.filter(({ rowId }) => rowId === asked);
  const fitting = [byId, ...(['exact', 'partial'] as const).map((wanted) => rows.filter(({ row }) => matchName(part, row.label ?? '') === wanted))].find(({ length }) => length > 0) ?? [];
  const [only, second] = fitting;
  const names = listNames((fitting.length > 0 ? fitting : rows).flatMap(({ row }) => row.label ?? []));
  if (only === undefined) {
    return names === '' ? notFound(`"${title}" har ingen delposter.`, `"${title}" has no components.`) : notFound(`"${title}" har ingen delpost "${part}". Den har: ${names}.`, `"${title}" has no component "${part}". It has: ${names}.`);
  }
  const found = second === undefined ? entryOfRowId(agreement, only.rowId) : null;
  return found === null ? notFound(`"${part}" passer på flere delposter: ${names}.`, `"${part}" fits several components: ${names}.`) : answer(found);
}

/** The entry, when its figures are in the asked price level; no figure is converted here. */
function atPriceLevel(entry: CatalogueEntry, year: number | null): Answer<CatalogueEntry> {
  if (year === null) return answer(entry);
  const levels = priceLevelsOfEntry(entry);
  const { title } = entry;
  if (levels.length === 0) return notFound(`Aftalen angiver intet prisniveau for "${title}".`, `The agreement states no price level for "${title}".`);
  if (levels.every((level) => priceLevelYear(level) === year)) return answer(entry);
  return notFound(
    `"${title}" står i ${levels.join(', ')}, ikke i ${year}-pl. Omregn med RESERVE.PRICELEVEL.`,
    `"${title}" is in ${levels.join(', ')}, not in ${year}-pl. Convert it with RESERVE.PRICELEVEL.`,
  );
}
