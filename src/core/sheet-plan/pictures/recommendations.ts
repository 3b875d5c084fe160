import { cellAddress } from '../addresses';
import { CHART_COLORS } from '../colors';
import { amountFormat, finestDecimals } from '../layout/figures/number-formats';
import { hasMixedUnits } from '../layout/table-columns';
import { columnOf, mainAmountKey, type PictureFacts, type PictureTable } from './picture';
import { cell, formulaCell, spanOf, type Line, type PicturePart } from './picture-sheet';
import { pictureText } from './picture-texts';

/** What is recommended for expiring grants: for each recommendation the amounts and how many initiatives it is made for. */
export function recommendationParts({ agreement, language }: PictureFacts, table: PictureTable): PicturePart[] {
  const text = (name: Parameters<typeof pictureText>[0]): string => pictureText(name, language);
  const column = columnOf(table, 'recommendation');
  if (column === null) return [];
  const amounts = hasMixedUnits(agreement) ? [] : amountColumns(agreement, table);
  const format = amountFormat(finestDecimals(agreement));
  const names = distinct(agreement.initiatives.flatMap(({ recommendation }) => (recommendation === null ? [] : [recommendation.text])));
  const line = (label: Line[number], condition: string): Line => [
    label,
    ...amounts.map((amount) => formulaCell(`=SUMPRODUCT(${condition}*1,${amount.column})`, format)),
    formulaCell(`=SUMPRODUCT(${condition}*1)`, '0'),
  ];
  const title = text(amounts.length === 0 ? 'countByRecommendation' : 'byRecommendation');
  return [{
    heading: title,
    headings: [table.columns.find(({ key }) => key === 'recommendation')?.header ?? '', ...amounts.map(({ header }) => header), text('count')],
    rows: (first) => [...names.map((name, index) => line(cell(name, 'label'), `(${column}=$${cellAddress(first + index, 0)})`)), line(cell(text('noRecommendation')), `(${column}="")`)],
    more: (first, rows) => [
      [cell(text('rest')), ...amounts.map((amount, index) => formulaCell(`=SUM(${amount.column})-SUM(${spanOf(first, rows, index + 1)})`, format)), formulaCell(`=ROWS(${column})-SUM(${spanOf(first, rows, amounts.length + 1)})`, '0')],
      [cell(text('total'), 'total'), ...amounts.map((amount) => formulaCell(`=SUM(${amount.column})`, format, 'total')), formulaCell(`=ROWS(${column})`, '0', 'total')],
    ],
    chart: { kind: 'BarClustered', title, valueTitle: amounts.length === 0 ? text('count') : (agreement.unit ?? ''), by: 'Columns', columns: 2, colors: CHART_COLORS.slice(0, 1) },
  }];
}

/** The total where the table has one, else its columns of amounts. */
function amountColumns(agreement: PictureFacts['agreement'], table: PictureTable): { readonly header: string; readonly column: string }[] {
  const main = mainAmountKey(agreement);
  return table.columns.flatMap(({ key, header }) => {
    const column = (main === null ? key.startsWith('amount:') : key === main) ? columnOf(table, key) : null;
    return column === null ? [] : [{ header, column }];
  });
}

/** Texts without those that differ in capitals alone, as Excel compares them. */
function distinct(texts: readonly string[]): string[] {
  return [...new Map(texts.map((text) => [text.toLowerCase(), text])).values()];
}
