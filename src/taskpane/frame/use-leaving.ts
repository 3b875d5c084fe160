import { useEffect, useState } from 'react';

/** How long a message stays that nobody looks at. Units: milliseconds. */
const STAY_MS = 12_000;

/** What of a message tells that somebody looks at it. */
export interface Watched {
  onPointerEnter(): void;
  onPointerLeave(): void;
  onFocus(): void;
  onBlur(): void;
}

/** Lets a message leave after a while, but never under the pointer or the focus; `leave` null keeps it until it is dismissed. */
export function useLeaving(message: object, leave: (() => void) | null): Watched {
  const [isWatched, setIsWatched] = useState(false);
  const stays = leave === null || isWatched;
  useEffect(() => {
    if (stays || leave === null) return undefined;
    const timer = setTimeout(leave, STAY_MS);
    return () => clearTimeout(timer);
    // `leave` is another function with every rendering and does the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [message, stays]);
  const watch = (): void => setIsWatched(true);
  const leaveAlone = (): void => setIsWatched(false);
  return { onPointerEnter: watch, onPointerLeave: leaveAlone, onFocus: watch, onBlur: leaveAlone };
}
