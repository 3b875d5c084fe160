import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons';
import { type Initiative } from '../../core/budget/agreement';
import { usePane } from '../state/pane-context';
import { type InitiativeKey } from '../state/pane-state';
import { figureText, headlineAmount } from '../view-models/figures';

const useStyles = makeStyles({
  hit: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    width: '100%',
    padding: '6px 0',
    border: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { color: tokens.colorBrandForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  text: { flexGrow: 1, minWidth: 0 },
  title: { display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere', hyphens: 'auto' },
  group: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  amount: { flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
  chevron: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
});

/** An initiative in the search list: opens its figures. */
export function InitiativeHit({ initiative, initiativeKey }: { readonly initiative: Initiative; readonly initiativeKey: InitiativeKey }) {
  const styles = useStyles();
  const { texts, language, store } = usePane();
  const amount = headlineAmount(initiative);
  return (
    <button type="button" className={styles.hit} onClick={() => store.dispatch({ type: 'initiative-opened', initiative: initiativeKey })}>
      <span className={styles.text} lang="da">
        <span className={styles.title}>{initiative.title ?? texts.agreements.damagedTitle}</span>
        {initiative.group.length > 0 ? <span className={styles.group}>{initiative.group.join(' › ')}</span> : null}
      </span>
      {amount === null ? null : <span className={styles.amount}>{figureText(amount, language)}</span>}
      <ChevronRightRegular className={styles.chevron} aria-hidden="true" />
    </button>
  );
}
