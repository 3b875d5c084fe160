import { type Agreement, type Initiative, type Mention, type Pool } from '../../core/budget/agreement';
import { findAgreement, type Catalogue } from '../../core/catalogue/catalogue';
import { findEntry } from '../../core/catalogue/find-entry';
import { type StoredImport, type WorkbookState } from '../../excel/workbook-port';
import { type OpenDocument, type PaneState } from '../state/pane-state';

/** Where an agreement at hand comes from. */
export type AgreementOrigin = 'workbook' | 'opened' | 'catalogue';

/** An agreement that the pane can search in. */
export interface AgreementAtHand {
  readonly agreement: Agreement;
  readonly origin: AgreementOrigin;
  readonly importId: string | null;
}

/** One hit of the search: an agreement with those of its initiatives that match; of one without initiatives, the amounts of the text whose purpose does. */
export interface SearchHit extends AgreementAtHand {
  readonly initiatives: readonly { readonly initiative: Initiative; readonly index: number }[];
  readonly mentions: readonly Mention[];
}

/** Every agreement at hand, each document once: what is in the workbook, then what is open, then the catalogue. */
export function agreementsAtHand(state: Pick<PaneState, 'workbook' | 'documents' | 'catalogue'>): readonly AgreementAtHand[] {
  const all: AgreementAtHand[] = [
    ...(state.workbook?.imports ?? []).map(({ agreement, importId }): AgreementAtHand => ({ agreement, origin: 'workbook', importId })),
    ...state.documents.flatMap(agreementOfDocument),
    ...state.catalogue.map((agreement): AgreementAtHand => ({ agreement, origin: 'catalogue', importId: null })),
  ];
  const seen = new Set<string>();
  return all.filter(({ agreement }) => {
    const isNew = !seen.has(agreement.document.sha256);
    seen.add(agreement.document.sha256);
    return isNew;
  });
}

/** The initiatives whose title, number, group or component labels hold every typed word, and amounts of reports; all of them for an empty query. */
export function searchAgreements(agreements: readonly AgreementAtHand[], query: string): readonly SearchHit[] {
  const words = foldText(query).split(/\s+/).filter((word) => word !== '');
  return agreements.flatMap((atHand) => {
    const isAgreementHit = words.length > 0 && containsAll(foldText(agreementName(atHand.agreement)), words);
    const initiatives = atHand.agreement.initiatives
      .map((initiative, index) => ({ initiative, index }))
      .filter(({ initiative }) => isAgreementHit || containsAll(searchText(initiative), words));
    const mentions = atHand.agreement.initiatives.length > 0 ? [] : atHand.agreement.mentions.filter(({ purpose }) => isAgreementHit || containsAll(foldText(purpose ?? ''), words));
    return initiatives.length + mentions.length > 0 || isAgreementHit || words.length === 0 ? [{ ...atHand, initiatives, mentions }] : [];
  });
}

/** What an agreement is called: its title, else its file's name. */
export function agreementName(agreement: Agreement): string {
  return agreement.title ?? agreement.document.name;
}

/** The import of the document that stands in the workbook, by the document's hash; null where there is none. */
export function importOf({ stage }: Pick<OpenDocument, 'stage'>, workbook: WorkbookState | null): StoredImport | null {
  if (stage.kind !== 'read') return null;
  return workbook?.imports.find(({ agreement }) => agreement.document.sha256 === stage.reading.agreement.document.sha256) ?? null;
}

/** Whether there is anything to write: an initiative, a total, a table or an amount in prose. */
export function hasFigures({ initiatives, totals, pools, tables, mentions }: Agreement): boolean {
  return [initiatives, totals, pools, tables, mentions].some((parts) => parts.length > 0);
}

/** The pools that name the initiative, in the agreement's order. */
export function poolsOf(agreement: Agreement, initiative: Initiative): readonly Pool[] {
  return agreement.pools.filter((pool) => pool.initiative !== null && pool.initiative === initiative.title);
}

/** The longest text that a formula can hold between quotation marks. Source: Excel's specifications and limits. */
const LONGEST_TEXT = 255;

/**
 * The worksheet formula that answers the initiative's total among the agreements at hand; null where no formula names it.
 * Shape: the agreement is named only where the title alone does not find the initiative, by its title or its period, whichever is shorter.
 */
export function totalFormula(agreement: Agreement, initiative: Initiative, catalogue: Catalogue, listSeparator: ',' | ';'): string | null {
  const { title } = initiative;
  if (title === null || title.length > LONGEST_TEXT || initiative.total === null) return null;
  const finds = (within: Agreement | null): boolean => {
    const found = findEntry(catalogue, title, within);
    return found.kind === 'found' && found.value.agreement === agreement && found.value.rows[0]?.row === initiative.total;
  };
  if (finds(null)) return `=RESERVE.TOTAL(${quoteForFormula(title)})`;
  const name = shortestName(agreement, catalogue);
  if (name === null || !finds(agreement)) return null;
  return `=RESERVE.TOTAL(${quoteForFormula(title)}${listSeparator}${listSeparator}${quoteForFormula(name)})`;
}

/** The shortest name by which a formula finds the agreement; null when none does. */
function shortestName(agreement: Agreement, catalogue: Catalogue): string | null {
  const [first, last] = [agreement.years[0], agreement.years.at(-1)];
  const names = [agreementName(agreement), ...(first === undefined || last === undefined ? [] : [`${first}-${last}`])].filter(({ length }) => length <= LONGEST_TEXT);
  const finding = names.filter((name) => {
    const found = findAgreement(catalogue, name);
    return found.kind === 'found' && found.value === agreement;
  });
  return finding.sort((a, b) => a.length - b.length)[0] ?? null;
}

function agreementOfDocument({ stage }: OpenDocument): AgreementAtHand[] {
  return stage.kind === 'read' ? [{ agreement: stage.reading.agreement, origin: 'opened', importId: null }] : [];
}

function searchText({ title, number, group, components }: Initiative): string {
  return foldText([number, title, ...group, ...components.map(({ label }) => label)].filter((part) => part !== null).join(' '));
}

/** Case and the two ways of writing å, ø and æ do not matter to a search. */
function foldText(text: string): string {
  return text.toLowerCase().replaceAll('aa', 'å').replaceAll('ae', 'æ').replaceAll('oe', 'ø').replaceAll('\u00a0', ' ').trim();
}

function containsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function quoteForFormula(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
