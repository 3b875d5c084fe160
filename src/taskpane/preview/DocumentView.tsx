import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, ChevronLeftRegular, ChevronRightRegular, DismissRegular } from '@fluentui/react-icons';
import { usePane, usePaneState } from '../services/pane-context';
import { type OpenDocument } from '../state/pane-state';
import { hasFigures } from '../view-models/agreements/agreements-at-hand';
import { FailedDocument } from './FailedDocument';
import { InsertBar } from '../imports/InsertBar';
import { PreviewBody } from './PreviewBody';
import { WayLink } from '../parts/WayLink';
import { ReadingProgress } from './ReadingProgress';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  bar: { display: 'flex', alignItems: 'center', gap: '4px', padding: '4px 6px', flexShrink: 0 },
  switcher: { display: 'flex', alignItems: 'center', gap: '2px', marginLeft: 'auto', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  end: { marginLeft: 'auto' },
  others: { flexShrink: 0, margin: '0 12px 6px', padding: '4px 8px', borderLeft: `3px solid ${tokens.colorPaletteRedBorder2}`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  calm: { borderLeftColor: tokens.colorNeutralStrokeAccessible },
  scroller: { position: 'relative', flexGrow: 1, minHeight: 0, overflowY: 'auto' },
});

/** One open document on its way into the workbook: read, failed or ready to insert. */
export function DocumentView({ document }: { readonly document: OpenDocument }) {
  const styles = useStyles();
  const { texts, store, actions } = usePane();
  const { documents } = usePaneState();
  const index = documents.indexOf(document);
  const unread = document.stage.kind === 'failed' ? [] : documents.filter(({ stage }) => stage.kind === 'failed');
  const locked = unread.filter(isLocked);
  const failed = unread.filter((one) => !isLocked(one));
  const show = (id: number | null): void => store.dispatch({ type: 'document-shown', id });
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <Button appearance="subtle" size="small" icon={<ArrowLeftRegular />} onClick={() => show(null)}>
          {texts.back}
        </Button>
        {documents.length > 1 ? (
          <span className={styles.switcher}>
            <Button appearance="subtle" size="small" icon={<ChevronLeftRegular />} aria-label={texts.preview.previousDocument} disabledFocusable={index === 0} onClick={() => show(documents[index - 1]?.id ?? document.id)} />
            {texts.preview.documentOf(index + 1, documents.length)}
            <Button
              appearance="subtle"
              size="small"
              icon={<ChevronRightRegular />}
              aria-label={texts.preview.nextDocument}
              disabledFocusable={index === documents.length - 1}
              onClick={() => show(documents[index + 1]?.id ?? document.id)}
            />
          </span>
        ) : null}
        <Button
          className={mergeClasses(documents.length === 1 && styles.end)}
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label={texts.preview.closeDocument}
          title={texts.preview.closeDocument}
          onClick={() => (document.stage.kind === 'reading' || document.stage.kind === 'waiting' ? actions.cancelReading(document.id) : store.dispatch({ type: 'document-closed', id: document.id }))}
        />
      </div>
      {locked.length === 0 ? null : <OthersLine isCalm text={texts.preview.othersLocked(locked.length)} step={texts.preview.unlock} onStep={() => show(locked[0]?.id ?? document.id)} />}
      {failed.length === 0 ? null : <OthersLine text={texts.preview.othersFailed(failed.length)} step={texts.preview.seeWhy} onStep={() => show(failed[0]?.id ?? document.id)} />}
      <div className={styles.scroller}>
        <DocumentStageView key={`${document.id} ${document.stage.kind}`} document={document} />
      </div>
      {document.stage.kind === 'read' && hasFigures(document.stage.reading.agreement) ? <InsertBar document={document} /> : null}
    </div>
  );
}

function isLocked({ stage }: OpenDocument): boolean {
  return stage.kind === 'failed' && stage.failure.code === 'password-needed';
}

/** What is to be said of other documents that are open, with the way to the first of them. */
function OthersLine({ text, step, isCalm = false, onStep }: { readonly text: string; readonly step: string; readonly isCalm?: boolean; readonly onStep: () => void }) {
  const styles = useStyles();
  return (
    <p className={mergeClasses(styles.others, isCalm && styles.calm)}>
      {text}{' '}
      <WayLink onClick={onStep}>
        {step}
      </WayLink>
    </p>
  );
}

function DocumentStageView({ document }: { readonly document: OpenDocument }) {
  const { stage } = document;
  switch (stage.kind) {
    case 'waiting':
    case 'reading':
      return <ReadingProgress document={document} progress={stage.kind === 'reading' ? stage.progress : null} />;
    case 'failed':
      return <FailedDocument document={document} failure={stage.failure} />;
    case 'read':
      return <PreviewBody document={document} reading={stage.reading} />;
  }
}
