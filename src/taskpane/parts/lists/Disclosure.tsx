import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRightFilled } from '@fluentui/react-icons';
import { useId, useState, type ReactNode } from 'react';

const useStyles = makeStyles({
  toggle: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    minHeight: '26px',
    padding: '2px 4px 2px 0',
    border: 'none',
    background: 'none',
    color: tokens.colorBrandForegroundLink,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
  chevron: { flexShrink: 0, fontSize: '12px' },
  open: { transform: 'rotate(90deg)' },
});

/** A line within a card that opens and closes what belongs to it. */
export function Disclosure({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button type="button" className={styles.toggle} aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
        <ChevronRightFilled className={mergeClasses(styles.chevron, isOpen && styles.open)} aria-hidden="true" />
        {label}
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen ? children : null}
      </div>
    </>
  );
}
