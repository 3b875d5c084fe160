import { type Agreement } from '../../budget/agreement';
import { checkBlock } from '../checking/footing-block';
import { initiativeRows, type PrintedRow, totalRows } from '../checking/printed-rows';
import { type Check, type Rule } from '../rule';

const ID = 'group-footing';

/** Sum of the initiatives against their group's printed subtotal, and of the groups against the grand total. */
export const groupFooting: Rule = {
  id: ID,
  reference: 'XBRL Calculations 1.1, round-to-nearest; footing of subtotals as audit practice (ISA 500, recalculation)',
  title: { da: 'Sumkontrol af grupper', en: 'Footing of groups' },
  check: (context) => {
    const sums = totalRows(context.agreement);
    return sums.flatMap((sum, index): Check[] => {
      const addends = membersOf(context.agreement, index, sums);
      return addends.length === 0 ? [] : checkBlock(ID, { sum, addends }, context);
    });
  },
};

/** The largest printed subtotals inside a group and the initiatives under none of them. */
function membersOf(agreement: Agreement, index: number, sums: readonly PrintedRow[]): PrintedRow[] {
  const group = agreement.totals[index]?.group ?? [];
  const inside = agreement.totals.flatMap((total, other) => (other !== index && isInside(total.group, group) && total.group.length > group.length ? [other] : []));
  const largest = inside.filter((one) => !inside.some((other) => other !== one && isStrictlyInside(agreement, one, other)));
  const loose = agreement.initiatives.flatMap((initiative, position) => {
    const isCovered = largest.some((total) => isInside(initiative.group, agreement.totals[total]?.group ?? []));
    const own = initiativeRows(initiative, position).filter((row) => row.place.component === null);
    return isInside(initiative.group, group) && !isCovered ? own : [];
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
