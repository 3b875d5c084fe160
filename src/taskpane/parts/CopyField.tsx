import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { usePane } from '../services/pane-context';

const useStyles = makeStyles({
  row: { display: 'flex', gap: '4px' },
  field: { flexGrow: 1, minWidth: 0, '& input': { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, textOverflow: 'ellipsis' } },
  status: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, minHeight: '16px', marginTop: '2px' },
});

/** A text to take along: copied by the button where the host allows it, selected for Ctrl+C where it does not. */
export function CopyField({ label, value }: { readonly label: string; readonly value: string }) {
  const styles = useStyles();
  const { texts } = usePane();
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'selected' | null>(null);
  const copy = async (): Promise<void> => {
    setOutcome((await copyText(value)) ? 'copied' : 'selected');
    input.current?.focus();
    input.current?.select();
  };
  return (
    <div>
      <div className={styles.row}>
        <Input input={{ ref: input }} className={styles.field} size="small" readOnly aria-label={label} value={value} onFocus={(event) => event.currentTarget.select()} />
        <Button size="small" icon={outcome === 'copied' ? <CheckmarkRegular /> : <CopyRegular />} aria-label={texts.agreements.copy} title={texts.agreements.copy} onClick={() => void copy()} />
      </div>
      <div className={styles.status} role="status">
        {outcome === null ? '' : outcome === 'copied' ? texts.agreements.copied : texts.agreements.copyByHand}
      </div>
    </div>
  );
}

/** Whether the clipboard took the text; it is blocked in Excel on the web. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
