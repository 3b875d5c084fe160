import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, type ReactNode } from 'react';
import { PaneHeading } from '../parts/PaneHeading';
import { usePane } from '../services/pane-context';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  head: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '2px', flexShrink: 0, padding: '4px 12px 8px' },
  back: { marginLeft: '-8px' },
  scroller: { position: 'relative', flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '4px 12px 12px' },
});

/** What stands over a view: its heading, and the way back, which Escape takes too. */
export function PageFrame({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const { texts, store } = usePane();
  const close = (): void => store.dispatch({ type: 'page-opened', page: null });
  // Wherever the focus is: what opened the page is gone, and may have taken the focus with it.
  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) store.dispatch({ type: 'page-opened', page: null });
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [store]);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <Button className={styles.back} size="small" appearance="subtle" icon={<ArrowLeftRegular />} onClick={close}>
          {texts.back}
        </Button>
        <PaneHeading>{heading}</PaneHeading>
      </div>
      <div className={styles.scroller}>{children}</div>
    </div>
  );
}
