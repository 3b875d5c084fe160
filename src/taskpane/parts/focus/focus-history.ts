let hasBeenFocused = false;

/** Remembers that the user has been in the pane. Called once, when the pane starts. */
export function watchFocus(root: Pick<Document, 'addEventListener'>): void {
  root.addEventListener('focusin', () => (hasBeenFocused = true), { once: true });
}

/** Whether the focus that was in the pane is gone with the control that had it; a pane in which the user has never been, or is not now, has lost none. */
export function isFocusLost(): boolean {
  return hasBeenFocused && document.hasFocus() && (document.activeElement === document.body || document.activeElement === null);
}
