import { Button, makeStyles } from '@fluentui/react-components';
import { usePane } from '../services/pane-context';

const useStyles = makeStyles({
  buttons: { display: 'flex', gap: '8px' },
});

/** The two buttons that end a small form: one that sends it, once it is ready, and one that gives it up. */
export function FormButtons({ confirm, isReady, onCancel }: { readonly confirm: string; readonly isReady: boolean; readonly onCancel: () => void }) {
  const styles = useStyles();
  const { texts } = usePane();
  return (
    <div className={styles.buttons}>
      <Button type="submit" appearance="primary" size="small" disabledFocusable={!isReady}>
        {confirm}
      </Button>
      <Button size="small" onClick={onCancel}>
        {texts.cancel}
      </Button>
    </div>
  );
}
