import { yearsOfEntry } from '../../core/catalogue/entry-amount';
import { findAgreement, type Catalogue } from '../../core/catalogue/catalogue';
import { entryOfAgreement, type CatalogueEntry } from '../../core/catalogue/entries';
import { amountOf as exactAmount, amountToNumber, negateAmount, type Amount } from '../../core/money/amount';
import { type Unit } from '../../core/money/unit';
import { shiftDecimals, shownDecimals } from '../../core/sheet-plan/layout/figures/decimals';
import { compareOwnAmount } from '../../core/tie-out/compare-own-amount';
import { ownAmountOf } from '../../core/tie-out/sheet-amount';
import { answerAmount, answerPrinted, amountOf, type AmountQuestion } from './amount-answers';
import { answer, badArgument, notFound, type Answer, type Refusal } from '../answer';
import { kindArgument, periodArgument, priceLevelArgument, unitArgument, type MoneyKind } from '../arguments/argument-words';
import { isLeftOut, readCells, readOption, refuseFault, refuseSize, spread, textOf, type CellInput } from '../arguments/arguments';
import { entryOf, nameArgument, wholeAgreement, wholeOnly } from '../arguments/resolve';

/** A value that a function puts into a cell. */
export type CellValue = string | number | boolean;

/** The arguments that the functions of amounts share, as Excel hands them over. Shape: in the order of the formula. */
export interface AmountArguments {
  readonly what: unknown;
  readonly year?: unknown;
  readonly agreement?: unknown;
  readonly unit?: unknown;
  readonly priceLevel?: unknown;
  readonly ifMissing?: unknown;
  readonly kind?: unknown;
}

/** The arguments that hold for all cells of an answer, read. */
interface SharedArguments {
  readonly unit: Unit | null;
  readonly priceLevel: number | null;
  readonly ifMissing: CellInput;
  readonly kind: MoneyKind;
}

/** AMOUNT: the money of each name in each year. */
export function answerAmounts(catalogue: Catalogue, given: AmountArguments): Answer<CellValue>[][] {
  return eachCell(given, [given.what, given.year, given.agreement], ([what = null, year = null, agreement = null], shared) => {
    const question = questionOf(what, year, agreement, shared);
    return question.kind === 'value' ? numberOf(answerAmount(catalogue, question.value)) : question;
  });
}

/** PART: the money of a component of each name. */
export function answerParts(catalogue: Catalogue, part: unknown, given: AmountArguments): Answer<CellValue>[][] {
  return eachCell(given, [given.what, part, given.year, given.agreement], ([what = null, component = null, year = null, agreement = null], shared) => {
    const question = questionOf(what, year, agreement, shared);
    if (question.kind !== 'value') return question;
    const name = nameArgument(component);
    return name.kind === 'value' ? numberOf(answerAmount(catalogue, { ...question.value, part: name.value })) : badArgument('Skriv delpostens navn eller id.', 'Give the name or the id of the component.');
  });
}

/** TOTAL: the money of one name. */
export function answerTotal(catalogue: Catalogue, name: unknown, year: unknown, agreementName: unknown, unit: unknown): Answer<CellValue> {
  return answerAmounts(catalogue, { what: readOption(name), year: readOption(year), agreement: readOption(agreementName), unit })[0]?.[0] ?? badArgument('Skriv et initiativs navn.', 'Give the name of an initiative.');
}

/** TIEOUT: each amount minus the agreement's; 0 where the difference is one that rounding explains. Shape: `roundedTo` is what the amounts are rounded to (1, 0.1 …), left out where they are exact. */
export function answerTieOuts(catalogue: Catalogue, amounts: unknown, given: AmountArguments, roundedTo?: unknown): Answer<CellValue>[][] {
  const rounded = roundingArgument(readOption(roundedTo));
  if (rounded.kind !== 'value') return [[rounded]];
  return eachCell(given, [given.what, amounts, given.year, given.agreement], ([what = null, amount = null, year = null, agreement = null], shared) => {
    const question = questionOf(what, year, agreement, shared);
    if (question.kind !== 'value') return question;
    const printed = answerPrinted(catalogue, question.value);
    if (printed.kind !== 'value') return printed;
    const own = ownAmount(amount, shared.unit ?? printed.value.amount.unit, rounded.value ?? 0);
    if (own.kind !== 'value') return own;
    const compared = compareOwnAmount(own.value, printed.value.amount, { isOwnRounded: rounded.value !== null, addends: printed.value.addends });
    return compared === null ? tooLarge() : answer(compared.outcome === 'differs' ? amountToNumber(negateAmount(compared.residual)) : 0);
  });
}

