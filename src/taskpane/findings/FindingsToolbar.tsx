import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSyncCheckmarkRegular, ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import { type StoredImport } from '../../excel/workbook-port';
import { usePane, usePaneState } from '../services/pane-context';
import { cardId, cardsInOrder, type CauseCard } from '../view-models/findings/cause-cards';
import { FindingsFilterMenu } from './FindingsFilterMenu';
import { MoreActions } from './MoreActions';
import { type FindingSteps } from './use-finding-steps';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: '4px' },
  gap: { flexGrow: 1 },
  position: { minWidth: '44px', textAlign: 'center', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
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
      {order.length > 0 ? (
        <>
          <Button size="small" appearance="subtle" icon={<ChevronUpRegular />} aria-label={texts.findings.previous} aria-keyshortcuts="K" title={`${texts.findings.previous} (K)`} disabledFocusable={at <= 0} onClick={() => steps.step(-1)} />
          <span className={styles.position}>{at < 0 ? order.length : texts.findings.positionOf(at + 1, order.length)}</span>
          <Button size="small" appearance="subtle" icon={<ChevronDownRegular />} aria-label={texts.findings.next} aria-keyshortcuts="J" title={`${texts.findings.next} (J)`} disabledFocusable={at === order.length - 1} onClick={() => steps.step(1)} />
        </>
      ) : null}
      <MoreActions imports={imports} />
    </div>
  );
}
