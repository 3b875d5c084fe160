import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { usePane } from '../services/pane-context';
import { type Activity } from '../state/pane-state';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: '8px', padding: '8px 12px', flexShrink: 0, backgroundColor: tokens.colorNeutralBackground3, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  progress: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: '4px', fontSize: tokens.fontSizeBase200 },
});

/** What is one step and over at once, or may not be given up half way. */
const UNSTOPPABLE: ReadonlySet<Activity['kind']> = new Set(['take-over', 'tick']);

/** A long action on the workbook: what runs, how far it is, and the way to stop it. */
export function ActivityBar({ activity }: { readonly activity: Activity }) {
  const styles = useStyles();
  const { texts, actions } = usePane();
  const { done, total } = activity.progress;
  const what = texts.activity[activity.isHeld === true ? 'held' : activity.kind];
  return (
    <div className={styles.bar}>
      <div className={styles.progress}>
        <span>{what}</span>
        <ProgressBar aria-label={what} {...(total > 0 ? { value: done, max: total } : {})} />
      </div>
      {UNSTOPPABLE.has(activity.kind) ? null : (
        <Button size="small" onClick={() => actions.cancelActivity()}>
          {texts.cancel}
        </Button>
      )}
    </div>
  );
}
