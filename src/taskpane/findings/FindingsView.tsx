import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useRef } from 'react';
import { type StoredImport } from '../../excel/workbook-port';
import { OutcomeSummary } from '../figures/OutcomeSummary';
import { FindingList } from '../finding-cards/FindingList';
import { EmptyState } from '../parts/EmptyState';
import { PaneHeading } from '../parts/PaneHeading';
import { usePane, usePaneState } from '../services/pane-context';
import { type Texts } from '../texts/texts';
import { cardsOfWorkbook, type CauseCard, filterCards } from '../view-models/findings/cause-cards';
import { countAccepted } from '../view-models/findings/findings';
import { workbookOutcomes } from '../view-models/findings/verdicts';
import { FindingsToolbar } from './FindingsToolbar';
import { RememberedComparisons } from './RememberedComparisons';
import { UnreadSection } from './UnreadSection';
import { useFindingSteps } from './use-finding-steps';
import { WorkbookNotices } from './WorkbookNotices';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  scroller: { position: 'relative', flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  /** Above the list, over which its menus open. */
  head: { position: 'relative', zIndex: 2, display: 'flex', flexDirection: 'column', flexShrink: 0, gap: '4px', padding: '8px 12px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  notices: { padding: '8px 12px 0' },
  list: { padding: '4px 12px 12px' },
  buttons: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: '8px' },
});

/** Those of a workbook that was not checked. */
const NO_CARDS: readonly CauseCard[] = [];

/** The workbook's findings as they stand now: the counts in one line, one row of actions, and the findings to work through. */
export function FindingsView() {
  const styles = useStyles();
  const { texts, store } = usePane();
  const { workbook, filter, finding } = usePaneState();
  const list = useRef<HTMLDivElement>(null);
  const steps = useFindingSteps(list);
  const cards = workbook === null ? NO_CARDS : cardsOfWorkbook(workbook);
  const shown = useMemo(() => filterCards(cards, filter), [cards, filter]);
  const imports = workbook?.imports ?? [];
  const notices = workbook?.notices ?? [];
  const hasImports = imports.length > 0 || cards.length > 0;
  const areNotesOpen = filter.severities.includes('info');
  return (
    <div className={styles.view} onKeyDown={steps.onKeyDown}>
      <div className={styles.head}>
        <PaneHeading isSmall takesFocus={finding === null}>{texts.findings.heading}</PaneHeading>
        {workbook !== null && hasImports ? <OutcomeSummary counts={workbookOutcomes(workbook)} accepted={countAccepted(workbook.findings)} /> : null}
        <FindingsToolbar cards={cards} shown={shown} areNotesOpen={areNotesOpen} imports={imports} steps={steps} />
      </div>
      <div ref={list} className={styles.scroller}>
        {notices.length === 0 ? null : (
          <div className={styles.notices}>
            <WorkbookNotices notices={notices} />
          </div>
        )}
        {workbook === null ? <EmptyState text={texts.findings.notChecked} /> : null}
        {workbook !== null && !hasImports ? <NoImports /> : null}
        {hasImports && cards.length === 0 ? <NothingDiffers imports={imports} /> : null}
        {cards.length > 0 && shown.length === 0 ? (
          <EmptyState text={texts.findings.noneShown}>
            <Button onClick={() => store.dispatch({ type: 'filter-changed', filter: { severities: [], rule: null } })}>{texts.findings.showAll}</Button>
          </EmptyState>
        ) : null}
        {shown.length > 0 ? (
          <div className={styles.list}>
            <FindingList cards={shown} sha256={null} areNotesOpen={areNotesOpen} headingLevel={3} />
          </div>
        ) : null}
        <RememberedComparisons comparisons={workbook?.comparisons ?? []} />
        <UnreadSection imports={imports} />
      </div>
    </div>
  );
}

/** A workbook without agreements: one can be opened, or the user's own table checked. */
function NoImports() {
  const styles = useStyles();
  const { texts, actions, store, can } = usePane();
  const { activity } = usePaneState();
  return (
    <EmptyState text={texts.findings.emptyWorkbook}>
      <div className={styles.buttons}>
        <Button onClick={() => store.dispatch({ type: 'document-shown', id: null })}>{texts.findings.goToImport}</Button>
        {can.checkSelections ? (
          <Button disabledFocusable={activity !== null || !can.writeWorkbook} onClick={() => void actions.checkSelection()}>
            {texts.selection.check}
          </Button>
        ) : null}
      </div>
    </EmptyState>
  );
}

/** No finding: all is well only where everything was read and accounted for. */
function NothingDiffers({ imports }: { readonly imports: readonly StoredImport[] }) {
  const { texts } = usePane();
  const gap = gapOf(imports, texts);
  return <EmptyState text={gap ?? texts.findings.clean} mark={gap === null ? 'agrees' : 'not-checkable'} />;
}

function gapOf(imports: readonly StoredImport[], { preview }: Texts): string | null {
  if (imports.some(({ agreement }) => agreement.isPartlyRead)) return preview.partlyRead;
  const unaccounted = imports.reduce((sum, { agreement }) => sum + (agreement.accounting?.unaccounted.length ?? 0), 0);
  return unaccounted > 0 ? preview.unaccounted(unaccounted) : null;
}
