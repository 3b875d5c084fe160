import { type Theme } from '@fluentui/react-components';
import { type ColorScheme } from './color-scheme';

/** The theme of a scheme, fetched when it is first needed. */
export async function loadTheme(scheme: ColorScheme): Promise<Theme> {
  return scheme === 'dark' ? (await import('./dark-theme')).darkTheme : (await import('./light-theme')).lightTheme;
}
