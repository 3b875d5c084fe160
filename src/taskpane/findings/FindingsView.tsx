import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSyncCheckmarkRegular } from '@fluentui/react-icons';
import { EmptyState } from '../parts/EmptyState';
import { OutcomeSummary } from '../figures/OutcomeSummary';
import { PaneHeading } from '../parts/PaneHeading';
import { usePane, usePaneState } from '../services/pane-context';
import { causeCards, filterCards } from '../view-models/findings/cause-cards';
import { workbookOutcomes } from '../view-models/findings/verdicts';
import { FindingList } from '../finding-cards/FindingList';
import { FindingsFilterBar } from './FindingsFilterBar';
import { RememberedComparisons } from './RememberedComparisons';
import { UnreadSection } from './UnreadSection';
import { WorkbookNotices } from './WorkbookNotices';
import { WorkingPaperButton } from './WorkingPaperButton';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  scroller: { position: 'relative', flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  head: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '16px 12px 12px' },
  list: { padding: '4px 12px 12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  foot: { display: 'flex', flexDirection: 'column', gap: '8px', flexShrink: 0, padding: '8px 12px 12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2 },
  button: { width: '100%' },
  others: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  other: { flexGrow: 1, whiteSpace: 'nowrap', paddingLeft: '8px', paddingRight: '8px' },
});

/** The workbook's findings as they stand now, and the buttons that check everything again or the selection. */
export function FindingsView() {
  const styles = useStyles();
  const { texts, actions, store, can } = usePane();
  const { workbook, filter, activity } = usePaneState();
  const findings = workbook?.findings ?? [];
  const cards = causeCards(findings, workbook?.causes ?? []);
  const shown = filterCards(cards, filter);
  const isBusy = activity !== null || !can.writeWorkbook;
  const imports = workbook?.imports ?? [];
  const hasImports = imports.length > 0 || findings.length > 0;
  const areFlagsHidden = workbook?.areFlagsHidden === true;
  const isPartly = imports.some(({ agreement }) => agreement.isPartlyRead);
  const unaccounted = imports.reduce((sum, { agreement }) => sum + (agreement.accounting?.unaccounted.length ?? 0), 0);
  const gap = isPartly ? texts.preview.partlyRead : unaccounted > 0 ? texts.preview.unaccounted(unaccounted) : null;
  return (
    <div className={styles.view}>
      <div className={styles.scroller}>
        <div className={styles.head}>
          <PaneHeading>{texts.findings.heading}</PaneHeading>
          <WorkbookNotices notices={workbook?.notices ?? []} />
          {workbook !== null && hasImports ? <OutcomeSummary counts={workbookOutcomes(workbook)} /> : null}
          {findings.length > 0 ? <FindingsFilterBar cards={cards} /> : null}
        </div>
        {workbook === null ? <EmptyState text={texts.findings.notChecked} /> : null}
        {workbook !== null && !hasImports ? (
          <EmptyState text={texts.findings.emptyWorkbook}>
            <Button onClick={() => store.dispatch({ type: 'document-shown', id: null })}>{texts.findings.goToImport}</Button>
          </EmptyState>
        ) : null}
        {hasImports && findings.length === 0 ? <EmptyState text={gap ?? texts.findings.clean} mark={gap === null ? 'agrees' : 'not-checkable'} /> : null}
        {findings.length > 0 && shown.length === 0 ? (
          <EmptyState text={texts.findings.noneShown}>
            <Button onClick={() => store.dispatch({ type: 'filter-changed', filter: { severities: [], rule: null } })}>{texts.findings.showAll}</Button>
          </EmptyState>
        ) : null}
        {shown.length > 0 ? (
          <div className={styles.list}>
            <FindingList cards={shown} sha256={null} areNotesOpen={filter.severities.includes('info')} />
          </div>
        ) : null}
        <RememberedComparisons comparisons={workbook?.comparisons ?? []} />
        <UnreadSection imports={imports} />
      </div>
      <div className={styles.foot}>
        <Button className={styles.button} appearance="primary" icon={<ArrowSyncCheckmarkRegular />} disabledFocusable={isBusy} onClick={() => void actions.checkWorkbook()}>
          {texts.findings.check}
        </Button>
        <div className={styles.others}>
          {can.checkSelections ? (
            <Button className={styles.other} size="small" disabledFocusable={isBusy} onClick={() => void actions.checkSelection()}>
              {texts.selection.check}
            </Button>
          ) : null}
          {can.checkSelections ? (
            <Button className={styles.other} size="small" disabledFocusable={isBusy} onClick={() => void actions.compareSelection()}>
              {texts.tieOut.compare}
            </Button>
          ) : null}
          {can.showFlags && imports.length > 0 ? (
            <Button className={styles.other} size="small" disabledFocusable={isBusy} onClick={() => void actions.showFlags(areFlagsHidden)}>
              {areFlagsHidden ? texts.findings.showFlags : texts.findings.hideFlags}
            </Button>
          ) : null}
          {can.insertWorkingPapers ? <WorkingPaperButton className={styles.other} imports={imports} /> : null}
        </div>
      </div>
    </div>
  );
}
