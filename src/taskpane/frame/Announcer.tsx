import { makeStyles } from '@fluentui/react-components';
import { Suspense } from 'react';
import { usePaneState } from '../services/pane-context';
import { type PaneState } from '../state/pane-state';
import { Announcement } from '../later-parts';

const useStyles = makeStyles({
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

/** The pane's one live region: tells progress and results without moving the focus. */
export function Announcer() {
  const styles = useStyles();
  const isQuiet = isAtStart(usePaneState());
  return (
    <div className={styles.hidden} role="status" aria-live="polite">
      <Suspense fallback={null}>{isQuiet ? null : <Announcement />}</Suspense>
    </div>
  );
}

/** The first screen, of which there is nothing to tell. */
function isAtStart({ view, currentDocument, notice, activity, unsigned }: PaneState): boolean {
  return view === 'import' && currentDocument === null && notice === null && activity === null && unsigned === null;
}
