import { useEffect, type KeyboardEvent, type RefObject } from 'react';
import { isFocusLost } from '../parts/focus/focus-history';
import { isCommandKey } from '../parts/focus/keys';
import { usePane, usePaneState } from '../services/pane-context';

/** The way from finding to finding. */
export interface FindingSteps {
  /** Goes to the next finding, or to the one before. */
  step(by: 1 | -1): void;
  /** J and K go to the next and the previous finding, C to its cell, S to its source. */
  onKeyDown(event: KeyboardEvent): void;
}

const STEP_OF_KEY: Readonly<Record<string, 1 | -1>> = { j: 1, k: -1 };

/** What of a finding a key leads to. */
const WAY_OF_KEY: Readonly<Record<string, 'cell' | 'source'>> = { c: 'cell', s: 'source' };

/** Steps through the findings that a list shows, from the one that has the focus or was looked at last; back from elsewhere, that one has the focus again. */
export function useFindingSteps(list: RefObject<HTMLElement | null>): FindingSteps {
  const { store } = usePane();
  const { finding } = usePaneState();
  const cards = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[data-finding]') ?? [])];
  const current = (): HTMLElement | undefined => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-finding]') ?? null;
    return cards().find((card) => card === focused) ?? cards().find((card) => card.dataset.finding === finding);
  };
  const step = (by: 1 | -1): void => {
    const all = cards();
    const from = current();
    const next = from === undefined ? all[0] : all[all.indexOf(from) + by];
    if (next === undefined) return;
    show(next);
    store.dispatch({ type: 'finding-chosen', finding: next.dataset.finding ?? null });
  };
  useEffect(() => {
    const card = current();
    if (card === undefined) return;
    if (isFocusLost()) show(card);
    else card.scrollIntoView({ block: 'nearest' });
    // Only when the list comes up: later the user leads.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return {
    step,
    onKeyDown(event) {
      if (!isCommandKey(event)) return;
      const by = STEP_OF_KEY[event.key.toLowerCase()];
      const way = WAY_OF_KEY[event.key.toLowerCase()];
      if (by !== undefined) step(by);
      else if (way !== undefined) current()?.querySelector<HTMLElement>(`[data-way=${way}]`)?.click();
      else return;
      event.preventDefault();
    },
  };
}

function show(card: HTMLElement): void {
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: 'nearest' });
}
