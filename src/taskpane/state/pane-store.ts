import { paneReducer, type PaneAction } from './pane-reducer';
import { type PaneState } from './pane-state';

/** The pane's state outside React, so that actions can read it at any time. */
export interface PaneStore {
  getState(): PaneState;
  dispatch(action: PaneAction): void;
  subscribe(listener: () => void): () => void;
}

/** The part of the store that one topic of actions reads and changes. */
export interface StoreSlice<Keys extends keyof PaneState, Types extends PaneAction['type']> {
  getState(): Pick<PaneState, Keys>;
  dispatch(action: Extract<PaneAction, { readonly type: Types }>): void;
}

/** A store that starts with the given state. */
export function createPaneStore(initial: PaneState): PaneStore {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    dispatch(action) {
      state = paneReducer(state, action);
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
