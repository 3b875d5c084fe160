import { type Agreement, type Initiative, type PartKind } from '../../../budget/agreement';
import { notCheckable } from '../../checking/check-building';
import { checkBlock } from '../../checking/footing-block';
import { overviewRow, type PrintedRow, totalRows } from '../../checking/printed-rows';
import { type Check, type Rule } from '../../rule';

const ID = 'group-footing';

/** Sum of the initiatives against their group's printed subtotal, and of the groups against the grand total. */
export const groupFooting: Rule = {
  id: ID,
  reference: 'XBRL Calculations 1.1, round-to-nearest; footing of subtotals as audit practice (ISA 500, recalculation)',
  title: { da: 'Sum af grupper', en: 'Sum of groups' },
  check: (context) => {
    const { agreement } = context;
    const sums = totalRows(agreement);
    const notTotalled = columnsWithoutTotals(sums);
    const members = membersOf(agreement);
    const rowsOf = new Map<string, readonly PrintedRow[]>();
    let compared = 0;
    return sums.flatMap((sum, index): Check[] => {
      const key = keyOf(agreement.totals[index]?.group ?? []);
      const { totals = [], initiatives = [] } = members.get(key) ?? {};
      const addends = rowsOf.get(key) ?? [...totals.flatMap((total) => sums[total] ?? []), ...initiatives.flatMap((position) => overviewRowAt(agreement, position) ?? [])];
      rowsOf.set(key, addends);
      if (addends.length === 0) return [];
      compared += addends.length;
      return compared > MOST_COMPARED ? [notCompared(sum)] : checkBlock(ID, { sum, addends, notTotalled }, context);
    });
  },
};

/** How many rows all sums of a document together are compared with. No agreement comes near; what goes beyond is said of each sum. */
const MOST_COMPARED = 50_000;

function notCompared({ place, initiative, label }: PrintedRow): Check {
  const message = { da: 'Dokumentet har flere summer, end der kontrolleres. Denne sum er ikke sammenholdt med sine rækker.', en: 'The document has more sums than are checked. This one was not compared with its rows.' };
  return notCheckable({ rule: ID, place, initiative, label }, message, 'warning');
}

/** The headings of columns beside years and total ("Varigt") in which every printed sum has a dash: their figures are not added up. */
function columnsWithoutTotals(sums: readonly PrintedRow[]): Set<string> {
  const [dashed, figured] = [new Set<string>(), new Set<string>()];
  for (const { columns, row } of sums) columns.forEach((column, index) => column.kind === 'amount' && (row.cells[index]?.kind === 'nil' ? dashed : figured).add(column.header));
  return new Set([...dashed].filter((header) => !figured.has(header)));
}

/** Parts that list no initiatives: what stands in them alone is in no printed total. */
const DETAILS: ReadonlySet<PartKind> = new Set(['initiative-sheet', 'initiative-form']);

function overviewRowAt({ initiatives }: Agreement, position: number): PrintedRow | null {
  const initiative = initiatives[position];
  return initiative === undefined ? null : overviewRow(initiative, position);
}

/** What a printed sum of a group adds up: the sums and the initiatives right under it, by their indexes. */
interface Members {
  readonly totals: number[];
  readonly initiatives: number[];
}

/** For each group with a printed sum the largest subtotals inside it and the initiatives under none of those. Shape: by `keyOf` the group; linear in totals and initiatives. */
function membersOf({ totals, initiatives }: Agreement): ReadonlyMap<string, Members> {
  const members = new Map<string, Members>(totals.map(({ group }) => [keyOf(group), { totals: [], initiatives: [] }]));
  totals.forEach(({ group }, index) => {
    if (group.length > 0) members.get(enclosing(group.slice(0, -1), members))?.totals.push(index);
  });
  initiatives.forEach((initiative, index) => {
    if (isListed(initiative)) members.get(enclosing(initiative.group, members))?.initiatives.push(index);
  });
  return members;
}

/** The innermost group with a printed sum that a group is or stands in; '' where there is none. */
function enclosing(group: readonly string[], members: ReadonlyMap<string, Members>): string {
  for (let length = group.length; length >= 0; length -= 1) {
    const key = keyOf(group.slice(0, length));
    if (members.has(key)) return key;
  }
  return '';
}

/** A group and those around it as one text. */
function keyOf(group: readonly string[]): string {
  return JSON.stringify(group);
}

function isListed({ places, overview }: Initiative): boolean {
  return places.length === 0 || overview !== undefined || places.some(({ kind }) => !DETAILS.has(kind));
}
