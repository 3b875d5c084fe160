import { makeStyles, tokens } from '@fluentui/react-components';
import { spellGridCheck } from '../../core/reconciliation/worksheet/worksheet-footing';
import { VerdictMark, type MarkKind } from '../parts/VerdictMark';
import { VisuallyHidden } from '../parts/VisuallyHidden';
import { usePane } from '../services/pane-context';
import { WayLink } from '../parts/WayLink';
import { type SelectionFinding } from '../view-models/selection/selection';

const useStyles = makeStyles({
  card: { display: 'flex', gap: '8px', padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  body: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: '4px' },
  where: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  message: { margin: 0, overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
  action: { fontSize: tokens.fontSizeBase200 },
});

/** One sum of a selection: where it stands, its arithmetic in words, and the way to its cell. */
export function SelectionFindingCard({ finding }: { readonly finding: SelectionFinding }) {
  const styles = useStyles();
  const { texts, language, actions } = usePane();
  const { check, place, rowName, columnName } = finding;
  const mark: MarkKind = check.outcome === 'differs' ? check.severity : check.outcome;
  return (
    <article className={styles.card}>
      <VerdictMark kind={mark} />
      <div className={styles.body}>
        <VisuallyHidden>{texts.outcomes[check.outcome]}</VisuallyHidden>
        <div className={styles.where}>{[rowName, columnName, texts.selection.directions[check.direction]].filter((part) => part !== null).join(' · ')}</div>
        <p className={styles.message}>
          {spellGridCheck(check)[language]}
          {check.isUnusual ? ` (${texts.findings.unusual})` : null}
        </p>
        <div className={styles.action}>
          <WayLink onClick={() => void actions.selectPlace(place)}>
            {texts.findings.goTo(`${place.sheet}!${place.address}`)}
          </WayLink>
        </div>
      </div>
    </article>
  );
}
