import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type Outcome } from '../../core/reconciliation/rule';
import { type MarkKind, VerdictMark } from '../parts/VerdictMark';
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

/** What is counted, in the order in which it is shown. */
const COUNTED: readonly (Outcome | 'accepted')[] = OUTCOMES.flatMap((outcome) => (outcome === 'differs' ? [outcome, 'accepted' as const] : [outcome]));

/** The verdicts whose words always stand. */
const SPOKEN: ReadonlySet<MarkKind> = new Set(['agrees', 'differs']);

/**
 * How the checks came out, in one line: each verdict with sign, number and word; those that did not occur are left out, but not the one that all is about.
 * Shape: `accepted` of the differences are accepted; they are counted by themselves, as in the working paper.
 */
export function OutcomeSummary({ counts, accepted = 0 }: { readonly counts: OutcomeCounts; readonly accepted?: number }) {
  const styles = useStyles();
  const { texts, language } = usePane();
  const { settings } = usePaneState();
  const merged = settings.areRoundingsApart ? counts : { ...counts, agrees: counts.agrees + counts['agrees-within-rounding'], 'agrees-within-rounding': 0 };
  const counted = { ...merged, differs: counts.differs - accepted, accepted };
  const shown = COUNTED.filter((outcome) => counted[outcome] > 0 || outcome === 'differs');
  const wordOf = (outcome: (typeof COUNTED)[number]): string => {
    if (outcome === 'accepted') return texts.standings.accepted.toLowerCase();
    if (outcome === 'agrees' && !settings.areRoundingsApart) return texts.settings.agreesOrRounds;
    return (counted[outcome] === 1 ? texts.outcomes : texts.outcomesOfSeveral)[outcome];
  };
  return (
    <section aria-label={texts.preview.verdictHeading}>
      <ul className={styles.list}>
        {shown.map((outcome) => {
          const word = wordOf(outcome);
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
