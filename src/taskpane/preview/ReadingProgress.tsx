import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { PaneHeading } from '../parts/PaneHeading';
import { usePane } from '../services/pane-context';
import { type OpenDocument, type Progress } from '../state/pane-state';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '10px', padding: '12px' },
  track: { alignSelf: 'stretch' },
  // A bar that glides has the page drawn anew for every frame, while the reading needs the machine.
  bar: { transitionProperty: 'none' },
  detail: { margin: 0, display: 'flex', justifyContent: 'space-between', alignSelf: 'stretch', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
});

/** How far reading a document is; null while it waits for another. */
export function ReadingProgress({ document, progress }: { readonly document: OpenDocument; readonly progress: Progress | null }) {
  const styles = useStyles();
  const { texts, actions } = usePane();
  const { name } = document.file;
  const hasLength = progress !== null && progress.total > 0;
  return (
    <div className={styles.view}>
      <PaneHeading>{texts.reading.heading(name)}</PaneHeading>
      <ProgressBar className={styles.track} bar={{ className: styles.bar }} aria-label={texts.reading.heading(name)} {...(hasLength ? { value: progress.done, max: progress.total } : {})} />
      <p className={styles.detail}>
        <span>{progress === null ? texts.reading.waiting : texts.reading.stayResponsive}</span>
        {hasLength ? <span>{texts.percentDone(Math.round((100 * progress.done) / progress.total))}</span> : null}
      </p>
      <Button onClick={() => actions.cancelReading(document.id)}>{texts.cancel}</Button>
    </div>
  );
}
