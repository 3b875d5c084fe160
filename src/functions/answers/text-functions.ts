import { findAmounts } from '../../core/extraction/prose/amounts';
import { amountOf, amountToNumber, convertAmount, type Amount } from '../../core/money/amount';
import { readNumber } from '../../core/money/danish-number';
import { type Unit } from '../../core/money/unit';
import { convertPriceLevel, type IndexSeries, type IndexValue } from '../../core/price-level/index-series';
import { exactNumber, type CellValue } from './amount-functions';
import { answer, badArgument, notFound, type Answer } from '../answer';
import { priceLevelArgument, unitArgument } from '../arguments/argument-words';
import { readCells, readOption, refuseFault, spread, type CellInput } from '../arguments/arguments';

/** PARSE: the amount that each text states, in the asked unit or its own. */
export function answerParsed(texts: unknown, unitName: unknown): Answer<CellValue>[][] {
  const unit = unitArgument(readOption(unitName));
  if (unit.kind !== 'value') return [[unit]];
  return spread([readCells(texts)], ([cell = null]) => parseText(cell, unit.value));
}

function parseText(cell: CellInput, unit: Unit | null): Answer<CellValue> {
  if (cell === null || typeof cell === 'boolean') return badArgument('Der er ingen tekst at læse et beløb i.', 'There is no text to read an amount in.');
  if (typeof cell === 'object') return refuseFault(cell);
  if (typeof cell === 'number') return unit === null ? answer(cell) : withoutUnit(String(cell));
  const found = findAmounts(cell, 'danish');
  const [only, second] = found;
  if (only === undefined) return bareNumber(cell, unit);
  if (second !== undefined) return badArgument(`"${cell}" indeholder flere beløb.`, `"${cell}" holds several amounts.`);
  if (only.kind === 'foreign-currency') return badArgument(`"${cell}" er ikke i kroner.`, `"${cell}" is not in kroner.`);
  if (only.kind !== 'amount' || /\d['’´`.,]$/.test(cell.slice(0, only.start))) return badArgument(`Tallet i "${cell}" er ikke skrevet rigtigt.`, `The number in "${cell}" is not written correctly.`);
  return answer(amountToNumber(unit === null ? only.amount : convertAmount(only.amount, unit)));
}

function bareNumber(text: string, unit: Unit | null): Answer<CellValue> {
  const number = readNumber(text);
  if (number.kind === 'nil') return answer(0);
  if (number.kind === 'malformed') return badArgument(`Der er intet beløb i "${text}".`, `There is no amount in "${text}".`);
  return unit === null ? answer(amountToNumber(amountOf(number.coefficient, number.decimals, 'kr.'))) : withoutUnit(text);
}

function withoutUnit(text: string): Answer<CellValue> {
  return badArgument(`"${text}" er uden enhed og kan ikke omregnes.`, `"${text}" has no unit and cannot be converted.`);
}

/** Decimals that a converted amount gets beyond its own, so that it is the cell's format that rounds. */
const EXTRA_DECIMALS = 6;

/** PRICELEVEL: each amount at another price level, by the index that stands in the workbook. */
export function answerAtPriceLevel(amounts: unknown, from: unknown, to: unknown, index: unknown): Answer<CellValue>[][] {
  const series = readIndex(index);
  if (series.kind !== 'value') return [[series]];
  return spread([readCells(amounts), readCells(from), readCells(to)], ([amount = null, fromLevel = null, toLevel = null]) => {
    const [fromYear, toYear] = [priceLevelArgument(fromLevel), priceLevelArgument(toLevel)];
    if (fromYear.kind !== 'value') return fromYear;
    if (toYear.kind !== 'value') return toYear;
    if (fromYear.value === null || toYear.value === null) return badArgument('Skriv begge prisniveauer, fx "2022-pl" og "2026-pl".', 'Give both price levels, for example "2022-pl" and "2026-pl".');
    return convertNumber(amount, fromYear.value, toYear.value, series.value);
  });
}

function convertNumber(cell: CellInput, fromYear: number, toYear: number, series: IndexSeries): Answer<CellValue> {
  if (typeof cell === 'object' && cell !== null) return refuseFault(cell);
  if (typeof cell !== 'number') return badArgument('Det beløb, der skal omregnes, er ikke et tal.', 'The amount to convert is not a number.');
  const missing = [fromYear, toYear].filter((year) => !series.values.some((value) => value.year === year));
  if (missing.length > 0) return notFound(`Indekset har ikke ${missing.join(', ')}.`, `The index does not have ${missing.join(', ')}.`);
  const amount = exactNumber(cell, 'kr.');
  const converted = amount === null ? null : convertPriceLevel(finer(amount), fromYear, toYear, series);
  return converted === null ? badArgument('Beløbet eller indekset kan ikke regnes nøjagtigt.', 'The amount or the index cannot be calculated exactly.') : answer(amountToNumber(converted.amount));
}

/** The amount with more decimals, as many as exact integers leave room for. */
function finer({ coefficient, decimals, unit }: Amount): Amount {
  const room = Math.max(0, Math.min(EXTRA_DECIMALS, 14 - String(Math.abs(coefficient)).length));
  return amountOf(coefficient * 10 ** room, decimals + room, unit);
}

function isYear(cell: CellInput): boolean {
  const year = priceLevelArgument(cell);
  return year.kind === 'value' && year.value !== null;
}

/** The years and values of a range: two columns, or two rows. Errors: no such pair of lines, a value that is no positive number, a year twice. */
function readIndex(range: unknown): Answer<IndexSeries> {
  const cells = readCells(range);
  const [first = []] = cells;
  const isAcross = cells.length === 2 && (first.length > 2 || (first.length === 2 && first.every(isYear)));
  const pairs = isAcross ? (cells[0] ?? []).map((year, column) => [year, cells[1]?.[column] ?? null] as const) : cells.map(([year = null, value = null]) => [year, value] as const);
  const values: IndexValue[] = [];
  for (const [label, value] of pairs) {
    const year = priceLevelArgument(label);
    if (year.kind !== 'value' || year.value === null) continue;
    const number = typeof value === 'number' && value > 0 ? exactNumber(value, 'kr.') : null;
    if (number === null) return badArgument(`Indekset har ingen brugbar værdi for ${year.value}.`, `The index has no usable value for ${year.value}.`);
    if (values.some((one) => one.year === year.value)) return badArgument(`Indekset har ${year.value} to gange.`, `The index has ${year.value} twice.`);
    values.push({ year: year.value, coefficient: number.coefficient, decimals: number.decimals });
  }
  if (values.length === 0) return badArgument('Indekset skal være to kolonner eller to rækker: år og værdi.', 'The index must be two columns or two rows: year and value.');
  return answer({ name: '', edition: '', source: '', values });
}
