import { makeStyles, tokens } from '@fluentui/react-components';
import { type Agreement } from '../../core/budget/agreement';
import { usePane } from '../services/pane-context';
import { yearsText } from '../view-models/amounts/years';

const useStyles = makeStyles({
  facts: { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, auto))', justifyContent: 'start', columnGap: '20px', rowGap: '0', margin: 0 },
  fact: { minWidth: 0 },
  term: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  counts: { display: 'flex', flexWrap: 'wrap', columnGap: '10px', rowGap: '2px', margin: '6px 0 0', padding: 0, listStyle: 'none', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  count: { whiteSpace: 'nowrap' },
});

/** Unit, price level, years and what was counted. */
export function PreviewFacts({ agreement, unit }: { readonly agreement: Agreement; readonly unit: string }) {
  const styles = useStyles();
  const { texts } = usePane();
  const { preview } = texts;
  const facts = [
    { term: preview.unit, value: unit },
    { term: preview.priceLevel, value: agreement.priceLevel ?? preview.notStated },
    { term: preview.years, value: yearsText(agreement.years) ?? preview.notStated },
  ];
  const components = agreement.initiatives.reduce((sum, initiative) => sum + initiative.components.length, 0);
  const counts = [
    preview.counts.initiatives(agreement.initiatives.length),
    preview.counts.components(components),
    ...(agreement.pools.length > 0 ? [preview.counts.pools(agreement.pools.length)] : []),
    ...(agreement.mentions.length > 0 ? [preview.counts.mentions(agreement.mentions.length)] : []),
    ...(agreement.unread.length > 0 ? [preview.counts.unread(agreement.unread.length)] : []),
  ];
  return (
    <div>
      <dl className={styles.facts}>
        {facts.map(({ term, value }) => (
          <div key={term} className={styles.fact}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
      <ul className={styles.counts}>
        {counts.map((count) => (
          <li key={count} className={styles.count}>
            {count}
          </li>
        ))}
      </ul>
    </div>
  );
}
