import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type Outcome } from '../../core/reconciliation/rule';
import { VerdictMark } from '../parts/VerdictMark';
import { usePane, usePaneState } from '../services/pane-context';
import { type OutcomeCounts } from '../state/pane-state';
import { OUTCOMES } from '../view-models/findings/verdicts';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', columnGap: '10px', rowGap: '2px', margin: 0, padding: 0, listStyle: 'none' },
  item: { display: 'flex', alignItems: 'center', gap: '4px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, whiteSpace: 'nowrap' },
  count: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  /** In a narrow pane the quieter verdicts are told by their sign, with their word for screen readers and under the pointer. */
  quiet: { '@media (max-width: 439px)': { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
});

/** The verdicts whose words always stand. */
const SPOKEN: ReadonlySet<Outcome> = new Set(['agrees', 'differs']);

/** How the checks came out, in one line: each verdict with sign, number and word; those that did not occur are left out, but not the one that all is about. */
export function OutcomeSummary({ counts }: { readonly counts: OutcomeCounts }) {
  const styles = useStyles();
  const { texts, language } = usePane();
  const { settings } = usePaneState();
  const counted = settings.areRoundingsApart ? counts : { ...counts, agrees: counts.agrees + counts['agrees-within-rounding'], 'agrees-within-rounding': 0 };
  const shown = OUTCOMES.filter((outcome) => counted[outcome] > 0 || outcome === 'differs');
  return (
    <section aria-label={texts.preview.verdictHeading}>
      <ul className={styles.list}>
        {shown.map((outcome) => {
          const word = outcome === 'agrees' && !settings.areRoundingsApart ? texts.settings.agreesOrRounds : (counted[outcome] === 1 ? texts.outcomes : texts.outcomesOfSeveral)[outcome];
          return (
            <li key={outcome} className={styles.item} title={word}>
              <VerdictMark kind={outcome} />
              <span className={styles.count}>{counted[outcome].toLocaleString(language === 'da' ? 'da-DK' : 'en-GB')}</span>
              <span className={mergeClasses(shown.length > 3 && !SPOKEN.has(outcome) && styles.quiet)}>{word}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
