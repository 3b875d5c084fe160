import { checkOwnTable } from '../../src/core/tie-out/own-table/check-own-table';
import { type ComparedTable } from '../../src/core/tie-out/own-table/compared-table';
import { ownTableTieOut } from '../../src/core/reconciliation/worksheet/own-table-tie-out';
import { buildAgreement } from './agreement-builder';
import { checkLine } from './check-lines';
import { buildGrid } from './grid-text';

/** A table of the user's that was remembered without any choice of his. */
const REMEMBERED: ComparedTable = {
  id: 'own',
  table: null,
  rangeName: 'Reserve_tabel_1',
  sheet: 'Budget',
  address: 'A1',
  endsAtBottom: true,
  endsAtRight: true,
  choices: { rows: [], columns: [], rowRoles: [], columnRoles: [], unit: null, priceLevel: null },
  matched: [],
  merged: [],
};

/** The comparison of a table of the user's with an agreement, a check a line. Shape: the agreement, a line "own table", the table. */
export function ownTableLines(input: string): string[] {
  const [agreement = '', table = ''] = input.split(/^own table\n/m);
  const { checks } = checkOwnTable(REMEMBERED, buildGrid(table), buildAgreement(agreement));
  return checks.flatMap(({ check }) => (check.rule === ownTableTieOut.id ? [checkLine(check)] : []));
}
