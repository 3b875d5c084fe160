import { type Agreement } from '../../budget/agreement';
import { normalizeWording } from './wording';

/** By what a document's agreement is told: the years of its tables, and what its initiatives are called. */
export interface AgreementIdentity {
  readonly years: readonly number[];
  /** Shape: normalized wordings, each once. */
  readonly titles: ReadonlySet<string>;
}

/** How much of the smaller document has to stand in the larger one: the overview and the sheets of one agreement word some titles differently. */
const SHARED_TITLES = 0.5;

/** The identity of an agreement. */
export function identityOf({ years, initiatives }: Agreement): AgreementIdentity {
  return { years, titles: new Set(initiatives.flatMap(({ title }) => (title === null ? [] : [normalizeWording(title)]))) };
}

/** Two documents are about one agreement when their tables cover the same years and the initiatives of the one are, for the most part, those of the other. */
export function isSameAgreement(a: AgreementIdentity, b: AgreementIdentity): boolean {
  const [smaller, larger] = a.titles.size <= b.titles.size ? [a, b] : [b, a];
  if (smaller.titles.size === 0 || !hasSameYears(a.years, b.years)) return false;
  const shared = [...smaller.titles].filter((title) => larger.titles.has(title)).length;
  return shared >= SHARED_TITLES * smaller.titles.size;
}

function hasSameYears(a: readonly number[], b: readonly number[]): boolean {
  return a.length > 0 && a.length === b.length && a.every((year, index) => year === b[index]);
}
