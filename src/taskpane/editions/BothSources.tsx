import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type Agreement } from '../../core/budget/agreement';
import { type Position } from '../../core/budget/position';
import { Disclosure } from '../parts/lists/Disclosure';
import { SourceLink } from '../parts/SourceLink';
import { usePane, usePaneState } from '../services/pane-context';
import { excerptOf } from '../view-models/source/excerpt';

const useStyles = makeStyles({
  /** Beside each other as long as a line of figures fits, else one below the other. */
  both: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))', gap: '8px', padding: '2px 0 4px' },
  side: { minWidth: 0, borderLeft: `2px solid ${tokens.colorNeutralStroke1}`, paddingLeft: '6px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  name: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular, lineHeight: tokens.lineHeightBase300 },
  line: { margin: 0, overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
  meant: { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorBrandBackground2, '@media (forced-colors: active)': { outline: '1px solid Highlight' } },
});

/** A place in an edition. */
export interface EditionPlace {
  readonly agreement: Agreement;
  readonly position: Position | null;
}

interface BothSourcesProps {
  readonly old: EditionPlace;
  readonly now: EditionPlace;
}

/** What both documents say at the places of a change, beside each other. */
export function BothSources({ old, now }: BothSourcesProps) {
  const styles = useStyles();
  const { texts } = usePane();
  return (
    <Disclosure label={texts.editions.bothSources}>
      <div className={styles.both}>
        <Side name={texts.editions.old} place={old} />
        <Side name={texts.editions.now} place={now} />
      </div>
    </Disclosure>
  );
}

function Side({ name, place: { agreement, position } }: { readonly name: string; readonly place: EditionPlace }) {
  const styles = useStyles();
  const { texts } = usePane();
  const { documents } = usePaneState();
  const lines = position === null ? null : excerptOf({ documents }, agreement, position);
  return (
    <section className={styles.side} aria-label={name}>
      <p className={styles.name}>
        {name}
        {position === null ? null : <> · <SourceLink sha256={agreement.document.sha256} position={position} quote={null} /></>}
      </p>
      {lines === null ? <p className={styles.line}>{position === null ? texts.editions.notHere : texts.editions.textNotAtHand}</p> : null}
      {lines?.map(({ line, text, isMeant }) => (
        <p key={line} className={mergeClasses(styles.line, isMeant && styles.meant)} lang="da" {...(isMeant ? { 'aria-current': 'location' as const } : {})}>
          {text === '' ? '\u00a0' : text}
        </p>
      ))}
    </section>
  );
}
