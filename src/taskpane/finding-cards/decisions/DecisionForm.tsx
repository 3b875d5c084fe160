import { Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { FormButtons } from '../../parts/FormButtons';
import { closesOnEscape } from '../../parts/focus/keys';
import { useFullyShown } from '../../parts/focus/use-fully-shown';
import { LONGEST_NAME } from './SignerForm';
import { usePane, usePaneState } from '../../services/pane-context';
import { WayLink } from '../../parts/WayLink';
import { type FindingDecision } from '../../state/pane-state';

const useStyles = makeStyles({
  form: { scrollMarginBlock: '8px', display: 'flex', flexDirection: 'column', gap: '8px', width: '100%', paddingTop: '4px' },
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
  const form = useFullyShown<HTMLFormElement>();
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const isEmpty = text.trim() === '';
  const { label, hint, confirm } = texts.findings.decisions[kind];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isEmpty) return;
    void actions.decide({ kind, keys, text: text.trim() }, name.trim());
    onClose();
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} {...closesOnEscape(onClose)}>
      {keys.length > 1 ? <p className={styles.scope}>{texts.findings.acceptsAll(keys.length)}</p> : null}
      <Field label={label} hint={hint} required size="small">
        <Textarea autoFocus rows={2} value={text} onChange={(_event, { value }) => setText(value)} />
      </Field>
      {signer === null ? (
        <Field label={texts.signer.label} hint={texts.signer.hintBefore} size="small">
          <Input maxLength={LONGEST_NAME} autoComplete="name" value={name} onChange={(_event, { value }) => setName(value)} />
        </Field>
      ) : (
        <p className={styles.scope}>
          {texts.findings.signedAs(signer)}{' '}
          <WayLink onClick={() => actions.forgetSigner()}>
            {texts.findings.changeSigner}
          </WayLink>
        </p>
      )}
      <FormButtons confirm={confirm} isReady={!isEmpty} onCancel={onClose} />
    </form>
  );
}
