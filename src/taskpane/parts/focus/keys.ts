import { type KeyboardEvent } from 'react';

/** Where a key press is text. */
const TEXT_FIELDS = 'input, textarea, select, [contenteditable=true]';

/** Whether a key without modifiers was pressed outside of any field: then it may be a command. */
export function isCommandKey(event: KeyboardEvent): boolean {
  const isTyped = event.target instanceof Element && event.target.closest(TEXT_FIELDS) !== null;
  return !isTyped && !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
}

/** What a form or a question does with Escape: it closes, and nothing around it does. */
export function closesOnEscape(close: () => void): { readonly onKeyDown: (event: KeyboardEvent) => void } {
  return {
    onKeyDown(event) {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      close();
    },
  };
}
