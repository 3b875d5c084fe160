import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowSyncCheckmarkRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import { type StoredImport } from '../../excel/workbook-port';
import { StepButtons } from '../finding-cards/StepButtons';
import { usePane, usePaneState } from '../services/pane-context';
import { cardId, cardsInOrder, type CauseCard } from '../view-models/findings/cause-cards';
import { FindingsFilterMenu } from './FindingsFilterMenu';
import { MoreActions } from './MoreActions';
import { type FindingSteps } from './use-finding-steps';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: '4px' },
  gap: { flexGrow: 1 },
});

interface FindingsToolbarProps {
  /** Every card, for the filter's counts. */
  readonly cards: readonly CauseCard[];
  /** Those that the filter lets through. */
  readonly shown: readonly CauseCard[];
  readonly areNotesOpen: boolean;
  readonly imports: readonly StoredImport[];
  readonly steps: FindingSteps;
}

/** One row: check again, filter, step through the findings, and the rest behind a button. */
export function FindingsToolbar({ cards, shown, areNotesOpen, imports, steps }: FindingsToolbarProps) {
  const styles = useStyles();
  const { texts, actions, can } = usePane();
  const { activity, finding } = usePaneState();
  const order = useMemo(() => cardsInOrder(shown, areNotesOpen).map(cardId), [shown, areNotesOpen]);
  const at = finding === null ? -1 : order.indexOf(finding);
  return (
    <div className={styles.bar} role="group" aria-label={texts.findings.toolbar}>
      <Button size="small" appearance="primary" icon={<ArrowSyncCheckmarkRegular />} aria-label={texts.findings.check} title={texts.findings.check} disabledFocusable={activity !== null || !can.writeWorkbook} onClick={() => void actions.checkWorkbook()}>
        {texts.findings.checkShort}
      </Button>
      {cards.length > 0 ? <FindingsFilterMenu cards={cards} /> : null}
      <span className={styles.gap} />
      {order.length > 0 ? <StepButtons at={at} count={order.length} canGoOn={at < order.length - 1} onStep={(by) => steps.step(by)} /> : null}
      <MoreActions imports={imports} />
    </div>
  );
}
