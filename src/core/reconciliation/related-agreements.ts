import { type Agreement } from '../budget/agreement';
import { identityOf, isSameAgreement, type AgreementIdentity } from './checking/same-agreement';
import { stem, tellingWords } from './checking/wording';
import { acrossDocuments } from './rules/tie-out/across-documents';

/** What tells, without the agreement itself, whether it has something to compare with another one. */
export interface AgreementOutline {
  readonly sha256: string;
  readonly identity: AgreementIdentity;
  /** The stems of the words of all titles. */
  readonly stems: ReadonlySet<string>;
  /** Amounts that are quoted from elsewhere: their period, and the stems of what they are said to be for. */
  readonly quotations: readonly Quotation[];
}

interface Quotation {
  readonly from: number | null;
  readonly to: number | null;
  readonly stems: readonly string[];
}

/** The outline of an agreement. */
export function outlineOf(agreement: Agreement): AgreementOutline {
  const { document, initiatives } = agreement;
  return {
    sha256: document.sha256,
    identity: identityOf(agreement),
    stems: new Set(initiatives.flatMap(({ title }) => stemsOf(title))),
    quotations: initiatives.flatMap(({ title, stated }) =>
      stated.flatMap(({ role, from, to, purpose }) => (role === 'background' ? [{ from, to: to ?? from, stems: [...new Set([...stemsOf(title), ...stemsOf(purpose)])] }] : [])),
    ),
  };
}

/**
 * Which of many agreements each has something to compare with: those that are the same agreement in another document, and earlier ones that it
 * quotes. Shape: by index, indexes into the same list; a document is not related to itself, and given twice it counts once.
 * Each looks only at those that share a title or a word of a quotation with it, in the years that both need.
 */
export function relatedAgreements(outlines: readonly (AgreementOutline | null)[]): readonly (readonly number[])[] {
  const byTitle = new Map<string, number[]>();
  const byStem = new Map<string, number[]>();
  const firstOf = new Map<string, number>();
  outlines.forEach((outline, index) => {
    if (outline === null || firstOf.has(outline.sha256)) return;
    firstOf.set(outline.sha256, index);
    for (const title of outline.identity.titles) append(byTitle, `${outline.identity.years.join()} ${title}`, index);
    for (const one of outline.stems) append(byStem, one, index);
  });
  return outlines.map((outline) => {
    if (outline === null) return [];
    const same = candidates([...outline.identity.titles].map((title) => `${outline.identity.years.join()} ${title}`), byTitle).filter((index) => isSameAgreement(outline.identity, identityAt(outlines, index)));
    const quoted = outline.quotations.flatMap((quotation) => candidates(quotation.stems, byStem).filter((index) => isQuotable(quotation, outline.identity.years, identityAt(outlines, index).years)));
    return [...new Set([...same, ...quoted])].filter((index) => outlines[index]?.sha256 !== outline.sha256).sort((one, other) => one - other);
  });
}

/** A quotation looks back, and its period, where it names one, lies within the quoted agreement. */
function isQuotable({ from, to }: Quotation, years: readonly number[], quoted: readonly number[]): boolean {
  const [first, last] = [quoted[0], quoted[quoted.length - 1]];
  if (first === undefined || last === undefined || first >= (years[0] ?? -Infinity)) return false;
  return from === null || (from >= first && (to ?? from) <= last);
}

function candidates(keys: readonly string[], index: ReadonlyMap<string, readonly number[]>): number[] {
  return [...new Set(keys.flatMap((key) => index.get(key) ?? []))];
}

function identityAt(outlines: readonly (AgreementOutline | null)[], index: number): AgreementIdentity {
  return outlines[index]?.identity ?? { years: [], titles: new Set() };
}

function stemsOf(text: string | null): string[] {
  return tellingWords(text ?? '').map(stem);
}

function append(index: Map<string, number[]>, key: string, value: number): void {
  const values = index.get(key);
  if (values === undefined) index.set(key, [value]);
  else values.push(value);
}

/** Whether any figure of an agreement was held against one of another. */
export function isComparedWith(agreement: Agreement, other: Agreement): boolean {
  const isNever = (): boolean => false;
  return acrossDocuments.check({ agreement, others: [other], isExactDocument: false, isAdministration: isNever, isDifference: isNever }).length > 0;
}
