import { type Initiative } from '../../../budget/agreement';
import { observe, type Subject } from '../../checking/check-building';
import { initiativePlace } from '../../checking/initiative-figures';
import { isSameRecommendation } from '../../checking/wording';
import { type Check, type Rule } from '../../rule';

const ID = 'recommendation-tie-out';

/** The recommendation in the table against the one that the initiative's own section states. */
export const recommendationTieOut: Rule = {
  id: ID,
  reference: 'Tie-out of the same fact in two places (ISA 500, inspection)',
  title: { da: 'Indstilling i tabellen ↔ afsnittet', en: 'Recommendation in the table vs section' },
  check: ({ agreement }) => agreement.initiatives.flatMap(checkInitiative),
};

function checkInitiative(initiative: Initiative, index: number): Check[] {
  const { recommendation, sectionRecommendation: section } = initiative;
  if (recommendation === null || section === null) return [];
  const place = { ...initiativePlace(initiative, index), position: section.position };
  const subject: Subject = { rule: ID, place, initiative: initiative.title, label: recommendation.text };
  const related = [{ ...place, position: recommendation.position }];
  if (isSameRecommendation(recommendation.text, section.text)) {
    return [observe(subject, 'agrees', 'info', { da: `Tabel og afsnit siger begge »${recommendation.text}«.`, en: `Table and section both say “${recommendation.text}”.` }, { related })];
  }
  return [observe(subject, 'differs', 'error', { da: `Tabellen siger »${recommendation.text}«, men afsnittet »${section.text}«.`, en: `The table says “${recommendation.text}”, but the section “${section.text}”.` }, { related, seen: [recommendation.text, section.text] })];
}
