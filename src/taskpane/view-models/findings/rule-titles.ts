import { type Language } from '../../../core/money/danish-number';
import { RULE_INFOS } from '../../../core/reconciliation/registry';

const TITLES = new Map<string, (typeof RULE_INFOS)[number]['title']>(RULE_INFOS.map(({ id, title }) => [id, title]));

/** What a rule is called; one that is not known, its id. */
export function ruleTitle(rule: string, language: Language): string {
  return TITLES.get(rule)?.[language] ?? rule;
}
