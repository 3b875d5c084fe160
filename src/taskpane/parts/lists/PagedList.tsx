import { Button, makeStyles } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { usePane } from '../../services/pane-context';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  more: { marginTop: '4px', width: '100%' },
});

interface PagedListProps<T> {
  readonly items: readonly T[];
  readonly pageSize?: number;
  readonly keyOf: (item: T, index: number) => string;
  readonly children: (item: T, index: number) => ReactNode;
}

/** A list that shows its first items and more on request, so that long agreements open at once. */
export function PagedList<T>({ items, pageSize = 40, keyOf, children }: PagedListProps<T>) {
  const styles = useStyles();
  const { texts } = usePane();
  const [shown, setShown] = useState(pageSize);
  const rest = items.length - shown;
  return (
    <>
      <ul className={styles.list}>
        {items.slice(0, shown).map((item, index) => (
          <li key={keyOf(item, index)}>{children(item, index)}</li>
        ))}
      </ul>
      {rest > 0 ? (
        <Button className={styles.more} appearance="subtle" size="small" onClick={() => setShown(shown + Math.max(pageSize, 100))}>
          {texts.showMore(Math.min(rest, Math.max(pageSize, 100)))}
        </Button>
      ) : null}
    </>
  );
}
