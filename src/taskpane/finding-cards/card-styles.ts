import { makeStyles, tokens } from '@fluentui/react-components';

/** How a card of the findings looks. */
export const useCardStyles = makeStyles({
  card: { scrollMarginBlock: '8px', display: 'flex', gap: '8px', padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, ':focus': { outlineStyle: 'none' }, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' } },
  /** The one that is looked at. */
  current: { boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`, paddingLeft: '8px', marginLeft: '-8px' },
  body: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: '4px' },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '12px', rowGap: '4px', fontSize: tokens.fontSizeBase200 },
});
