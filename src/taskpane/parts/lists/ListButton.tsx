import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons';
import { type ReactNode } from 'react';

const useStyles = makeStyles({
  button: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    width: '100%',
    padding: '7px 0',
    border: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { color: tokens.colorBrandForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chevron: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
});

/** A row of a list that leads on to what it names. */
export function ListButton({ id, children, onClick }: { readonly id?: string; readonly children: ReactNode; readonly onClick: () => void }) {
  const styles = useStyles();
  return (
    <button id={id} type="button" className={styles.button} onClick={onClick}>
      {children}
      <ChevronRightRegular className={styles.chevron} aria-hidden="true" />
    </button>
  );
}
