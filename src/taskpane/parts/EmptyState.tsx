import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode } from 'react';
import { VerdictMark, type MarkKind } from './VerdictMark';

const useStyles = makeStyles({
  empty: { display: 'flex', flexDirection: 'column', alignItems: 'center', gap: '12px', padding: '32px 24px', textAlign: 'center', color: tokens.colorNeutralForeground2 },
  text: { margin: 0, overflowWrap: 'anywhere' },
});

/** What a view says when it has nothing to show, with the next step. */
export function EmptyState({ text, mark, children }: { readonly text: string; readonly mark?: MarkKind; readonly children?: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.empty}>
      {mark === undefined ? null : <VerdictMark kind={mark} />}
      <p className={styles.text}>{text}</p>
      {children}
    </div>
  );
}
