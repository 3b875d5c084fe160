import { type LocalizedText } from '../core/reconciliation/rule';

/** Why there is no answer. `not-found` shows as #N/A: not in the agreement, or not readable; `bad-argument` as #VALUE!. */
export interface Refusal {
  readonly kind: 'not-found' | 'bad-argument';
  readonly message: LocalizedText;
}

/** What a custom function answers: a value, or a refusal with its reason. */
export type Answer<T> = { readonly kind: 'value'; readonly value: T } | Refusal;

/** A value. */
export function answer<T>(value: T): Answer<T> {
  return { kind: 'value', value };
}

/** A refusal because the agreement does not have it, or it cannot be read. */
export function notFound(da: string, en: string): Refusal {
  return { kind: 'not-found', message: { da, en } };
}

/** A refusal because of what was asked. */
export function badArgument(da: string, en: string): Refusal {
  return { kind: 'bad-argument', message: { da, en } };
}

const MOST_CANDIDATES = 4;

/** Names that several things bear, each with the id that tells it from the others, the first few of many. */
export function listIds(things: readonly { readonly title: string; readonly rowId: string | null }[]): string {
  const shown = things.slice(0, MOST_CANDIDATES).map(({ title, rowId }) => `"${title}"${rowId === null ? '' : ` (${rowId})`}`).join(', ');
  return things.length > MOST_CANDIDATES ? `${shown} …` : shown;
}

/** Names in quotation marks, each once, the first few of many. */
export function listNames(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const shown = distinct.slice(0, MOST_CANDIDATES).map((name) => `"${name}"`).join(', ');
  return distinct.length > MOST_CANDIDATES ? `${shown} …` : shown;
}