/** YEARS: a row of amounts for each name, one column for each year of the agreements that are asked. */
export function answerYears(catalogue: Catalogue, given: AmountArguments): Answer<CellValue>[][] {
  const names = readCells(given.what).flat();
  const refused = refuseSize(names.length, 1);
  if (refused !== null) return [[refused]];
  const agreement = textOf(readOption(given.agreement));
  const entries = names.map((cell): Answer<CatalogueEntry> => {
    if (agreement.kind !== 'value') return agreement;
    const name = nameArgument(cell);
    return name.kind === 'value' ? entryOf(catalogue, name.value, agreement.value) : name;
  });
  const years = [...new Set(entries.flatMap((entry) => (entry.kind === 'value' ? yearsOf(entry.value) : [])))].sort((a, b) => a - b);
  const shared = sharedArguments(given);
  if (shared.kind !== 'value') return [[shared]];
  const { ifMissing, ...asked } = shared.value;
  const cell = (entry: Answer<CatalogueEntry>, year: number | null): Answer<CellValue> => {
    if (entry.kind !== 'value') return entry;
    return year === null ? noYears() : numberOf(amountOf(entry.value, { ...asked, period: { kind: 'year', year } }));
  };
  const columns = years.length === 0 ? [null] : years;
  return entries.map((entry) => columns.map((year) => orElse(cell(entry, year), ifMissing)));
}

/** SUMOF: the sum of a ministry, a theme, an agreement, or a list of names, in each year asked. */
export function answerSums(catalogue: Catalogue, given: AmountArguments): Answer<CellValue>[][] {
  return eachCell(given, [given.year, given.agreement], ([year = null, agreement = null], shared) => {
    const period = periodArgument(year);
    const agreementName = textOf(agreement);
    if (period.kind !== 'value') return period;
    if (agreementName.kind !== 'value') return agreementName;
    const members = membersOf(catalogue, readCells(given.what).flat(), agreementName.value, period.value.kind === 'year' ? period.value.year : null);
    return members.kind === 'value' ? numberOf(amountOf(members.value, { ...shared, period: period.value })) : members;
  });
}

/** The things to add as one entry. Errors: what is not found, and what would be counted twice. */
function membersOf(catalogue: Catalogue, cells: readonly CellInput[], agreementName: string | null, year: number | null): Answer<CatalogueEntry> {
  const named = cells.filter((cell) => !isLeftOut(cell));
  if (named.length === 0 && cells.length > 1) return badArgument('Listen er tom. Skriv navne i den, eller lad argumentet være tomt for at få hele aftalen.', 'The list is empty. Write names in it, or leave the argument empty to get the whole agreement.');
  if (named.length === 0) {
    const whole = wholeAgreement(catalogue, agreementName);
    return whole.kind === 'value' ? answer(entryOfAgreement(whole.value)) : whole;
  }
  const entries: CatalogueEntry[] = [];
  for (const cell of named) {
    const name = nameArgument(cell);
    if (name.kind !== 'value') return name;
    const entry = memberOf(catalogue, name.value, agreementName, year);
    if (entry.kind !== 'value') return entry;
    entries.push(entry.value);
  }
  const [only] = entries;
  return only !== undefined && entries.length === 1 ? answer(only) : together(entries);
}

/** What a name adds: an initiative, a group, a component, or else a whole agreement. */
function memberOf(catalogue: Catalogue, name: string, agreementName: string | null, year: number | null): Answer<CatalogueEntry> {
  const entry = entryOf(catalogue, name, agreementName, year);
  if (entry.kind === 'value' || agreementName !== null) return entry;
  const agreement = findAgreement(catalogue, name);
  if (agreement.kind !== 'found') return entry;
  const whole = wholeOnly(agreement.value);
  return whole.kind === 'value' ? answer(entryOfAgreement(whole.value)) : whole;
}

function together(entries: readonly CatalogueEntry[]): Answer<CatalogueEntry> {
  const [first] = entries;
  if (first === undefined || isCountedTwice(entries)) {
    return badArgument('Noget på listen ville blive talt med to gange: det samme initiativ, eller et initiativ og dets gruppe eller delpost.', 'Something in the list would be counted twice: the same initiative, or an initiative and its group or component.');
  }
  const rows = entries.flatMap((entry) => entry.rows);
  const units = new Set(rows.map(({ unit }) => unit));
  const title = entries.map((entry) => entry.title).join(' + ');
  return answer({ ...first, kind: 'group', title, rowId: null, initiative: null, unit: units.size === 1 ? ([...units][0] ?? null) : null, rows });
}

