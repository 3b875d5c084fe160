import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { type Agreement, type Initiative } from '../../core/budget/agreement';
import { type Outcome } from '../../core/reconciliation/rule';
import { VerdictMark } from '../parts/VerdictMark';
import { VisuallyHidden } from '../parts/VisuallyHidden';
import { usePane } from '../services/pane-context';
import { figureText, headlineAmount } from '../view-models/amounts/figures';
import { InitiativeFigures } from './InitiativeFigures';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    width: '100%',
    padding: '6px 4px',
    border: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  title: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', hyphens: 'auto' },
  clamped: { display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden' },
  untitled: { fontStyle: 'italic', color: tokens.colorNeutralForeground2 },
  number: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  amount: { flexShrink: 0, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  details: { padding: '0 4px 10px' },
});

/** One initiative of the preview: verdict, title and total; its figures on request. */
export function InitiativeItem({ agreement, initiative, verdict }: { readonly agreement: Agreement; readonly initiative: Initiative; readonly verdict: Outcome | null }) {
  const styles = useStyles();
  const { texts, language } = usePane();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const amount = headlineAmount(initiative);
  const kind = verdict ?? 'not-checkable';
  return (
    <>
      <button type="button" className={styles.row} aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
        <VerdictMark kind={kind} />
        <VisuallyHidden>{texts.outcomes[kind]}: </VisuallyHidden>
        <span className={mergeClasses(styles.title, !isOpen && styles.clamped, initiative.title === null && styles.untitled)} lang="da">
          {initiative.number === null ? null : <span className={styles.number}>{initiative.number} </span>}
          {initiative.title ?? texts.agreements.damagedTitle}
        </span>
        {amount === null ? null : <span className={styles.amount}>{figureText(amount, language)}</span>}
      </button>
      <div id={id} hidden={!isOpen} className={styles.details}>
        {isOpen ? <InitiativeFigures agreement={agreement} initiative={initiative} /> : null}
      </div>
    </>
  );
}
