import { Link, makeStyles } from '@fluentui/react-components';
import { type ReactNode } from 'react';

const useStyles = makeStyles({
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '24px', fontSize: 'inherit', textAlign: 'left' },
});

interface WayLinkProps {
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly title?: string;
  /** What of a finding it leads to, for the keys that do the same. */
  readonly way?: 'cell' | 'source';
  readonly isBusy?: boolean;
}

/** The key for each way. */
const KEYS = { cell: 'C', source: 'S' } as const;

/** A link that does something in the pane, as high as a finger or a trembling hand needs. */
export function WayLink({ children, onClick, title, way, isBusy = false }: WayLinkProps) {
  const styles = useStyles();
  return (
    <Link as="button" type="button" className={styles.link} disabledFocusable={isBusy} {...(title === undefined ? {} : { title })} {...(way === undefined ? {} : { 'data-way': way, 'aria-keyshortcuts': KEYS[way] })} onClick={onClick}>
      {children}
    </Link>
  );
}
