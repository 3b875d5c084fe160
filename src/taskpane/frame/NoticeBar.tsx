import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { usePane } from '../services/pane-context';
import { type Notice } from '../state/pane-state';
import { noticeText } from '../texts/announcement';

const useStyles = makeStyles({
  bar: { margin: '8px 12px', flexShrink: 0, paddingTop: '6px', paddingBottom: '6px' },
  noActions: { display: 'none' },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** The one message above the view: what went wrong or what was done, with the next step. */
export function NoticeBar({ notice }: { readonly notice: Notice }) {
  const styles = useStyles();
  const { texts, language, store } = usePane();
  const hasNextStep = notice.kind === 'inserted' && notice.receipts.some(({ findings }) => findings > 0);
  return (
    <MessageBar className={styles.bar} layout="multiline" politeness="polite" intent={intentOf(notice)}>
      <MessageBarBody className={styles.body}>{noticeText(notice, texts, language)}</MessageBarBody>
      <MessageBarActions
        {...(hasNextStep ? {} : { className: styles.noActions })}
        containerAction={
          <Button appearance="transparent" size="small" aria-label={texts.notices.dismiss} icon={<DismissRegular />} onClick={() => store.dispatch({ type: 'noticed', notice: null })} />
        }
      >
        {hasNextStep ? (
          <Button size="small" onClick={() => store.dispatch({ type: 'view-opened', view: 'findings' })}>
            {texts.notices.seeFindings}
          </Button>
        ) : null}
      </MessageBarActions>
    </MessageBar>
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
