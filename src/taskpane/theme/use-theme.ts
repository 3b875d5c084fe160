import { type Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { type ColorScheme } from './color-scheme';
import { loadTheme } from './load-theme';

/** The theme of a scheme; while another one is fetched, the one before stays. Shape: `first` is that of the scheme at the start. */
export function useTheme(scheme: ColorScheme, first: Theme): Theme {
  const [shown, setShown] = useState({ scheme, theme: first });
  useEffect(() => {
    if (shown.scheme === scheme) return undefined;
    let isWanted = true;
    void loadTheme(scheme).then((theme) => {
      if (isWanted) setShown({ scheme, theme });
    });
    return () => {
      isWanted = false;
    };
  }, [scheme, shown.scheme]);
  return shown.theme;
}
