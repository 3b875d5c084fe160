import { editedAfterImport } from './edited-after-import';
import { type Rule, type RuleInfo } from './rule';
import { acrossDocuments } from './rules/across-documents';
import { administrationShare } from './rules/administration-share';
import { amountMissing } from './rules/amount-missing';
import { breakdownFooting } from './rules/breakdown-footing';
import { captionMatchesTitle } from './rules/caption-matches-title';
import { columnArithmetic } from './rules/column-arithmetic';
import { columnFooting } from './rules/column-footing';
import { componentTieOut } from './rules/component-tie-out';
import { countTieOut } from './rules/count-tie-out';
import { duplicateInitiative } from './rules/duplicate-initiative';
import { economyTotalTieOut } from './rules/economy-total-tie-out';
import { groupFooting } from './rules/group-footing';
import { headerYears } from './rules/header-years';
import { leadTotalTieOut } from './rules/lead-total-tie-out';
import { ofWhichWithin } from './rules/of-which-within';
import { overviewTieOut } from './rules/overview-tie-out';
import { periodTieOut } from './rules/period-tie-out';
import { poolWithinInitiative } from './rules/pool-within-initiative';
import { priceLevelStated } from './rules/price-level-stated';
import { recommendationTieOut } from './rules/recommendation-tie-out';
import { rowCrossFooting } from './rules/row-cross-footing';
import { tableReferenceTieOut } from './rules/table-reference-tie-out';
import { unitStated } from './rules/unit-stated';
import { uncoveredFigure } from './uncovered-figure';
import { worksheetFooting } from './worksheet-footing';

/** The footing rules: their checks also show whether the document's sums are exact. */
export const SUM_RULES: readonly Rule[] = [rowCrossFooting, columnFooting, groupFooting];

/** Every rule over an agreement, in the order in which checks of one place are listed. */
export const RULES: readonly Rule[] = [
  ...SUM_RULES,
  columnArithmetic,
  ofWhichWithin,
  headerYears,
  leadTotalTieOut,
  economyTotalTieOut,
  tableReferenceTieOut,
  breakdownFooting,
  componentTieOut,
  overviewTieOut,
  periodTieOut,
  poolWithinInitiative,
  administrationShare,
  captionMatchesTitle,
  recommendationTieOut,
  countTieOut,
  duplicateInitiative,
  amountMissing,
  unitStated,
  priceLevelStated,
  acrossDocuments,
];

/** What is said of every rule, those over a workbook included; one documentation page and one test each. */
export const RULE_INFOS: readonly RuleInfo[] = [...RULES, uncoveredFigure, editedAfterImport, worksheetFooting];

/** A rule's title and reference by its id; null for an id that no rule has. */
export function ruleInfo(id: string): RuleInfo | null {
  return RULE_INFOS.find((rule) => rule.id === id) ?? null;
}
