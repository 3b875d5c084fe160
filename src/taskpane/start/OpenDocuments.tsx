import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons';
import { usePane } from '../state/pane-context';
import { type OpenDocument } from '../state/pane-state';
import { type Texts } from '../texts/texts';
import { agreementName } from '../view-models/agreements';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    width: '100%',
    padding: '8px 0',
    border: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { color: tokens.colorBrandForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
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
        <button key={document.id} type="button" className={styles.item} onClick={() => store.dispatch({ type: 'document-shown', id: document.id })}>
          <span className={styles.text}>
            <span className={styles.name} lang="da">
              {documentName(document)}
            </span>
            <span className={styles.status}>{statusText(document, texts)}</span>
          </span>
          <ChevronRightRegular aria-hidden="true" />
        </button>
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
      return start.statusFailed;
    case 'read':
      return start.statusReady;
  }
}
