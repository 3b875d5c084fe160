import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { FormButtons } from '../../parts/FormButtons';
import { closesOnEscape } from '../../parts/focus/keys';
import { usePane } from '../../services/pane-context';
import { type UnsignedAction } from '../../state/pane-state';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px', flexShrink: 0, margin: '8px 12px', padding: '10px 12px', border: `1px solid ${tokens.colorCompoundBrandStroke}`, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2 },
  question: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** Longest name that the log shows without widening its column. */
export const LONGEST_NAME = 60;

/** Asks who makes the decision, where Excel does not tell; it waits for the name and is made with it, or given up. */
export function SignerForm({ decision }: { readonly decision: UnsignedAction['kind'] }) {
  const styles = useStyles();
  const { texts, actions } = usePane();
  const question = texts.signer.questions[decision];
  const [name, setName] = useState('');
  const isEmpty = name.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isEmpty) void actions.sign(name.trim());
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label={question} {...closesOnEscape(() => actions.leaveUnsigned())}>
      <p className={styles.question}>{question}</p>
      <Field label={texts.signer.label} hint={texts.signer.hint} required size="small">
        <Input autoFocus maxLength={LONGEST_NAME} autoComplete="name" value={name} onChange={(_event, { value }) => setName(value)} />
      </Field>
      <FormButtons confirm={texts.signer.confirm} isReady={!isEmpty} onCancel={() => actions.leaveUnsigned()} />
    </form>
  );
}
