const KEY = 'reserve.first-run-seen';

/** Whether the first-run hint is still to be shown on this machine. */
export function isFirstRun(): boolean {
  try {
    return localStorage.getItem(KEY) === null;
  } catch {
    return true;
  }
}

/** Remembers that the hint was seen. Answers whether the browser kept it: storage can be blocked in a frame. */
export function rememberFirstRun(): boolean {
  try {
    localStorage.setItem(KEY, '1');
    return true;
  } catch {
    return false;
  }
}
