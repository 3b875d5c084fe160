import { type Agreement, type Initiative, type Mention, type StatedAmount } from '../budget/agreement';

/** Version of the catalogue's file format; a file with a higher one is refused. */
export const CATALOGUE_VERSION = 1;

/** One agreement in a catalogue's index. Shape: `file` is relative to the index; `id` is unique in the catalogue. */
export interface CatalogueIndexEntry {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly layout: Agreement['document']['layout'];
  readonly documentName: string;
  readonly documentSha256: string;
  readonly priceLevel: string | null;
  readonly unit: string | null;
  readonly years: readonly number[];
  readonly initiatives: number;
  /** SHA-256 of the agreement's file, so that a reader knows what it already has and notices damage. */
  readonly sha256: string;
}

/** The index of a catalogue folder. */
export interface CatalogueIndex {
  readonly format: 'reserve-catalogue';
  readonly version: typeof CATALOGUE_VERSION;
  readonly agreements: readonly CatalogueIndexEntry[];
}

/** One agreement's file in a catalogue folder. */
export interface CatalogueFile {
  readonly format: 'reserve-agreement';
  readonly version: typeof CATALOGUE_VERSION;
  readonly agreement: Agreement;
}

/**
 * The agreement as a catalogue may publish it: names and figures with their page and line, no sentence of the document.
 * Notes, purposes, counted claims, cited lines and unread text are sentences or parts of them, and go.
 */
export function toCatalogueAgreement(agreement: Agreement): Agreement {
  return {
    ...withoutCitedLines(agreement),
    initiatives: agreement.initiatives.map(withoutSentences),
    mentions: agreement.mentions.map((mention): Mention => ({ ...mention, purpose: null })),
    unread: [],
    unmatchedSections: agreement.unmatchedSections.map((section) => ({ ...section, stated: section.stated.map(withoutPurpose) })),
    countClaims: [],
  };
}

function withoutCitedLines(agreement: Agreement): Agreement {
  return Object.fromEntries(Object.entries(agreement).filter(([name]) => name !== 'citedLines')) as unknown as Agreement;
}

function withoutSentences(initiative: Initiative): Initiative {
  return { ...initiative, notes: [], stated: initiative.stated.map(withoutPurpose) };
}

function withoutPurpose(stated: StatedAmount): StatedAmount {
  return { ...stated, purpose: null };
}

/**
 * A file name for an agreement: lower-case ASCII words of its title, made unique by the start of its document's hash.
 * @example catalogueId('Aftale om støtte 2026', 'ab12cd…') // 'aftale-om-stoette-2026-ab12cd34'
 */
export function catalogueId(title: string, documentSha256: string): string {
  const words = title
    .toLowerCase()
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'oe')
    .replace(/å/g, 'aa')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|(?<!-)-+$/g, '');
  return `${words.slice(0, 60).replace(/(?<!-)-+$/, '') || 'agreement'}-${documentSha256.slice(0, 8)}`;
}
