import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { closesOnEscape } from '../parts/focus/keys';
import { useFullyShown } from '../parts/focus/use-fully-shown';
import { LostFormulas } from './LostFormulas';
import { usePane, usePaneState } from '../services/pane-context';

const useStyles = makeStyles({
  question: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', paddingBottom: '8px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  sentence: { flexBasis: '100%' },
});

interface TakeBackQuestionProps {
  readonly importId: string;
  readonly title: string;
  readonly onKeep: () => void;
}

/** Asks once, before an import with everything that was corrected in it is taken back. */
export function TakeBackQuestion({ importId, title, onKeep }: TakeBackQuestionProps) {
  const styles = useStyles();
  const { texts, actions } = usePane();
  const { activity } = usePaneState();
  const question = useFullyShown<HTMLDivElement>();
  return (
    <div ref={question} tabIndex={-1} className={styles.question} role="group" {...closesOnEscape(onKeep)} aria-label={texts.start.takeBackNamed(title)}>
      <span className={styles.sentence}>{texts.start.takeBackQuestion}</span>
      <LostFormulas importId={importId} />
      <Button size="small" appearance="primary" disabledFocusable={activity !== null} onClick={() => void actions.removeImport(importId, title)}>
        {texts.start.takeBackConfirm}
      </Button>
      <Button size="small" onClick={onKeep}>
        {texts.start.keep}
      </Button>
    </div>
  );
}
