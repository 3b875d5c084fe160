import { type Rule, type RuleInfo } from './rule';
import { amountMissing } from './rules/amount-missing';
import { captionMatchesTitle } from './rules/caption-matches-title';
import { columnFooting } from './rules/column-footing';
import { economyTotalTieOut } from './rules/economy-total-tie-out';
import { groupFooting } from './rules/group-footing';
import { leadTotalTieOut } from './rules/lead-total-tie-out';
import { overviewTieOut } from './rules/overview-tie-out';
import { periodTieOut } from './rules/period-tie-out';
import { rowCrossFooting } from './rules/row-cross-footing';
import { unitStated } from './rules/unit-stated';

/** The footing rules: their checks also show whether the document's sums are exact. */
export const SUM_RULES: readonly Rule[] = [rowCrossFooting, columnFooting, groupFooting];

/** Every rule over an agreement, in the order in which checks of one place are listed. */
export const RULES: readonly Rule[] = [
  ...SUM_RULES,
  leadTotalTieOut,
  economyTotalTieOut,
  overviewTieOut,
  periodTieOut,
  captionMatchesTitle,
  amountMissing,
  unitStated,
];

/** What is said of every rule, those over a workbook included; one documentation page and one test each. */
export const RULE_INFOS: readonly RuleInfo[] = [...RULES];

/** A rule's title and reference by its id; null for an id that no rule has. */
export function ruleInfo(id: string): RuleInfo | null {
  return RULE_INFOS.find((rule) => rule.id === id) ?? null;
}
