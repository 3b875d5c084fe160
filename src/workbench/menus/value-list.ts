import { type Texts } from '../texts/texts';
import { type ColumnValue } from './column-values';

/** More than these are reached by searching. */
const mostListed = 500;

/** A list of a column's values to tick. */
export interface ValueList {
  readonly element: HTMLElement;
  /** The ticked texts. */
  ticked(): string[];
}

/** Lists values with a box each, one for all, and a search that narrows the list. A search followed by OK shows what was found, as in Excel. */
export function valueList(values: readonly ColumnValue[], { tables: texts }: Texts): ValueList {
  const element = document.createElement('div');
  const search = Object.assign(document.createElement('input'), { type: 'search', className: 'popup-search', placeholder: texts.searchValues });
  search.setAttribute('aria-label', texts.searchValues);
  const list = Object.assign(document.createElement('div'), { className: 'popup-list' });
  const ticks = new Map(values.map(({ text, isShown }) => [text, isShown]));
  const found = (): string[] => values.map(({ text }) => text).filter((text) => text.toLowerCase().includes(search.value.trim().toLowerCase()));
  const draw = (): void => {
    const texts_ = found();
    const all = tickBox(texts.selectAll, texts_.every((text) => ticks.get(text)), (isTicked) => {
      for (const text of texts_) ticks.set(text, isTicked);
      draw();
    });
    const boxes = texts_.slice(0, mostListed).map((text) => tickBox(text === '' ? texts.emptyCells : text, ticks.get(text) === true, (isTicked) => ticks.set(text, isTicked)));
    list.replaceChildren(all, ...boxes, ...(texts_.length > mostListed ? [note(texts.more(texts_.length - mostListed))] : []));
  };
  search.addEventListener('input', () => {
    const shown = new Set(found());
    for (const text of ticks.keys()) ticks.set(text, search.value === '' ? true : shown.has(text));
    draw();
  });
  draw();
  element.append(search, list);
  return { element, ticked: () => [...ticks].filter(([, isTicked]) => isTicked).map(([text]) => text) };
}

function tickBox(label: string, isTicked: boolean, change: (isTicked: boolean) => void): HTMLElement {
  const line = document.createElement('label');
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: isTicked });
  box.addEventListener('change', () => change(box.checked));
  line.append(box, document.createTextNode(label));
  return line;
}

function note(text: string): HTMLElement {
  return Object.assign(document.createElement('p'), { className: 'popup-note', textContent: text });
}
