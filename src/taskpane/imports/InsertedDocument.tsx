import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { type ImportReceipt } from '../../excel/workbook-port';
import { TakeBackQuestion } from './TakeBackQuestion';
import { VerdictMark } from '../parts/VerdictMark';
import { usePane, usePaneState } from '../services/pane-context';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: '6px', minHeight: '32px' },
  text: { flexGrow: 1, minWidth: 0 },
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
});

/** What stands instead of the insert button once the document is in the workbook: the way to take it back. */
export function InsertedDocument({ receipt }: { readonly receipt: ImportReceipt }) {
  const styles = useStyles();
  const { texts } = usePane();
  const { activity } = usePaneState();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <div className={styles.line}>
        <VerdictMark kind="agrees" />
        <span className={styles.text}>{texts.preview.alreadyInWorkbook}</span>
        <Button className={styles.button} size="small" aria-expanded={isAsking} disabledFocusable={activity !== null} onClick={() => setIsAsking(!isAsking)}>
          {texts.start.takeBack}
        </Button>
      </div>
      {isAsking ? <TakeBackQuestion importId={receipt.importId} title={receipt.title} onKeep={() => setIsAsking(false)} /> : null}
    </>
  );
}
