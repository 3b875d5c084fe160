import { cellAddress } from '../addresses';
import { amountFormat, finestDecimals } from '../layout/figures/number-formats';
import { type Language } from '../plan';
import { shownGroups } from './groups';
import { columnOf, yearColumns, type PictureFacts, type PictureTable } from './picture';
import { cell, colorsWithRest, formulaCell, restOf, type Line, type PicturePart } from './picture-sheet';
import { pictureText } from './picture-texts';

/** The money of each year by group: a part for every depth of groups (ministry, theme), one part for all initiatives where there are no groups. */
export function profileParts({ agreement, language }: PictureFacts, table: PictureTable): PicturePart[] {
  const depths = table.columns.filter(({ key }) => key.startsWith('group:'));
  const groups = depths.flatMap(({ key, header }): Grouping[] => {
    const names = shownGroups(agreement, Number(key.slice('group:'.length)));
    return names.length < 2 ? [] : [{ header, column: columnOf(table, key) ?? '', names }];
  });
  const frame = { unit: agreement.unit ?? '', format: amountFormat(finestDecimals(agreement)), years: yearColumns(table), language };
  return (groups.length === 0 ? [null] : groups).map((grouping) => profilePart(grouping, frame));
}

interface Grouping {
  readonly header: string;
  readonly column: string;
  readonly names: readonly string[];
}

interface ProfileFrame {
  readonly unit: string;
  readonly format: string;
  readonly years: ReturnType<typeof yearColumns>;
  readonly language: Language;
}

function profilePart(grouping: Grouping | null, { unit, format, years, language }: ProfileFrame): PicturePart {
  const text = (name: Parameters<typeof pictureText>[0]): string => pictureText(name, language);
  const names = grouping?.names ?? [];
  const withTotal = (label: Line[number], row: number, cells: Line, style?: 'total'): Line => [label, ...cells, formulaCell(`=SUM(${cellAddress(row, 1)}:${cellAddress(row, years.length)})`, format, style ?? 'strong')];
  const rows = (first: number): Line[] => [
    ...names.map((name, index) => withTotal(cell(name, 'label'), first + index, years.map(({ column }) => formulaCell(`=SUMPRODUCT((${grouping?.column ?? ''}=$${cellAddress(first + index, 0)})*1,${column})`, format)))),
    withTotal(cell(text(grouping === null ? 'all' : 'rest'), 'label'), first + names.length, years.map(({ column }, index) => formulaCell(`=SUM(${column})${restOf(first, names.length, index + 1)}`, format))),
  ];
  const heading = grouping === null ? text('byYear') : `${text('profileBy')} ${grouping.header.toLowerCase()}`;
  return {
    heading,
    headings: [grouping?.header ?? text('group'), ...years.map(({ year }) => String(year)), text('total')],
    rows,
    more: (first, count) => [withTotal(cell(text('total'), 'total'), first + count, years.map(({ column }) => formulaCell(`=SUM(${column})`, format, 'total')), 'total')],
    chart: { kind: 'ColumnStacked', title: heading, valueTitle: unit, by: 'Rows', columns: years.length + 1, colors: colorsWithRest(names.length + 1) },
  };
}
