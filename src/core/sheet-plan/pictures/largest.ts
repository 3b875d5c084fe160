import { cellAddress } from '../addresses';
import { CHART_COLORS } from '../colors';
import { amountFormat, finestDecimals } from '../layout/figures/number-formats';
import { headerCell } from '../layout/table-formulas';
import { columnOf, mainAmountKey, type PictureFacts, type PictureTable } from './picture';
import { cell, formulaCell, restOf, type Line, type PicturePart } from './picture-sheet';
import { pictureText } from './picture-texts';

/** The most initiatives that are named. */
const MOST_NAMED = 15;

/** The largest initiatives, found anew whenever a figure changes: the amount by its rank, the initiative by the row in which that amount stands. */
export function largestParts({ agreement, language }: PictureFacts, table: PictureTable): PicturePart[] {
  const text = (name: Parameters<typeof pictureText>[0]): string => pictureText(name, language);
  const key = mainAmountKey(agreement) ?? '';
  const [amounts, titles] = [columnOf(table, key), columnOf(table, 'title')];
  const header = table.columns.find((column) => column.key === key)?.header;
  if (amounts === null || titles === null || header === undefined) return [];
  const count = Math.min(MOST_NAMED, agreement.initiatives.length);
  const format = amountFormat(finestDecimals(agreement));
  const line = (first: number, rank: number): Line => {
    const [amount, place] = [cellAddress(first + rank, 1), cellAddress(first + rank, 3)];
    const same = `COUNTIF(B$${first + 1}:${amount},${amount})`;
    return [
      formulaCell(`=IF(${place}="","",INDEX(${titles},${place}))`, 'General'),
      formulaCell(`=IF(COUNT(${amounts})<${rank + 1},0,LARGE(${amounts},${rank + 1}))`, format),
      formulaCell(`=IF(SUM(${amounts})=0,0,${amount}/SUM(${amounts}))`, '0.0%'),
      formulaCell(`=IF(COUNT(${amounts})<${rank + 1},"",SUMPRODUCT(SMALL(ROW(${amounts})-ROW(${headerCell(table.name, header)})+(${amounts}<>${amount})*1000000,${same})))`, '0', 'subtle'),
    ];
  };
  return [{
    heading: text('largestChart'),
    headings: [text('initiative'), header, text('share'), text('place')],
    rows: (first) => Array.from({ length: count }, (_, rank) => line(first, rank)),
    more: (first) => [
      [cell(text('rest')), formulaCell(`=SUM(${amounts})${restOf(first, count, 1)}`, format)],
      [cell(text('total'), 'total'), formulaCell(`=SUM(${amounts})`, format, 'total')],
    ],
    chart: { kind: 'BarClustered', title: text('largestChart'), valueTitle: agreement.unit ?? '', by: 'Columns', columns: 2, colors: CHART_COLORS.slice(0, 1) },
  }];
}
