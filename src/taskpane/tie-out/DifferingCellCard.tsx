import { makeStyles, tokens } from '@fluentui/react-components';
import { formatAmount } from '../../core/money/danish-number';
import { VerdictMark } from '../parts/VerdictMark';
import { VisuallyHidden } from '../parts/VisuallyHidden';
import { SourceLink } from '../parts/SourceLink';
import { usePane } from '../services/pane-context';
import { WayLink } from '../parts/WayLink';
import { type DifferingCell } from '../view-models/selection/tie-out';

const useStyles = makeStyles({
  card: { display: 'flex', gap: '8px', padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  body: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: '4px' },
  where: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  figures: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: '12px', rowGap: '2px', margin: 0, fontVariantNumeric: 'tabular-nums' },
  name: { color: tokens.colorNeutralForeground2 },
  figure: { margin: 0, textAlign: 'right' },
  difference: { fontWeight: tokens.fontWeightSemibold },
  links: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', fontSize: tokens.fontSizeBase200 },
});

/** A cell that differs from the agreement: both figures, the difference, what rounding can explain, and the ways to the cell and to the document. */
export function DifferingCellCard({ cell, sha256 }: { readonly cell: DifferingCell; readonly sha256: string }) {
  const styles = useStyles();
  const { texts, language, actions } = usePane();
  const { place, rowName, columnName, here, there, difference, bound, source } = cell;
  const words = texts.tieOut;
  const figures = [
    [words.here, formatAmount(here, language)],
    [words.there, formatAmount(there, language)],
    [words.difference, formatAmount(difference, language)],
    [words.rounding, bound === null || bound.coefficient === 0 ? words.noRounding : `± ${formatAmount(bound, language)}`],
  ] as const;
  return (
    <article className={styles.card}>
      <VerdictMark kind="differs" />
      <div className={styles.body}>
        <VisuallyHidden>{texts.outcomes.differs}</VisuallyHidden>
        <div className={styles.where}>{`${rowName} · ${columnName}`}</div>
        <dl className={styles.figures}>
          {figures.map(([name, figure]) => (
            <Figure key={name} name={name} figure={figure} isStrong={name === words.difference} />
          ))}
        </dl>
        <div className={styles.links}>
          <WayLink onClick={() => void actions.selectPlace(place)}>
            {texts.findings.goTo(`${place.sheet}!${place.address}`)}
          </WayLink>
          {source === null ? null : <SourceLink sha256={sha256} {...source} />}
        </div>
      </div>
    </article>
  );
}

function Figure({ name, figure, isStrong }: { readonly name: string; readonly figure: string; readonly isStrong: boolean }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={isStrong ? `${styles.figure} ${styles.difference}` : styles.figure}>{figure}</dd>
    </>
  );
}
