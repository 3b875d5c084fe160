import { createContext, use, useSyncExternalStore } from 'react';
import { type Language } from '../../core/money/danish-number';
import { type MissingRequirements } from '../host/host-requirements';
import { type PageRenderer } from './page-renderer';
import { type Texts } from '../texts/texts';
import { type Abilities } from './abilities';
import { type PaneActions } from '../actions/pane-actions';
import { type PaneState } from '../state/pane-state';
import { type PaneStore } from '../state/pane-store';

/** What every component of the pane may use. */
export interface PaneServices {
  readonly store: PaneStore;
  readonly actions: PaneActions;
  readonly texts: Texts;
  readonly language: Language;
  /** What this Excel lacks; the rest of the pane works without. */
  readonly missing: MissingRequirements;
  readonly can: Abilities;
  /** Draws pages of documents that have them; null where only text can be shown. */
  readonly pageRenderer: PageRenderer | null;
}

/** The pane's services; provided once by App. */
export const PaneContext = createContext<PaneServices | null>(null);

/** The pane's services. */
export function usePane(): PaneServices {
  const services = use(PaneContext);
  if (services === null) throw new Error('A component of the pane stands outside of it');
  return services;
}

/** The pane's state; the component renders again when it changes. */
export function usePaneState(): PaneState {
  const { store } = usePane();
  return useSyncExternalStore(store.subscribe, store.getState);
}
