import { useSyncExternalStore } from 'react';

/** Whether the pane is shown light or dark. */
export type ColorScheme = 'light' | 'dark';

/** The scheme that suits a background colour of the host ("#1f1f1f"); null when the host names none. */
export function schemeForBackground(color: string | undefined): ColorScheme | null {
  const digits = /^#?([0-9a-f]{6})$/i.exec(color ?? '')?.[1];
  if (digits === undefined) return null;
  const [red, green, blue] = [0, 2, 4].map((start) => parseInt(digits.slice(start, start + 2), 16));
  const brightness = (0.299 * (red ?? 0) + 0.587 * (green ?? 0) + 0.114 * (blue ?? 0)) / 255;
  return brightness < 0.5 ? 'dark' : 'light';
}

/** The scheme of the browser, for hosts that do not tell theirs. */
export function browserScheme(): ColorScheme {
  return window.matchMedia(DARK).matches ? 'dark' : 'light';
}

/** The same, followed as it changes. */
export function useBrowserScheme(): ColorScheme {
  return useSyncExternalStore(subscribe, browserScheme);
}

const DARK = '(prefers-color-scheme: dark)';

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(DARK);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
