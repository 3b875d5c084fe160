import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, ChevronDownRegular, ChevronUpRegular, TableCellEditRegular } from '@fluentui/react-icons';
import { usePane } from '../services/pane-context';
import { type SourceSteps } from './use-source-steps';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: '2px', marginLeft: '-8px' },
  gap: { flexGrow: 1 },
  position: { minWidth: '44px', textAlign: 'center', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

/** From the source back to the finding that led here, to its cell, and on to the next one's source. */
export function FindingBar({ steps }: { readonly steps: SourceSteps }) {
  const styles = useStyles();
  const { texts, actions } = usePane();
  const { at, stops } = steps;
  const cell = stops[at]?.cell ?? null;
  const look = { appearance: 'subtle', size: 'small' } as const;
  return (
    <div className={styles.bar} role="group" aria-label={texts.findings.toolbar}>
      <Button {...look} icon={<ArrowLeftRegular />} title={texts.source.backToFinding} onClick={steps.back}>
        {texts.source.backToFinding}
      </Button>
      <span className={styles.gap} />
      {cell === null ? null : <Button {...look} icon={<TableCellEditRegular />} aria-label={texts.source.goToCell} aria-keyshortcuts="C" title={`${texts.source.goToCell} (C)`} onClick={() => void actions.selectPlace(cell)} />}
      <Button {...look} icon={<ChevronUpRegular />} aria-label={texts.findings.previous} aria-keyshortcuts="K" title={`${texts.findings.previous} (K)`} disabledFocusable={at <= 0} onClick={() => steps.step(-1)} />
      <span className={styles.position}>{texts.findings.positionOf(at + 1, stops.length)}</span>
      <Button {...look} icon={<ChevronDownRegular />} aria-label={texts.findings.next} aria-keyshortcuts="J" title={`${texts.findings.next} (J)`} disabledFocusable={at < 0 || at === stops.length - 1} onClick={() => steps.step(1)} />
    </div>
  );
}
