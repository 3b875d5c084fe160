import { makeStyles, tokens } from '@fluentui/react-components';
import { EmptyState } from '../parts/EmptyState';
import { PagedList } from '../parts/lists/PagedList';
import { WayLink } from '../parts/WayLink';
import { usePane, usePaneState } from '../services/pane-context';
import { dateText } from '../view-models/agreements/dates';
import { decisionsOf, type NotedDecision } from '../view-models/findings/noted-decisions';
import { spellFinding } from '../view-models/findings/findings';
import { PageFrame } from './PageFrame';

const useStyles = makeStyles({
  item: { padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, display: 'flex', flexDirection: 'column', gap: '2px' },
  what: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  aside: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  ways: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', fontSize: tokens.fontSizeBase200 },
});

/** Every decision on the findings in one place, the latest first: what was accepted or commented, by whom, when and why. */
export function DecisionsPage() {
  const { texts } = usePane();
  const { workbook } = usePaneState();
  const decisions = decisionsOf(workbook?.findings ?? []);
  return (
    <PageFrame heading={texts.decisions.heading}>
      {decisions.length === 0 ? <EmptyState text={texts.decisions.none} /> : null}
      <PagedList items={decisions} keyOf={(_decision, index) => String(index)}>
        {(decision) => <DecisionItem decision={decision} />}
      </PagedList>
    </PageFrame>
  );
}

function DecisionItem({ decision: { kind, by, at, text, finding } }: { readonly decision: NotedDecision }) {
  const styles = useStyles();
  const { texts, language, store, actions } = usePane();
  const { place, key } = finding;
  const spell = kind === 'accept' ? texts.findings.acceptedBy : texts.findings.commentedBy;
  const showFinding = (): void => {
    store.dispatch({ type: 'finding-chosen', finding: key });
    store.dispatch({ type: 'filter-changed', filter: { severities: [], rule: null } });
    store.dispatch({ type: 'page-opened', page: null });
  };
  return (
    <div className={styles.item}>
      <p className={styles.what}>{spell(by, dateText(at, language), text)}</p>
      <p className={styles.aside}>{spellFinding(finding.check, language).sentence}</p>
      <div className={styles.ways}>
        <WayLink onClick={showFinding}>{texts.decisions.showFinding}</WayLink>
        {place === null ? null : <WayLink onClick={() => void actions.selectPlace(place)}>{texts.findings.goTo(`${place.sheet}!${place.address}`)}</WayLink>}
      </div>
    </div>
  );
}
