import { type Agreement, type Initiative, type Mention, type Pool } from '../../../core/budget/agreement';
import { findAgreement, type Catalogue } from '../../../core/catalogue/catalogue';
import { findEntry } from '../../../core/catalogue/find-entry';
import { type StoredImport, type WorkbookState } from '../../../excel/workbook-port';
import { type OpenDocument } from '../../state/pane-state';
import { agreementName, type AgreementAtHand } from './agreements-at-hand';

/** One hit of the search: an agreement with those of its initiatives that match; of one without initiatives, the amounts of the text whose purpose does. */
export interface SearchHit extends AgreementAtHand {
  readonly initiatives: readonly { readonly initiative: Initiative; readonly index: number }[];
  readonly mentions: readonly Mention[];
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

/** The import of the document that stands whole in the workbook, by the document's hash; null where there is none. */
export function importOf({ stage }: Pick<OpenDocument, 'stage'>, workbook: WorkbookState | null): StoredImport | null {
  if (stage.kind !== 'read') return null;
  return workbook?.imports.find(({ agreement }) => agreement.inserted === undefined && agreement.document.sha256 === stage.reading.agreement.document.sha256) ?? null;
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
