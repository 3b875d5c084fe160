import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { usePane } from '../state/pane-context';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px', paddingTop: '4px' },
  buttons: { display: 'flex', gap: '8px' },
});

/** Asks why a finding is accepted; without a reason nothing is recorded. */
export function AcceptForm({ findingKey, onClose }: { readonly findingKey: string; readonly onClose: () => void }) {
  const styles = useStyles();
  const { texts, actions } = usePane();
  const [reason, setReason] = useState('');
  const isEmpty = reason.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isEmpty) return;
    void actions.acceptFinding(findingKey, reason.trim());
    onClose();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={texts.findings.acceptReason} hint={texts.findings.acceptHint} required size="small">
        <Textarea autoFocus rows={2} value={reason} onChange={(_event, { value }) => setReason(value)} />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" size="small" disabledFocusable={isEmpty}>
          {texts.findings.acceptConfirm}
        </Button>
        <Button size="small" onClick={onClose}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}
