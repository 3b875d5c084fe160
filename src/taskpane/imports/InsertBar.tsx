import { Button, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useId, useMemo } from 'react';
import { usePane, usePaneState } from '../services/pane-context';
import { type OpenDocument } from '../state/pane-state';
import { importOf } from '../view-models/agreements/agreements';
import { agreementToInsert } from '../view-models/agreements/document-title';
import { sameContentAs } from '../view-models/agreements/same-content';
import { editionOf } from '../view-models/agreements/editions';
import { EditionFound } from './EditionFound';
import { ImportedBefore } from './ImportedBefore';
import { InsertedDocument } from './InsertedDocument';

const useStyles = makeStyles({
  bar: { flexShrink: 0, display: 'flex', flexDirection: 'column', gap: '6px', padding: '8px 12px 12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2 },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  targets: { gap: '0', flexWrap: 'wrap' },
  target: { '& .fui-Radio__label': { padding: '4px 8px 4px 0', fontSize: tokens.fontSizeBase200 }, '& .fui-Radio__indicator': { margin: '4px 6px 4px 2px' } },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', '& button': { whiteSpace: 'nowrap' } },
  main: { flexGrow: 1 },
});

/** Where the agreement goes, and the button that writes it; afterwards, the way to take it back; for a document that is in already, the way to replace it. */
export function InsertBar({ document }: { readonly document: OpenDocument }) {
  const styles = useStyles();
  const { texts, store, actions, can } = usePane();
  const state = usePaneState();
  const { target, activity, documents, workbook } = state;
  const labelId = useId();
  const { receipt, stage } = document;
  const edition = useMemo(() => editionOf({ stage }, workbook), [stage, workbook]);
  const isBusy = activity !== null || !can.writeWorkbook;
  const ready = documents.filter((one) => agreementToInsert(one, state) !== null && one.receipt === null && importOf(one, workbook) === null && sameContentAs(one, documents, workbook) === null).map(({ id }) => id);
  const before = importOf(document, workbook);
  if (receipt !== null) {
    return (
      <div className={styles.bar}>
        <InsertedDocument receipt={receipt} />
      </div>
    );
  }
  if (before !== null) {
    return (
      <div className={styles.bar}>
        <ImportedBefore document={document} stored={before} />
      </div>
    );
  }
  return (
    <div className={styles.bar}>
      {edition === null || stage.kind !== 'read' ? null : <EditionFound edition={edition} sha256={stage.reading.agreement.document.sha256} />}
      <div>
        <div id={labelId} className={styles.label}>
          {texts.preview.targetLabel}
        </div>
        <RadioGroup className={styles.targets} layout="horizontal" aria-labelledby={labelId} value={target} onChange={(_event, { value }) => store.dispatch({ type: 'target-chosen', target: value === 'selection' ? 'selection' : 'new-sheets' })}>
          <Radio className={styles.target} value="new-sheets" label={texts.preview.targetNewSheets} />
          <Radio className={styles.target} value="selection" label={texts.preview.targetSelection} />
        </RadioGroup>
      </div>
      <div className={styles.buttons}>
        <Button className={styles.main} appearance={edition === null ? 'primary' : 'secondary'} disabledFocusable={isBusy || agreementToInsert(document, state) === null} onClick={() => void actions.insertDocuments([document.id])}>
          {texts.preview.insert}
        </Button>
        {ready.length > 1 && target === 'new-sheets' ? (
          <Button disabledFocusable={isBusy} onClick={() => void actions.insertDocuments(ready)}>
            {texts.preview.insertAll(ready.length)}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
