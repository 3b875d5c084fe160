const elements: Readonly<Record<string, string>> = { button: 'button, [role=button]', tab: '[role=tab]', menuitem: '[role=menuitem]', article: 'article, [role=article]', field: 'input, textarea' };

/** What is looked for in a pane: the role of an element and the pattern of its name, of an article the pattern of its text, and the text of the article around it. */
export interface Wanted {
  readonly role: string;
  readonly name: RegExp;
  readonly within?: RegExp | undefined;
}

/** The first element of a page that is seen and fits, or null. */
export function findIn(page: Document, { role, name, within }: Wanted): HTMLElement | null {
  const roots: ParentNode[] = within ? [...page.querySelectorAll<HTMLElement>(elements['article'] ?? '')].filter((article) => within.test(article.innerText)) : [page];
  const all = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(elements[role] ?? role)]);
  return all.find((element) => isSeen(element) && name.test((role === 'article' ? element.innerText : nameOf(element)).trim())) ?? null;
}

function isSeen(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}

/** What an element is called to those who hear the page. */
function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label');
  if (label !== null) return label;
  const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
  return labels.length > 0 ? labels.map((one) => one.innerText).join(' ') : element.innerText;
}

/** Writes into a field as typing does, so that the page hears of it. */
export function fillField(field: HTMLElement, text: string): void {
  const view = field.ownerDocument.defaultView as unknown as typeof globalThis;
  const prototype = field instanceof view.HTMLTextAreaElement ? 'HTMLTextAreaElement' : 'HTMLInputElement';
  Object.getOwnPropertyDescriptor(view[prototype].prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new view.Event('input', { bubbles: true }));
}
