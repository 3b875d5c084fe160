import { makeStyles, tokens } from '@fluentui/react-components';
import { type Mention } from '../../core/budget/agreement';
import { formatAmount } from '../../core/money/danish-number';
import { SourceLink } from '../parts/SourceLink';
import { writtenAmount } from '../view-models/source/printed-figures';
import { usePane } from '../services/pane-context';

const useStyles = makeStyles({
  item: { display: 'flex', justifyContent: 'space-between', columnGap: '8px', padding: '3px 0', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  text: { overflowWrap: 'anywhere', minWidth: 0 },
  place: { flexShrink: 0 },
  amount: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

/** An amount from the running text with what the text says of it, and its place. */
export function StatedItem({ stated, sha256 }: { readonly stated: Mention; readonly sha256: string }) {
  const styles = useStyles();
  const { texts, language } = usePane();
  const { from, to } = stated;
  const details = [
    stated.annual ? texts.agreements.annual : null,
    stated.permanent ? texts.agreements.permanent : null,
    from === null ? null : texts.agreements.period(from, to ?? from),
    stated.purpose,
  ].filter((part) => part !== null);
  return (
    <div className={styles.item}>
      <span className={styles.text}>
        {stated.approximate ? `${texts.agreements.approximate} ` : null}
        <span className={styles.amount}>{formatAmount(stated.amount, language)}</span>
        {details.length > 0 ? <span lang="da"> · {details.join(' · ')}</span> : null}
      </span>
      <span className={styles.place}>
        <SourceLink sha256={sha256} position={stated.position} quote={{ text: writtenAmount(stated.amount), fromEnd: 0 }} />
      </span>
    </div>
  );
}
