import { makeStyles, tokens } from '@fluentui/react-components';
import { ListButton } from '../parts/lists/ListButton';
import { usePane } from '../services/pane-context';
import { type OpenDocument } from '../state/pane-state';
import { type Texts } from '../texts/texts';
import { agreementName } from '../view-models/agreements/agreements-at-hand';

const useStyles = makeStyles({
  text: { flexGrow: 1, minWidth: 0 },
  name: { display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere', hyphens: 'auto', fontWeight: tokens.fontWeightSemibold },
  status: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
});

/** The documents that are open in the pane, each with where it stands. */
export function OpenDocuments({ documents }: { readonly documents: readonly OpenDocument[] }) {
  const styles = useStyles();
  const { texts, store } = usePane();
  return (
    <>
      {documents.map((document) => (
        <ListButton key={document.id} onClick={() => store.dispatch({ type: 'document-shown', id: document.id })}>
          <span className={styles.text}>
            <span className={styles.name} lang="da">
              {documentName(document)}
            </span>
            <span className={styles.status}>{statusText(document, texts)}</span>
          </span>
        </ListButton>
      ))}
    </>
  );
}

function documentName({ stage, file }: OpenDocument): string {
  return stage.kind === 'read' ? agreementName(stage.reading.agreement) : file.name;
}

function statusText({ stage, receipt }: OpenDocument, { start }: Texts): string {
  if (receipt !== null) return start.statusInserted;
  switch (stage.kind) {
    case 'waiting':
      return start.statusWaiting;
    case 'reading':
      return start.statusReading;
    case 'failed':
      return stage.failure.code === 'password-needed' ? start.statusLocked : start.statusFailed;
    case 'read':
      return start.statusReady;
  }
}
