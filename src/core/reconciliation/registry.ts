import { type Language } from '../money/danish-number';
import { editedAfterImport } from './worksheet/edited-after-import';
import { ownTableTieOut } from './worksheet/own-table-tie-out';
import { type Rule, type RuleInfo } from './rule';
import { acrossDocuments } from './rules/tie-out/across-documents';
import { administrationShare } from './rules/footing/administration-share';
import { amountMissing } from './rules/stated/amount-missing';
import { breakdownFooting } from './rules/footing/breakdown-footing';
import { captionMatchesTitle } from './rules/stated/caption-matches-title';
import { columnArithmetic } from './rules/footing/column-arithmetic';
import { columnFooting } from './rules/footing/column-footing';
import { componentTieOut } from './rules/tie-out/component-tie-out';
import { countTieOut } from './rules/tie-out/count-tie-out';
import { duplicateInitiative } from './rules/stated/duplicate-initiative';
import { economyTotalTieOut } from './rules/tie-out/economy-total-tie-out';
import { groupFooting } from './rules/footing/group-footing';
import { headerYears } from './rules/stated/header-years';
import { leadTotalTieOut } from './rules/tie-out/lead-total-tie-out';
import { ofWhichWithin } from './rules/footing/of-which-within';
import { overviewTieOut } from './rules/tie-out/overview-tie-out';
import { periodTieOut } from './rules/tie-out/period-tie-out';
import { poolWithinInitiative } from './rules/tie-out/pool-within-initiative';
import { priceLevelStated } from './rules/stated/price-level-stated';
import { recommendationTieOut } from './rules/tie-out/recommendation-tie-out';
import { rowCrossFooting } from './rules/footing/row-cross-footing';
import { tableReferenceTieOut } from './rules/tie-out/table-reference-tie-out';
import { unitStated } from './rules/stated/unit-stated';
import { uncoveredFigure } from './uncovered-figure';
import { worksheetFooting } from './worksheet/worksheet-footing';

/** The footing rules: their checks also show whether the document's sums are exact. */
export const SUM_RULES: readonly Rule[] = [rowCrossFooting, columnFooting, groupFooting];

/** The rules that look at one document alone. */
export const DOCUMENT_RULES: readonly Rule[] = [
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
];

/** Every rule over an agreement, in the order in which checks of one place are listed. */
export const RULES: readonly Rule[] = [...DOCUMENT_RULES, acrossDocuments];

/** What is said of every rule, those over a workbook included; one documentation page and one test each. */
export const RULE_INFOS: readonly RuleInfo[] = [...RULES, uncoveredFigure, editedAfterImport, worksheetFooting, ownTableTieOut];

/** What a rule is called; one that is not known, its id. */
export function ruleTitle(id: string, language: Language): string {
  return ruleInfo(id)?.title[language] ?? id;
}

/** A rule's title and reference by its id; null for an id that no rule has. */
export function ruleInfo(id: string): RuleInfo | null {
  return RULE_INFOS.find((rule) => rule.id === id) ?? null;
}
