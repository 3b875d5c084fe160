import { makeStyles, tokens } from '@fluentui/react-components';
import { type Initiative } from '../../core/budget/agreement';
import { ListButton } from '../parts/lists/ListButton';
import { usePane, usePaneState } from '../services/pane-context';
import { type InitiativeKey } from '../state/pane-state';
import { figureText, headlineAmount, shownInitiative } from '../view-models/amounts/figures';

const useStyles = makeStyles({
  text: { flexGrow: 1, minWidth: 0 },
  title: { display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere', hyphens: 'auto' },
  group: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  amount: { flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
});

/** The id of an initiative's hit on the page. */
export function hitId({ sha256, index }: InitiativeKey): string {
  return `hit-${sha256}-${index}`;
}

/** An initiative in the search list: opens its figures. */
export function InitiativeHit({ initiative, initiativeKey }: { readonly initiative: Initiative; readonly initiativeKey: InitiativeKey }) {
  const styles = useStyles();
  const { texts, language, store } = usePane();
  const { settings } = usePaneState();
  const amount = headlineAmount(shownInitiative(initiative, settings.unit));
  return (
    <ListButton id={hitId(initiativeKey)} onClick={() => store.dispatch({ type: 'initiative-opened', initiative: initiativeKey })}>
      <span className={styles.text} lang="da">
        <span className={styles.title}>{initiative.title ?? texts.agreements.damagedTitle}</span>
        {initiative.group.length > 0 ? <span className={styles.group}>{initiative.group.join(' › ')}</span> : null}
      </span>
      {amount === null ? null : <span className={styles.amount}>{figureText(amount, language)}</span>}
    </ListButton>
  );
}
