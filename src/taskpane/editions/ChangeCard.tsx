import { makeStyles, tokens } from '@fluentui/react-components';
import { type Agreement } from '../../core/budget/agreement';
import { type Position } from '../../core/budget/position';
import { figureText, kindText } from '../../core/edition/change-texts';
import { type ChangeKind, type FigureChange } from '../../core/edition/edition';
import { SourceLink } from '../parts/SourceLink';
import { usePane } from '../services/pane-context';
import { BothSources, type EditionPlace } from './BothSources';

const useStyles = makeStyles({
  card: { padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, display: 'flex', flexDirection: 'column', gap: '2px' },
  inner: { padding: '4px 0 0 12px', display: 'flex', flexDirection: 'column', gap: '2px' },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase200 },
  kinds: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  figure: { display: 'flex', flexWrap: 'wrap', gap: '0 8px', fontVariantNumeric: 'tabular-nums', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  places: { marginLeft: 'auto', whiteSpace: 'nowrap', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
});

/** The agreements that two editions were read into. */
export interface EditionSources {
  readonly old: Agreement;
  readonly now: Agreement;
}

interface ChangeCardProps {
  readonly title: string;
  readonly aside?: string;
  readonly kinds: readonly ChangeKind[];
  readonly figures: readonly FigureChange[];
  readonly texts?: readonly string[];
  /** Where the two stand where no figure says it. */
  readonly places?: { readonly old: Position | null; readonly now: Position | null };
  readonly sources: EditionSources;
  readonly parts?: readonly Omit<ChangeCardProps, 'sources' | 'parts'>[];
}

/** What became of one thing: what happened in words, and every figure that changed with both places. */
export function ChangeCard({ parts = [], sources, ...change }: ChangeCardProps) {
  const styles = useStyles();
  return (
    <article className={styles.card}>
      <Change {...change} sources={sources} />
      <BothSources {...placesOf(change, sources)} />
      {parts.map((part) => (
        <div key={part.title} className={styles.inner}>
          <Change {...part} sources={sources} />
        </div>
      ))}
    </article>
  );
}

/** Where a change stands in both editions: at its first changed figure, else where the thing itself stands. */
function placesOf({ figures, places }: Pick<ChangeCardProps, 'figures' | 'places'>, { old, now }: EditionSources): { readonly old: EditionPlace; readonly now: EditionPlace } {
  const first = figures.find(({ isChanged }) => isChanged);
  return { old: { agreement: old, position: first?.old.position ?? places?.old ?? null }, now: { agreement: now, position: first?.now.position ?? places?.now ?? null } };
}

function Change({ title, aside, kinds, figures, texts = [], places, sources }: Omit<ChangeCardProps, 'parts'>) {
  const styles = useStyles();
  const { language } = usePane();
  const shown = figures.filter(({ isChanged, gap }) => isChanged || (gap !== null && gap !== 'other-years'));
  return (
    <>
      <span className={styles.title} lang="da">
        {title}
      </span>
      <span className={styles.kinds}>{[kinds.map((kind) => kindText(kind, language)).join(', '), aside].filter((part) => part !== undefined && part !== '').join(' · ')}</span>
      {shown.map((figure) => (
        <span key={String(figure.target)} className={styles.figure}>
          {figureText(figure, language)}
          <Places old={figure.old.position} now={figure.now.position} sources={sources} />
        </span>
      ))}
      {texts.map((text) => (
        <span key={text} className={styles.figure}>
          {text}
        </span>
      ))}
      {shown.length > 0 || places === undefined ? null : <Places {...places} sources={sources} />}
    </>
  );
}

function Places({ old, now, sources }: { readonly old: Position | null; readonly now: Position | null; readonly sources: EditionSources }) {
  const styles = useStyles();
  return (
    <span className={styles.places}>
      {old === null ? '–' : <SourceLink sha256={sources.old.document.sha256} position={old} quote={null} />} → {now === null ? '–' : <SourceLink sha256={sources.now.document.sha256} position={now} quote={null} />}
    </span>
  );
}
