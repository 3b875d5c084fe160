import { type Agreement } from '../core/budget/agreement';
import { catalogueOf, type Catalogue } from '../core/catalogue/catalogue';
import { type Language } from '../core/sheet-plan/plan';

/** What the custom functions answer from. The pane fills it; the functions only read it, because they must be pure. */
let catalogue: Catalogue = catalogueOf([]);
let language: Language = 'da';

/** Ends when the memory was filled for the first time; null from then on. */
let filling: Promise<void> | null = null;
let endFilling: () => void = () => undefined;

/** Replaces the agreements that the functions know: the built-in ones and those in the workbook, its `own`. */
export function setAgreements(agreements: readonly Agreement[], own: readonly Agreement[] = []): void {
  catalogue = catalogueOf(agreements, own);
}

/** The agreements at hand. */
export function currentCatalogue(): Catalogue {
  return catalogue;
}

/** Makes the functions wait for the agreements: what is not known yet is not missing. */
export function awaitAgreements(): void {
  filling ??= new Promise((resolve) => {
    endFilling = resolve;
  });
}

/** The agreements are there, all that can be had at first: the functions answer at once from now on. */
export function agreementsArrived(): void {
  filling = null;
  endFilling();
}

/**
 * What a function answers, at once; before the agreements have arrived a promise of it, so that no cell shows an error that is none.
 * Source: Excel shows #BUSY! while a custom function's promise is open.
 */
export function whenFilled<T>(compute: () => T): T {
  return filling === null ? compute() : (filling.then(compute) as T);
}

/** Sets the language of the functions' messages. */
export function setFunctionLanguage(next: Language): void {
  language = next;
}

/** The language of the functions' messages. */
export function currentLanguage(): Language {
  return language;
}
