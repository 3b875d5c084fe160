import { makeStyles } from '@fluentui/react-components';
import { usePane, usePaneState } from '../state/pane-context';
import { announcementOf } from '../texts/announcement';

const useStyles = makeStyles({
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

/** The pane's one live region: tells progress and results without moving the focus. */
export function Announcer() {
  const styles = useStyles();
  const { texts, language } = usePane();
  return (
    <div className={styles.hidden} role="status" aria-live="polite">
      {announcementOf(usePaneState(), texts, language)}
    </div>
  );
}
