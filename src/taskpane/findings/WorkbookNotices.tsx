import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { type WorkbookNotice } from '../../excel/workbook-port';
import { usePane } from '../services/pane-context';

const useStyles = makeStyles({
  bars: { display: 'flex', flexDirection: 'column', gap: '6px' },
  bar: { paddingTop: '6px', paddingBottom: '6px' },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** What puts the record in doubt deserves a look; the rest is good to know. */
const GRAVE: ReadonlySet<WorkbookNotice['code']> = new Set(['log-changed', 'log-shortened']);

/** What the user should know of the workbook as a whole; stays as long as it is so. */
export function WorkbookNotices({ notices }: { readonly notices: readonly WorkbookNotice[] }) {
  const styles = useStyles();
  const { language } = usePane();
  if (notices.length === 0) return null;
  return (
    <div className={styles.bars}>
      {notices.map(({ code, message }) => (
        <MessageBar key={message.da} className={styles.bar} layout="multiline" politeness="polite" intent={GRAVE.has(code) ? 'warning' : 'info'}>
          <MessageBarBody className={styles.body}>{message[language]}</MessageBarBody>
        </MessageBar>
      ))}
    </div>
  );
}
