import { coveredRows, isSumRow } from '../../../budget/table-structure';
import { checkBlock } from '../../checking/footing-block';
import { initiativeRows, type PrintedRow, tableRows } from '../../checking/printed-rows';
import { type Check, type Rule, type RuleContext } from '../../rule';

const ID = 'column-footing';

/** Sum of the components against the printed total row, per year and total; of-which rows are parts and are not added. */
export const columnFooting: Rule = {
  id: ID,
  reference: 'XBRL Calculations 1.1, round-to-nearest; footing as audit practice (ISA 500, recalculation)',
  title: { da: 'Sum af delposter', en: 'Sum of components' },
  check: (context) => [
    ...context.agreement.initiatives.flatMap((initiative, index) => checkRows(initiativeRows(initiative, index), context)),
    ...context.agreement.tables.flatMap((_table, index) => checkRows(tableRows(context.agreement, index), context)),
  ],
};

function checkRows(rows: readonly PrintedRow[], context: RuleContext): Check[] {
  const structure = rows.map((row) => row.row).map((row, index) => (rows[index]?.place.initiative !== null && rows[index]?.place.component === null ? { ...row, kind: 'total' as const } : row));
  return rows.flatMap((sum, index) => {
    const row = structure[index];
    if (row === undefined || !isSumRow(row)) return [];
    const addends = coveredRows(structure, index).flatMap((covered) => rows[covered] ?? []);
    return addends.length === 0 ? [] : checkBlock(ID, { sum, addends }, context);
  });
}
