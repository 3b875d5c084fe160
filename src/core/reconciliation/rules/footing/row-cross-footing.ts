import { type Check, type Rule } from '../../rule';
import { checkSum } from '../../checking/check-building';
import { addendsOfTotal, allRows, hasFigures, participant, type PrintedRow } from '../../checking/printed-rows';
import { suggestFigureSlip } from '../../checking/suggestion';

const ID = 'row-cross-footing';

/** Sum of a row's years, one by one or several in a column, against the row's printed total. */
export const rowCrossFooting: Rule = {
  id: ID,
  reference: 'XBRL Calculations 1.1, round-to-nearest; cross-footing as audit practice (ISA 500, recalculation)',
  title: { da: 'Sum over årene', en: 'Sum over the years' },
  check: (context) => allRows(context.agreement).flatMap((row) => checkRow(row, context.isExactDocument)),
};

function checkRow(row: PrintedRow, isExactDocument: boolean): Check[] {
  const totalIndex = row.columns.findIndex((column) => column.kind === 'total');
  const years = addendsOfTotal(row);
  if (totalIndex < 0 || years.length === 0 || row.row.kind === 'heading' || !hasFigures(row.row)) return [];
  const total = participant(row, totalIndex);
  return [
    checkSum({
      subject: { rule: ID, place: total.place, initiative: row.initiative, label: row.label },
      addends: years.map((index) => participant(row, index)),
      total,
      isExactDocument,
      suggest: suggestFigureSlip,
    }),
  ];
}
