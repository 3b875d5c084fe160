import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ClipboardPasteRegular, DocumentAddRegular, DocumentTableRegular, LockClosedRegular, SettingsRegular } from '@fluentui/react-icons';
import { Suspense, useState } from 'react';
import { ADDIN_VERSION } from '../../core/import-store/addin-version';
import { OpenDocuments, PasteBox, WorkbookImport } from '../later-parts';
import { PaneHeading } from '../parts/PaneHeading';
import { usePane, usePaneState } from '../services/pane-context';
import { FileButton } from '../intake/FileButton';
import { FirstRunHint } from './FirstRunHint';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: '16px', padding: '16px 12px', boxSizing: 'border-box', minHeight: '100%' },
  lead: { margin: '4px 0 0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  choose: { display: 'flex', flexDirection: 'column', gap: '8px' },
  drop: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '6px',
    padding: '18px 12px 14px',
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  other: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: '4px' },
  otherButton: { justifyContent: 'flex-start', minHeight: '32px', fontWeight: tokens.fontWeightRegular },
  listHeading: { margin: '0 0 4px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  empty: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  version: { marginLeft: 'auto', whiteSpace: 'nowrap' },
  local: { display: 'flex', alignItems: 'center', gap: '6px', margin: 'auto 0 0', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** The first view: ways to get an agreement in, and what is in already. */
export function StartView() {
  const styles = useStyles();
  const { texts, actions, store } = usePane();
  const { documents, workbook, isHintVisible } = usePaneState();
  const [isPasting, setIsPasting] = useState(false);
  const imports = workbook?.imports ?? [];
  return (
    <div className={styles.view}>
      <div>
        <PaneHeading>{texts.start.heading}</PaneHeading>
        <p className={styles.lead}>{texts.start.lead}</p>
      </div>
      <div className={styles.choose}>
        <div className={styles.drop}>
          <FileButton appearance="primary" icon={<DocumentAddRegular />}>
            {texts.start.chooseFile}
          </FileButton>
          <span>{texts.start.orDrop}</span>
          <span>{texts.start.formats}</span>
        </div>
        {isPasting ? (
          <Suspense fallback={null}>
            <PasteBox onClose={() => setIsPasting(false)} />
          </Suspense>
        ) : (
          <div className={styles.other}>
            <Button className={styles.otherButton} appearance="subtle" icon={<ClipboardPasteRegular />} onClick={() => setIsPasting(true)}>
              {texts.start.paste}
            </Button>
            <Button className={styles.otherButton} appearance="subtle" icon={<DocumentTableRegular />} onClick={() => void actions.openSample()}>
              {texts.start.sample}
            </Button>
          </div>
        )}
      </div>
      {isHintVisible ? <FirstRunHint /> : null}
      {documents.length > 0 ? (
        <section>
          <h3 className={styles.listHeading}>{texts.start.openNow}</h3>
          <Suspense fallback={null}>
            <OpenDocuments documents={documents} />
          </Suspense>
        </section>
      ) : null}
      <section>
        <h3 className={styles.listHeading}>{texts.start.inWorkbook}</h3>
        <Suspense fallback={null}>{imports.length === 0 ? <p className={styles.empty}>{texts.start.noneInWorkbook}</p> : imports.map((stored) => <WorkbookImport key={stored.importId} stored={stored} />)}</Suspense>
      </section>
      <div className={styles.local}>
        <LockClosedRegular aria-hidden="true" />
        <span>{texts.start.localOnly}</span>
        <span className={styles.version}>{texts.start.version(ADDIN_VERSION)}</span>
        <Button size="small" appearance="subtle" icon={<SettingsRegular />} aria-label={texts.settings.heading} title={texts.settings.heading} onClick={() => store.dispatch({ type: 'page-opened', page: 'settings' })} />
      </div>
    </div>
  );
}
