import { makeStyles, tokens } from '@fluentui/react-components';
import { type PrintedTotal } from '../../core/budget/agreement';
import { usePane } from '../services/pane-context';
import { figureText, headlineAmount } from '../view-models/amounts/figures';

const useStyles = makeStyles({
  item: { display: 'flex', justifyContent: 'space-between', gap: '8px', padding: '5px 4px', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  label: { minWidth: 0, overflowWrap: 'anywhere', hyphens: 'auto' },
  amount: { flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
});

/** A printed total: a group's or the agreement's own. */
export function TotalItem({ total }: { readonly total: PrintedTotal }) {
  const styles = useStyles();
  const { language } = usePane();
  const amount = headlineAmount({ columns: total.columns, total: total.row });
  return (
    <div className={styles.item}>
      <span className={styles.label} lang="da">
        {total.label}
      </span>
      {amount === null ? null : <span className={styles.amount}>{figureText(amount, language)}</span>}
    </div>
  );
}
