import { cellAddress } from '../addresses';
import { amountFormat, finestDecimals } from '../layout/figures/number-formats';
import { type Language } from '../plan';
import { columnOf, yearColumns, type PictureFacts, type PictureTable } from './picture';
import { cell, colorsWithRest, countWarning, formulaCell, restOf, type Line, type PicturePart } from './picture-sheet';
import { pictureText } from './picture-texts';
import { shownGroups } from './groups';

/** When grants expire: what initiatives get in their last year with money, by year and group, and each initiative's last year. */
export function expiryParts({ agreement, language }: PictureFacts, table: PictureTable): PicturePart[] {
  const format = amountFormat(finestDecimals(agreement));
  const years = yearColumns(table);
  const lastYears = years.map(({ year, column }, index): LastYear => ({ year, column, isLast: isLastYear(years.slice(index + 1).map((later) => later.column)) }));
  return [byGroup(agreement.unit ?? '', groupsOf(agreement, table), lastYears, format, language), byInitiative(agreement.initiatives.length, table, lastYears, format, language)];
}

/** A year's column with the condition that a row has nothing in any later year; empty for the last. */
interface LastYear {
  readonly year: number;
  readonly column: string;
  readonly isLast: string;
}

/** Source: a comparison is added up before it is held against a number, for in Excel FALSE is not 0; an empty cell is not unlike 0. */
function isLastYear(later: readonly string[]): string {
  return later.length === 0 ? '' : `(${later.map((column) => `(${column}<>0)`).join('+')}+0=0)`;
}

function groupsOf(agreement: PictureFacts['agreement'], table: PictureTable): { readonly column: string; readonly names: readonly string[] } | null {
  const column = columnOf(table, 'group:0');
  const names = shownGroups(agreement, 0);
  return column === null || names.length < 2 ? null : { column, names };
}

function byGroup(unit: string, groups: ReturnType<typeof groupsOf>, years: readonly LastYear[], format: string, language: Language): PicturePart {
  const text = (name: Parameters<typeof pictureText>[0]): string => pictureText(name, language);
  const expiring = ({ column, isLast }: LastYear, condition: string): string => {
    const conditions = [condition, isLast].filter((part) => part !== '');
    return conditions.length === 0 ? `SUM(${column})` : `SUMPRODUCT(${conditions.join('*')}*1,${column})`;
  };
  const names = groups?.names ?? [];
  const rows = (first: number): Line[] => [
    ...names.map((name, index): Line => [cell(name, 'label'), ...years.map((year) => formulaCell(`=${expiring(year, `(${groups?.column ?? ''}=$${cellAddress(first + index, 0)})`)}`, format))]),
    [cell(text(groups === null ? 'all' : 'rest'), 'label'), ...years.map((year, index) => formulaCell(`=${expiring(year, '')}${restOf(first, names.length, index + 1)}`, format))],
  ];
  const more = (): Line[] => [
    [cell(text('total'), 'total'), ...years.map((year) => formulaCell(`=${expiring(year, '')}`, format, 'total'))],
    [cell(text('count')), ...years.map(({ column, isLast }) => formulaCell(`=SUMPRODUCT((${column}<>0)*${isLast === '' ? '1' : isLast})`, '0'))],
  ];
  const last = years.at(-1)?.year ?? '';
  return {
    heading: text('expiryByGroup'),
    note: `${last} ${text('horizon')}`,
    headings: [text('group'), ...years.map(({ year }) => String(year))],
    rows,
    more,
    chart: { kind: 'ColumnStacked', title: text('expiryChart'), valueTitle: unit, by: 'Rows', columns: years.length + 1, colors: colorsWithRest(names.length + 1) },
  };
}

function byInitiative(count: number, table: PictureTable, years: readonly LastYear[], format: string, language: Language): PicturePart {
  const text = (name: Parameters<typeof pictureText>[0]): string => pictureText(name, language);
  const title = columnOf(table, 'title') ?? '';
  const last = (row: number, shown: (year: LastYear) => string): string => years.reduce((otherwise, year) => `IF(N(INDEX(${year.column},${row}))<>0,${shown(year)},${otherwise})`, '"–"');
  return {
    heading: text('expiryByInitiative'),
    headings: [text('initiative'), text('lastYear'), text('lastAmount')],
    rows: () => Array.from({ length: count }, (_, index): Line => [
      formulaCell(`=INDEX(${title},${index + 1})`, 'General'),
      formulaCell(`=${last(index + 1, ({ year }) => String(year))}`, '0', 'right'),
      formulaCell(`=${last(index + 1, ({ column }) => `INDEX(${column},${index + 1})`)}`, format, 'right'),
    ]),
    more: () => [[formulaCell(`=${countWarning(title, count, language)}`, 'General', 'strong')]],
    chart: null,
  };
}