function isCountedTwice(entries: readonly CatalogueEntry[]): boolean {
  const rows = entries.flatMap((entry) => entry.rows.map(({ row }) => row));
  const counted = new Set(rows);
  const components = entries.filter(({ kind }) => kind === 'component');
  const overlaps = ({ initiative, rows: own }: CatalogueEntry): boolean => {
    const whole = initiative?.total ?? null;
    if (whole !== null && counted.has(whole)) return true;
    return own[0]?.row.kind !== 'component' && components.filter((other) => other.initiative === initiative).length > 1;
  };
  return counted.size < rows.length || components.some(overlaps);
}

function eachCell(given: AmountArguments, ranges: readonly unknown[], call: (cells: readonly CellInput[], shared: SharedArguments) => Answer<CellValue>): Answer<CellValue>[][] {
  const shared = sharedArguments(given);
  if (shared.kind !== 'value') return [[shared]];
  return spread(ranges.map(readCells), (cells) => orElse(call(cells, shared.value), shared.value.ifMissing));
}

function sharedArguments(given: AmountArguments): Answer<SharedArguments> {
  const unit = unitArgument(readOption(given.unit));
  const priceLevel = priceLevelArgument(readOption(given.priceLevel));
  const kind = kindArgument(readOption(given.kind));
  if (unit.kind !== 'value') return unit;
  if (priceLevel.kind !== 'value') return priceLevel;
  if (kind.kind !== 'value') return kind;
  return answer({ unit: unit.value, priceLevel: priceLevel.value, kind: kind.value, ifMissing: readOption(given.ifMissing) });
}

function questionOf(what: CellInput, year: CellInput, agreement: CellInput, shared: SharedArguments): Answer<AmountQuestion> {
  const name = nameArgument(what);
  if (name.kind !== 'value') return name;
  const period = periodArgument(year);
  if (period.kind !== 'value') return period;
  const agreementName = textOf(agreement);
  if (agreementName.kind !== 'value') return agreementName;
  return answer({ name: name.value, period: period.value, agreement: agreementName.value, unit: shared.unit, priceLevel: shared.priceLevel, kind: shared.kind });
}

/** What stands in the cell when the agreement does not have the figure: the asked value, else the refusal. */
function orElse(found: Answer<CellValue>, ifMissing: CellInput): Answer<CellValue> {
  if (found.kind !== 'not-found' || ifMissing === null) return found;
  return typeof ifMissing === 'object' ? refuseFault(ifMissing) : answer(ifMissing);
}

function numberOf(found: Answer<Amount>): Answer<CellValue> {
  return found.kind === 'value' ? answer(amountToNumber(found.value)) : found;
}

function yearsOf(entry: CatalogueEntry): readonly number[] {
  return entry.agreement.years.length > 0 ? entry.agreement.years : yearsOfEntry(entry);
}

function noYears(): Refusal {
  return notFound('Aftalen har ingen tabel med år.', 'The agreement has no table with years.');
}

/** Most decimals of a worksheet number that are taken for its own. */
const MOST_DECIMALS = 9;

/** A figure of the user's as an exact amount with at least some decimals; an empty cell is no money. Errors: a cell without a number. */
function ownAmount(cell: CellInput, unit: Unit, decimals: number): Answer<Amount> {
  if (typeof cell === 'object' && cell !== null) return refuseFault(cell);
  if (typeof cell !== 'number' && cell !== null) return badArgument('Det beløb, der skal afstemmes, er ikke et tal.', 'The amount to tie out is not a number.');
  const found = ownAmountOf(cell ?? 0, unit, decimals);
  return found === null ? tooLarge() : answer(found);
}

function tooLarge(): Refusal {
  return badArgument('Beløbet er for stort til at blive regnet nøjagtigt.', 'The amount is too large to be calculated exactly.');
}

/** How many decimals amounts have that are rounded to 1, 0.1, 0.01 …; null when that is left out. */
function roundingArgument(cell: CellInput): Answer<number | null> {
  if (cell === null) return answer(null);
  if (typeof cell === 'object') return refuseFault(cell);
  const decimals = ROUNDINGS.indexOf(Number(cell));
  return decimals >= 0 ? answer(decimals) : badArgument('Skriv, hvad dine beløb er rundet til: 1, 0,1, 0,01 eller 0,001.', 'Say what your amounts are rounded to: 1, 0.1, 0.01 or 0.001.');
}

/** What an amount can be rounded to, by the number of its decimals. */
const ROUNDINGS: readonly number[] = [1, 0.1, 0.01, 0.001, 0.0001, 0.00001, 0.000001];

/** A worksheet number as an exact amount; null when it is beyond exact integers. */
export function exactNumber(value: number, unit: Unit): Amount | null {
  const decimals = Math.min(MOST_DECIMALS, shownDecimals(value));
  const coefficient = Math.round(shiftDecimals(value, decimals));
  return Number.isSafeInteger(coefficient) ? exactAmount(coefficient, decimals, unit) : null;
}
