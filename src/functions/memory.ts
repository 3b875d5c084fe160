import { type Agreement } from '../core/budget/agreement';
import { catalogueOf, type Catalogue } from '../core/catalogue/catalogue';
import { type Language } from '../core/sheet-plan/plan';

/** What the custom functions answer from. The pane fills it; the functions only read it, because they must be synchronous and pure. */
let catalogue: Catalogue = catalogueOf([]);
let language: Language = 'da';

/** Replaces the agreements that the functions know: the built-in ones and those in the workbook, its `own`. */
export function setAgreements(agreements: readonly Agreement[], own: readonly Agreement[] = []): void {
  catalogue = catalogueOf(agreements, own);
}

/** The agreements at hand. */
export function currentCatalogue(): Catalogue {
  return catalogue;
}

/** Sets the language of the functions' messages. */
export function setFunctionLanguage(next: Language): void {
  language = next;
}

/** The language of the functions' messages. */
export function currentLanguage(): Language {
  return language;
}
