import { useEffect, useState, useSyncExternalStore } from 'react';
import { type Language } from '../../core/money/danish-number';
import { type PaneStore } from '../state/pane-store';
import { loadTexts } from '../texts/load-texts';
import { type Texts } from '../texts/texts';

/** A language and its texts. */
export interface Spoken {
  readonly language: Language;
  readonly texts: Texts;
}

/** The language that is chosen in the settings; while its texts are fetched, the one before stays. Shape: `opened` is what the pane opened in, with the language of Excel. */
export function useTexts(store: PaneStore, opened: Spoken & { readonly hostLanguage: Language }): Spoken {
  const chosen = useSyncExternalStore(store.subscribe, () => store.getState().settings.language);
  const [spoken, setSpoken] = useState<Spoken>({ language: opened.language, texts: opened.texts });
  const wanted = chosen === 'host' ? opened.hostLanguage : chosen;
  useEffect(() => {
    document.documentElement.lang = spoken.language;
    if (wanted === spoken.language) return undefined;
    let isWanted = true;
    void loadTexts(wanted).then((texts) => {
      if (isWanted) setSpoken({ language: wanted, texts });
    });
    return () => {
      isWanted = false;
    };
  }, [wanted, spoken.language]);
  return spoken;
}
