import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type Outcome } from '../../core/reconciliation/rule';
import { usePane } from '../services/pane-context';
import { type OutcomeCounts } from '../state/pane-state';
import { OUTCOMES } from '../view-models/findings/verdicts';
import { VerdictMark } from '../parts/VerdictMark';

const useStyles = makeStyles({
  bar: { display: 'flex', height: '6px', borderRadius: '3px', overflow: 'hidden', gap: '1px', marginBottom: '8px', backgroundColor: tokens.colorNeutralBackground4 },
  part: { minWidth: '4px', forcedColorAdjust: 'none' },
  agrees: { backgroundColor: tokens.colorPaletteGreenForeground3 },
  rounding: { backgroundColor: tokens.colorCompoundBrandStroke },
  differs: { backgroundColor: tokens.colorPaletteRedForeground3 },
  unchecked: { backgroundColor: tokens.colorNeutralStrokeAccessible },
  list: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', columnGap: '12px', rowGap: '4px', margin: 0, padding: 0, listStyle: 'none' },
  item: { display: 'flex', alignItems: 'center', gap: '6px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  count: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  zero: { color: tokens.colorNeutralForeground3 },
});

/** How the checks came out: a bar for the eye, and each verdict with sign, number and word. */
export function OutcomeSummary({ counts }: { readonly counts: OutcomeCounts }) {
  const styles = useStyles();
  const { texts, language } = usePane();
  const colors: Readonly<Record<Outcome, string>> = {
    agrees: styles.agrees,
    'agrees-within-rounding': styles.rounding,
    differs: styles.differs,
    'not-checkable': styles.unchecked,
  };
  return (
    <section aria-label={texts.preview.verdictHeading}>
      <div className={styles.bar} aria-hidden="true">
        {OUTCOMES.map((outcome) =>
          counts[outcome] === 0 ? null : <div key={outcome} className={mergeClasses(styles.part, colors[outcome])} style={{ flexGrow: counts[outcome] }} />,
        )}
      </div>
      <ul className={styles.list}>
        {OUTCOMES.map((outcome) => (
          <li key={outcome} className={mergeClasses(styles.item, counts[outcome] === 0 && styles.zero)}>
            <VerdictMark kind={outcome} />
            <span>
              <span className={styles.count}>{counts[outcome].toLocaleString(language === 'da' ? 'da-DK' : 'en-GB')}</span> {(counts[outcome] === 1 ? texts.outcomes : texts.outcomesOfSeveral)[outcome]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
