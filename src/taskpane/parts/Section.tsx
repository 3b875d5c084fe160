import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRightFilled } from '@fluentui/react-icons';
import { useId, useState, type ReactNode } from 'react';

const useStyles = makeStyles({
  section: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  heading: { margin: 0, fontSize: 'inherit' },
  toggle: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    width: '100%',
    minHeight: '36px',
    padding: '6px 12px',
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chevron: { flexShrink: 0, fontSize: '14px', color: tokens.colorNeutralForeground3, transitionProperty: 'transform', transitionDuration: '120ms', '@media (prefers-reduced-motion: reduce)': { transitionDuration: '0s' } },
  open: { transform: 'rotate(90deg)' },
  count: { marginLeft: 'auto', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', fontSize: tokens.fontSizeBase200 },
  body: { padding: '0 12px 12px' },
});

interface SectionProps {
  readonly title: string;
  readonly count: number;
  readonly isOpenAtFirst?: boolean;
  readonly children: ReactNode;
}

/** A heading that opens and closes what stands under it. */
export function Section({ title, count, isOpenAtFirst = false, children }: SectionProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const id = useId();
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>
        <button type="button" className={styles.toggle} aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
          <ChevronRightFilled className={mergeClasses(styles.chevron, isOpen && styles.open)} aria-hidden="true" />
          {title}
          <span className={styles.count}>{count}</span>
        </button>
      </h3>
      <div id={id} className={styles.body} hidden={!isOpen}>
        {isOpen ? children : null}
      </div>
    </section>
  );
}
