import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { formatUnit } from '../../core/money/danish-number';
import { FiguresTable } from './FiguresTable';
import { SourceLink } from '../parts/SourceLink';
import { usePane, usePaneState } from '../services/pane-context';
import { agreementName } from '../view-models/agreements/agreements-at-hand';
import { convertedInitiative, levelOf, levelYearOf, levelYears } from '../view-models/amounts/price-levels';
import { type InitiativeTimeline as Timeline, type TimelineStep } from '../view-models/amounts/timeline';
import { PriceConversion } from './PriceConversion';

const useStyles = makeStyles({
  note: { margin: '0 0 6px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  steps: { margin: 0, padding: 0, listStyle: 'none' },
  step: { padding: '0 0 12px 12px', borderLeft: `2px solid ${tokens.colorNeutralStroke1}` },
  here: { borderLeftColor: tokens.colorCompoundBrandStroke },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', columnGap: '8px' },
  level: { fontWeight: tokens.fontWeightSemibold },
  missing: { fontWeight: tokens.fontWeightRegular, fontStyle: 'italic' },
  detail: { margin: '0 0 2px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', hyphens: 'auto' },
  converted: { marginTop: '4px', fontStyle: 'italic' },
  place: { flexShrink: 0, fontSize: tokens.fontSizeBase200 },
});

/** An initiative's earlier and later agreements under each other, each in its own unit and price level. */
export function InitiativeTimeline({ timeline }: { readonly timeline: Timeline }) {
  const styles = useStyles();
  const { texts } = usePane();
  const years = levelYears(timeline);
  return (
    <>
      {timeline.hasMixedPriceLevels ? <p className={styles.note}>{texts.timeline.mixed}</p> : null}
      {years.length > 1 ? <PriceConversion years={years} /> : null}
      <ol className={styles.steps}>
        {timeline.steps.map((step) => (
          <li key={step.agreement.document.sha256} className={mergeClasses(styles.step, step.isHere && styles.here)} {...(step.isHere ? { 'aria-current': 'true' as const } : {})}>
            <Step step={step} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Step({ step }: { readonly step: TimelineStep }) {
  const styles = useStyles();
  const { texts, language, store } = usePane();
  const { agreement, initiative, index, isHere, isSameTitle } = step;
  const { sha256 } = agreement.document;
  const unit = initiative.unit ?? agreement.unit;
  const priceLevel = levelOf(step);
  return (
    <>
      <div className={styles.head}>
        <span className={mergeClasses(styles.level, priceLevel === null && styles.missing)}>
          {[unit === null ? null : formatUnit(unit, language), priceLevel ?? texts.timeline.noPriceLevel].filter((part) => part !== null).join(', ')}
        </span>
        <span className={styles.place}>
          <SourceLink sha256={sha256} position={initiative.total?.position ?? initiative.position} quote={null} />
        </span>
      </div>
      <p className={styles.detail} lang="da">
        {agreementName(agreement)}
      </p>
      {isHere ? (
        <p className={styles.detail}>{texts.timeline.here}</p>
      ) : (
        <p className={styles.detail}>
          {isSameTitle ? null : `${texts.timeline.otherTitle} `}
          <Link as="button" inline lang="da" style={{ fontSize: 'inherit', textAlign: 'left' }} onClick={() => store.dispatch({ type: 'initiative-opened', initiative: { sha256, index } })}>
            {initiative.title}
          </Link>
        </p>
      )}
      {initiative.total === null ? <p className={styles.detail}>{texts.agreements.noFigures}</p> : <FiguresTable initiative={initiative} isTotalOnly label={`${texts.figures.label(initiative.title ?? texts.preview.untitled)} · ${agreementName(agreement)} · ${texts.timeline.heading}`} />}
      <ConvertedFigures step={step} />
    </>
  );
}

/** The step's figures at the chosen price level, marked as converted; nothing where no index is given or the figures are at that level already. */
function ConvertedFigures({ step }: { readonly step: TimelineStep }) {
  const styles = useStyles();
  const { texts } = usePane();
  const { conversion } = usePaneState();
  const fromYear = levelYearOf(step);
  if (conversion === null || fromYear === conversion.toYear || step.initiative.total === null) return null;
  const { toYear, index } = conversion;
  const converted = fromYear === null ? null : convertedInitiative(step, fromYear, toYear, index);
  if (converted === null) return <p className={styles.detail}>{texts.conversion.notConverted}</p>;
  return (
    <div className={styles.converted}>
      <p className={styles.detail}>{texts.conversion.converted(toYear)}</p>
      <FiguresTable initiative={converted} isTotalOnly label={texts.conversion.convertedFigures(converted.title ?? texts.preview.untitled, toYear)} />
    </div>
  );
}
