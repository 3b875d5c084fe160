import { type Agreement, type PartKind } from '../../../budget/agreement';
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
    const sums = totalRows(context.agreement);
    const notTotalled = columnsWithoutTotals(sums);
    return sums.flatMap((sum, index): Check[] => {
      const addends = membersOf(context.agreement, index, sums);
      return addends.length === 0 ? [] : checkBlock(ID, { sum, addends, notTotalled }, context);
    });
  },
};

/** The headings of columns beside years and total ("Varigt") in which every printed sum has a dash: their figures are not added up. */
function columnsWithoutTotals(sums: readonly PrintedRow[]): Set<string> {
  const [dashed, figured] = [new Set<string>(), new Set<string>()];
  for (const { columns, row } of sums) columns.forEach((column, index) => column.kind === 'amount' && (row.cells[index]?.kind === 'nil' ? dashed : figured).add(column.header));
  return new Set([...dashed].filter((header) => !figured.has(header)));
}

/** Parts that list no initiatives: what stands in them alone is in no printed total. */
const DETAILS: ReadonlySet<PartKind> = new Set(['initiative-sheet', 'initiative-form']);

/** The largest printed subtotals inside a group and the initiatives under none of them. */
function membersOf(agreement: Agreement, index: number, sums: readonly PrintedRow[]): PrintedRow[] {
  const group = agreement.totals[index]?.group ?? [];
  const inside = agreement.totals.flatMap((total, other) => (other !== index && isInside(total.group, group) && total.group.length > group.length ? [other] : []));
  const largest = inside.filter((one) => !inside.some((other) => other !== one && isStrictlyInside(agreement, one, other)));
  const loose = agreement.initiatives.flatMap((initiative, position) => {
    const isCovered = largest.some((total) => isInside(initiative.group, agreement.totals[total]?.group ?? []));
    const isListed = initiative.places.length === 0 || initiative.overview !== undefined || initiative.places.some(({ kind }) => !DETAILS.has(kind));
    return isListed && isInside(initiative.group, group) && !isCovered ? (overviewRow(initiative, position) ?? []) : [];
  });
  return [...largest.flatMap((total) => sums[total] ?? []), ...loose];
}

function isStrictlyInside(agreement: Agreement, one: number, other: number): boolean {
  const [inner, outer] = [agreement.totals[one]?.group ?? [], agreement.totals[other]?.group ?? []];
  return inner.length > outer.length && isInside(inner, outer);
}

function isInside(group: readonly string[], outer: readonly string[]): boolean {
  return outer.every((name, level) => group[level] === name);
}
