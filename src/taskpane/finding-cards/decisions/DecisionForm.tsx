import { Field, Link, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { FormButtons } from '../../parts/FormButtons';
import { usePane, usePaneState } from '../../services/pane-context';
import { type FindingDecision } from '../../state/pane-state';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px', width: '100%', paddingTop: '4px' },
  scope: { margin: 0, lineHeight: tokens.lineHeightBase200 },
});

interface DecisionFormProps {
  readonly kind: FindingDecision['kind'];
  readonly keys: readonly string[];
  readonly onClose: () => void;
}

/** Asks for the reason or the comment of a decision; without one nothing is recorded. */
export function DecisionForm({ kind, keys, onClose }: DecisionFormProps) {
  const styles = useStyles();
  const { texts, actions } = usePane();
  const { signer } = usePaneState();
  const [text, setText] = useState('');
  const isEmpty = text.trim() === '';
  const { label, hint, confirm } = texts.findings.decisions[kind];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isEmpty) return;
    void actions.decide({ kind, keys, text: text.trim() });
    onClose();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {keys.length > 1 ? <p className={styles.scope}>{texts.findings.acceptsAll(keys.length)}</p> : null}
      <Field label={label} hint={hint} required size="small">
        <Textarea autoFocus rows={2} value={text} onChange={(_event, { value }) => setText(value)} />
      </Field>
      {signer === null ? null : (
        <p className={styles.scope}>
          {texts.findings.signedAs(signer)}{' '}
          <Link as="button" type="button" inline style={{ fontSize: 'inherit' }} onClick={() => actions.forgetSigner()}>
            {texts.findings.changeSigner}
          </Link>
        </p>
      )}
      <FormButtons confirm={confirm} isReady={!isEmpty} onCancel={onClose} />
    </form>
  );
}
