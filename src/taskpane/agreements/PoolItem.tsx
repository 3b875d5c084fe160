import { makeStyles, tokens } from '@fluentui/react-components';
import { type Pool } from '../../core/budget/agreement';
import { formatAmount } from '../../core/money/danish-number';
import { SourceLink } from '../parts/SourceLink';
import { usePane } from '../services/pane-context';
import { figureText } from '../view-models/amounts/figures';
import { yearsText } from '../view-models/amounts/years';

const useStyles = makeStyles({
  pool: { padding: '3px 0', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  detail: { margin: 0, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
});

/** An application pool of the initiative: amounts, rounds, administration share and place. */
export function PoolItem({ pool, sha256 }: { readonly pool: Pool; readonly sha256: string }) {
  const styles = useStyles();
  const { texts, language } = usePane();
  const rounds = yearsText(pool.roundYears);
  const details = [
    pool.total === null ? null : formatAmount(pool.total, language),
    pool.amounts.length === 0 ? null : pool.amounts.map(({ year, amount }) => `${year}: ${figureText(amount, language)}`).join(', '),
    rounds === null ? null : texts.agreements.poolRounds(rounds),
    pool.administrationPercent === null ? null : texts.agreements.administration(pool.administrationPercent.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB')),
  ].filter((part) => part !== null);
  return (
    <div className={styles.pool}>
      <p className={styles.title} lang="da">
        {pool.title}
      </p>
      <p className={styles.detail}>
        {details.join(' · ')} <SourceLink sha256={sha256} position={pool.position} quote={null} />
      </p>
    </div>
  );
}
