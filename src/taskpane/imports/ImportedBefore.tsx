import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { type StoredImport } from '../../excel/workbook-port';
import { LostFormulas } from './LostFormulas';
import { VerdictMark } from '../parts/VerdictMark';
import { usePane, usePaneState } from '../services/pane-context';
import { type OpenDocument } from '../state/pane-state';
import { agreementName } from '../view-models/agreements/agreements-at-hand';
import { agreementToInsert } from '../view-models/agreements/document-title';
import { dateText } from '../view-models/agreements/dates';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'flex-start', gap: '6px', lineHeight: tokens.lineHeightBase200, fontSize: tokens.fontSizeBase200 },
  question: { margin: '6px 0 0', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '8px' },
});

/** What stands instead of the insert button when the same document is in the workbook: it can be replaced, after one question. */
export function ImportedBefore({ document, stored }: { readonly document: OpenDocument; readonly stored: StoredImport }) {
  const styles = useStyles();
  const { texts, language, actions } = usePane();
  const state = usePaneState();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <div>
      <div className={styles.line}>
        <VerdictMark kind="info" />
        <span>{texts.preview.importedBefore(dateText(stored.importedAt, language))}</span>
      </div>
      {isAsking ? <p className={styles.question}>{texts.preview.replaceQuestion}</p> : null}
      {isAsking ? <LostFormulas importId={stored.importId} /> : null}
      <div className={styles.buttons}>
        {isAsking ? (
          <>
            <Button appearance="primary" size="small" disabledFocusable={state.activity !== null || agreementToInsert(document, state) === null} onClick={() => void actions.replaceImport(document.id, stored.importId, agreementName(stored.agreement))}>
              {texts.preview.replaceConfirm}
            </Button>
            <Button size="small" onClick={() => setIsAsking(false)}>
              {texts.start.keep}
            </Button>
          </>
        ) : (
          <Button size="small" onClick={() => setIsAsking(true)}>
            {texts.preview.replace}
          </Button>
        )}
      </div>
    </div>
  );
}
