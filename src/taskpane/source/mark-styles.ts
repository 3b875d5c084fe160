import { makeStyles, tokens } from '@fluentui/react-components';

/** How a place of the text is marked: the figure is filled, an addend underlined with dashes, what it is compared with underlined twice. Told apart by shape, not by colour alone. */
export const useMarkStyles = makeStyles({
  figure: { backgroundColor: tokens.colorPaletteYellowBackground2, color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold, '@media (forced-colors: active)': { backgroundColor: 'Highlight', color: 'HighlightText', forcedColorAdjust: 'none' } },
  term: { backgroundColor: 'transparent', color: 'inherit', borderBottom: `2px dashed ${tokens.colorCompoundBrandStroke}` },
  compared: { backgroundColor: 'transparent', color: 'inherit', borderBottom: `4px double ${tokens.colorPaletteDarkOrangeForeground1}` },
});

/** How a place of a drawn page, which is white in every theme, is marked: in the same shapes. */
export const useBoxStyles = makeStyles({
  figure: { border: '2px solid #b10e1c', backgroundColor: '#ffe066', mixBlendMode: 'multiply' },
  term: { borderBottom: '2px dashed #0b4750' },
  compared: { borderBottom: '4px double #8a3707' },
});
