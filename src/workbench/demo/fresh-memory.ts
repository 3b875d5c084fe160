/**
 * Lets the add-in start as on a machine where nobody has used it: it asks for a name and speaks the browser's language, whatever a person chose before.
 * Answers how to give back what was remembered in place of what is remembered meanwhile; that happens by itself where the page is left.
 * Shape: `open` throws where the browser keeps nothing; then there is nothing to forget.
 */
export function forgetForNow(open: () => Storage, page: EventTarget): () => void {
  const storage = openedOrNone(open);
  if (storage === null) return () => undefined;
  const kept = Object.entries(storage) as [string, string][];
  storage.clear();
  let isAway = true;
  const giveBack = (): void => {
    if (!isAway) return;
    isAway = false;
    page.removeEventListener('pagehide', giveBack);
    storage.clear();
    for (const [key, value] of kept) storage.setItem(key, value);
  };
  page.addEventListener('pagehide', giveBack);
  return giveBack;
}

function openedOrNone(open: () => Storage): Storage | null {
  try {
    return open();
  } catch {
    return null;
  }
}
