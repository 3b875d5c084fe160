import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowLeftRegular, TableCellEditRegular } from '@fluentui/react-icons';
import { StepButtons } from '../finding-cards/StepButtons';
import { usePane } from '../services/pane-context';
import { type SourceSteps } from './use-source-steps';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: '2px', marginLeft: '-8px' },
  gap: { flexGrow: 1 },
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
      <StepButtons at={at} count={stops.length} canGoOn={at >= 0 && at < stops.length - 1} onStep={steps.step} />
    </div>
  );
}
