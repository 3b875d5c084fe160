import { createLightTheme, type Theme } from '@fluentui/react-components';
import { PETROL } from './brand';

/** The pane's look in a light Office. */
export const lightTheme: Theme = createLightTheme(PETROL);
