import { useEffect, useRef, useState } from 'react';
import { type PaneActions } from '../actions/pane-actions';
import { usePane } from '../services/pane-context';

/** Ticks that are shown before the workbook has them. Shape: initials by the figure's key, null for a tick that goes. */
type Gathered = ReadonlyMap<string, string | null>;

/** A reviewer's ticks on their way into the workbook. */
export interface PendingTicks {
  readonly pending: Gathered;
  tick(keys: readonly string[], isSeen: boolean): void;
}

/** How long ticks are gathered, so that a row of them is written at once. Units: milliseconds. */
const GATHER_MS = 600;

/** Gathers a reviewer's ticks and writes them together, at the latest when the page is left; what the workbook refuses is shown as it is again. */
export function usePendingTicks(importId: string, by: string): PendingTicks {
  const { actions } = usePane();
  const [pending, setPending] = useState<Gathered>(new Map());
  const unsent = useRef<Gathered>(new Map());
  useEffect(() => {
    const timer = setTimeout(() => {
      const sent = unsent.current;
      unsent.current = new Map();
      void writeTicks(actions, importId, sent, by).then(() => setPending((now) => without(now, sent)));
    }, GATHER_MS);
    return () => clearTimeout(timer);
  }, [pending, importId, by, actions]);
  const leave = useRef({ by });
  useEffect(() => {
    leave.current = { by };
  }, [by]);
  useEffect(() => () => void writeTicks(actions, importId, unsent.current, leave.current.by), [actions, importId]);
  const tick = (keys: readonly string[], isSeen: boolean): void => {
    const more = keys.map((key) => [key, isSeen ? by : null] as const);
    unsent.current = new Map([...unsent.current, ...more]);
    setPending((now) => new Map([...now, ...more]));
  };
  return { pending, tick };
}

/** Writes the ticks that come, then those that go. */
async function writeTicks(actions: PaneActions, importId: string, ticks: Gathered, by: string): Promise<void> {
  for (const isSeen of [true, false]) {
    const keys = [...ticks].flatMap(([key, name]) => ((name !== null) === isSeen ? [key] : []));
    if (keys.length > 0) await actions.tickFigures(importId, keys, isSeen, by);
  }
}

function without(ticks: Gathered, sent: Gathered): Gathered {
  return sent.size === 0 ? ticks : new Map([...ticks].filter(([key, value]) => !sent.has(key) || sent.get(key) !== value));
}
