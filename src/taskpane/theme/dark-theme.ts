import { createDarkTheme, type Theme } from '@fluentui/react-components';
import { PETROL } from './brand';

/** The pane's look in a dark Office; links and marks use lighter petrol so that they keep 4.5:1 on dark grey. */
export const darkTheme: Theme = {
  ...createDarkTheme(PETROL),
  colorBrandForeground1: PETROL[120],
  colorBrandForeground2: PETROL[130],
  colorBrandForegroundLink: PETROL[120],
  colorBrandForegroundLinkHover: PETROL[130],
  colorBrandForegroundLinkPressed: PETROL[140],
  colorCompoundBrandForeground1: PETROL[120],
  colorCompoundBrandForeground1Hover: PETROL[130],
  colorCompoundBrandStroke: PETROL[110],
  colorCompoundBrandStrokeHover: PETROL[120],
  colorNeutralForeground2BrandHover: PETROL[120],
  colorNeutralForeground2BrandPressed: PETROL[130],
  colorNeutralForeground2BrandSelected: PETROL[120],
};
