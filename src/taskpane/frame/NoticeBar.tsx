import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { isFocusLost } from '../parts/focus/focus-history';
import { usePane, usePaneState } from '../services/pane-context';
import { type Notice } from '../state/pane-state';
import { noticeText } from '../texts/announcement';
import { undoOf } from './undo-of';
import { useLeaving } from './use-leaving';

const useStyles = makeStyles({
  bar: { paddingTop: '6px', paddingBottom: '6px' },
  frame: { margin: '8px 12px', flexShrink: 0, borderRadius: tokens.borderRadiusMedium, ':focus': { outlineStyle: 'none' }, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  noActions: { display: 'none' },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** The one message above the view: what went wrong or what was done, with the next step and the way back. What is no error leaves by itself. */
export function NoticeBar({ notice }: { readonly notice: Notice }) {
  const styles = useStyles();
  const { texts, language, store, actions } = usePane();
  const { activity } = usePaneState();
  const bar = useRef<HTMLDivElement>(null);
  const intent = intentOf(notice);
  const dismiss = (): void => store.dispatch({ type: 'noticed', notice: null });
  const leaving = useLeaving(notice, intent === 'error' ? null : dismiss);
  useEffect(() => {
    if (isFocusLost()) bar.current?.focus({ preventScroll: true });
  }, [notice]);
  const hasNextStep = notice.kind === 'inserted' && notice.receipts.some(({ findings }) => findings > 0);
  const undo = undoOf(notice, actions, texts);
  return (
    <div ref={bar} tabIndex={-1} className={styles.frame} {...leaving}>
    <MessageBar className={styles.bar} layout="multiline" politeness="polite" intent={intent}>
      <MessageBarBody className={styles.body}>{noticeText(notice, texts, language)}</MessageBarBody>
      <MessageBarActions
        {...(hasNextStep || undo !== null ? {} : { className: styles.noActions })}
        containerAction={<Button appearance="transparent" size="small" aria-label={texts.notices.dismiss} icon={<DismissRegular />} onClick={dismiss} />}
      >
        {hasNextStep ? (
          <Button size="small" onClick={() => store.dispatch({ type: 'view-opened', view: 'findings' })}>
            {texts.notices.seeFindings}
          </Button>
        ) : null}
        {undo === null ? null : (
          <Button size="small" disabledFocusable={activity !== null} onClick={() => void undo()}>
            {texts.notices.undo}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
    </div>
  );
}

function intentOf(notice: Notice): 'error' | 'info' | 'success' {
  switch (notice.kind) {
    case 'failure':
      return notice.failure.code === 'cancelled' && notice.done === undefined ? 'info' : 'error';
    case 'files-refused':
    case 'sample-unreachable':
      return 'error';
    case 'reading-cancelled':
    case 'already-open':
    case 'other-document':
    case 'tie-out-refused':
      return 'info';
    default:
      return 'success';
  }
}
