import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { usePane } from '../services/pane-context';

const useStyles = makeStyles({
  position: { minWidth: '44px', textAlign: 'center', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

interface StepButtonsProps {
  /** Which of them is looked at, from 0; below 0 where none is. */
  readonly at: number;
  readonly count: number;
  readonly canGoOn: boolean;
  readonly onStep: (by: 1 | -1) => void;
}

/** To the finding before and the next one, with the place among all of them. */
export function StepButtons({ at, count, canGoOn, onStep }: StepButtonsProps) {
  const styles = useStyles();
  const { texts } = usePane();
  const look = { appearance: 'subtle', size: 'small' } as const;
  return (
    <>
      <Button {...look} icon={<ChevronUpRegular />} aria-label={texts.findings.previous} aria-keyshortcuts="K" title={`${texts.findings.previous} (K)`} disabledFocusable={at <= 0} onClick={() => onStep(-1)} />
      <span className={styles.position}>{at < 0 ? count : texts.findings.positionOf(at + 1, count)}</span>
      <Button {...look} icon={<ChevronDownRegular />} aria-label={texts.findings.next} aria-keyshortcuts="J" title={`${texts.findings.next} (J)`} disabledFocusable={!canGoOn} onClick={() => onStep(1)} />
    </>
  );
}
