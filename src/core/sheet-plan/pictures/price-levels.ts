import { cellAddress } from '../addresses';
import { amountFormat, finestDecimals } from '../layout/figures/number-formats';
import { shortAgreementName } from '../names';
import { type PlanCell } from '../plan';
import { leftOutText } from './cautions';
import { levelYear, pictureGap, yearColumns, type PictureFacts, type PictureSource, type PictureTable } from './picture';
import { cell, formulaCell, seriesColors, spanOf, type Line, type PicturePart } from './picture-sheet';
import { pictureText } from './picture-texts';

/** The rows of the index, below its headings: the price level asked for, edition, source; then one for each price level. */
const INPUT_ROWS = 3;

/**
 * Agreements in one price level, with the index that the user enters in cells: edition and source have to be named, and without them, or without one of the
 * two index values, an amount of another price level is #N/A. Amounts at the level that is asked for stand as they are.
 */
export function priceLevelParts(facts: PictureFacts, table: PictureTable): PicturePart[] {
  const { agreement, language } = facts;
  const own = levelYear(agreement);
  const sources = [{ agreement, table }, ...comparable(facts)];
  const levels = [...new Set(sources.map((source) => levelYear(source.agreement)))].filter((year) => year !== null).sort((a, b) => a - b);
  if (own === null) return [];
  const place: { first: number } = { first: 0 };
  return [indexPart(levels, own, place, language), comparedPart(sources, levels.length, place, facts)];
}

/** An agreement that is held against others. */
interface ComparedSource {
  readonly agreement: PictureSource['agreement'];
  readonly table: PictureTable;
}

/** The other agreements of the workbook whose amounts can be brought to the same price level. */
function comparable({ agreement, others }: PictureFacts): ComparedSource[] {
  return others.flatMap((other): ComparedSource[] => (other.overview === null || reasonToLeaveOut(agreement, other) !== null ? [] : [{ agreement: other.agreement, table: other.overview }]));
}

function reasonToLeaveOut(agreement: PictureSource['agreement'], other: PictureSource): 'unit' | 'price-level' | null {
  if (other.overview === null || pictureGap('price-levels', other.agreement) !== null) return 'price-level';
  return other.agreement.unit === agreement.unit ? null : 'unit';
}

/** Which agreements of the workbook are not in the picture, and why, as sentences. */
export function leftOut({ agreement, others, language }: PictureFacts): string[] {
  return others.flatMap((other) => {
    const reason = reasonToLeaveOut(agreement, other);
    return reason === null ? [] : [leftOutText(other.agreement.title ?? other.agreement.document.name, reason, language)];
  });
}

function indexPart(levels: readonly number[], own: number, place: { first: number }, language: PictureFacts['language']): PicturePart {
  const text = (name: Parameters<typeof pictureText>[0]): string => pictureText(name, language);
  const blank: PlanCell = { kind: 'blank', format: 'General' };
  return {
    heading: text('index'),
    note: text('indexHint'),
    headings: [text('level'), text('index').split(',')[0] ?? ''],
    rows: (first) => {
      place.first = first;
      return [
        [cell(text('target'), 'strong'), levelCell(own)],
        [cell(text('edition')), blank],
        [cell(text('indexSource')), blank],
        ...levels.map((level): Line => [{ ...levelCell(level), style: 'right' }, blank]),
      ];
    },
    chart: null,
  };
}

/** The year of a price level as a number that reads "2026-pl". */
function levelCell(level: number): Extract<PlanCell, { kind: 'number' }> {
  return { kind: 'number', value: level, format: '0"-pl"' };
}

function comparedPart(sources: readonly ComparedSource[], levels: number, place: { readonly first: number }, { agreement, language }: PictureFacts): PicturePart {
  const text = (name: Parameters<typeof pictureText>[0]): string => pictureText(name, language);
  const years = [...new Set(sources.flatMap(({ table }) => yearColumns(table).map(({ year }) => year)))].sort((a, b) => a - b);
  const format = amountFormat(finestDecimals(agreement));
  const fixed = (row: number, column: number): string => cellAddress(row, column).replace(/^([A-Z]+)/, '$$$1$$');
  const [factorColumn, levelColumn] = [years.length + 2, years.length + 1];
  const rows = (first: number): Line[] => {
    const [target, edition, source] = [0, 1, 2].map((row) => fixed(place.first + row, 1));
    const [from, to] = [place.first + INPUT_ROWS, place.first + INPUT_ROWS + levels - 1];
    const indexOf = (level: string): string => `N(INDEX(${fixed(from, 1)}:${fixed(to, 1)},MATCH(${level},${fixed(from, 0)}:${fixed(to, 0)},0)))`;
    return sources.map(({ agreement: one, table }, index): Line => {
      const row = first + index;
      const [level, factor] = [cellAddress(row, levelColumn), `$${cellAddress(row, factorColumn)}`];
      const columns = new Map(yearColumns(table).map(({ year, column }) => [year, column]));
      const isMissing = `OR(${edition}="",${source}="",${indexOf(target ?? '')}<=0,${indexOf(level)}<=0)`;
      return [
        cell(shortAgreementName(one), 'label'),
        ...years.map((year): PlanCell => (columns.has(year) ? formulaCell(`=SUM(${columns.get(year) ?? ''})*${factor}`, format) : { kind: 'blank', format })),
        levelCell(levelYear(one) ?? 0),
        formulaCell(`=IF(${target}=${level},1,IF(${isMissing},NA(),${indexOf(target ?? '')}/${indexOf(level)}))`, '0.0000'),
      ];
    });
  };
  return {
    heading: text('inOneLevel'),
    headings: [text('agreement'), ...years.map(String), text('level'), text('factor')],
    rows,
    more: (first, count) => [[formulaCell(`=${conversionNote(spanOf(first, count, factorColumn), place.first, language)}`, 'General', 'strong')]],
    chart: { kind: 'ColumnClustered', title: text('inOneLevel'), valueTitle: agreement.unit ?? '', by: 'Rows', columns: years.length + 1, colors: seriesColors(sources.length) },
  };
}

/** Says with what index the amounts were converted, or that some were not. */
function conversionNote(factors: string, first: number, language: PictureFacts['language']): string {
  const [target, edition, source] = [0, 1, 2].map((row) => cellAddress(first + row, 1));
  const missing = { da: '! Ikke alt er omregnet: skriv indeks, udgave og kilde ovenfor.', en: '! Not everything is converted: enter index, edition and source above.' }[language];
  const unchanged = { da: 'Alle beløb står i deres eget prisniveau; intet er omregnet.', en: 'All amounts stand at their own price level; nothing is converted.' }[language];
  const converted = { da: 'Omregnet til ', en: 'Converted to ' }[language];
  return `IF(ISERROR(SUM(${factors})),"${missing}",IF(SUM(${factors})=ROWS(${factors}),"${unchanged}","${converted}"&${target}&"-pl: "&${edition}&", "&${source}))`;
}
