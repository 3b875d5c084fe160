import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { type Failure } from '../../core/failure';
import { failureText } from '../../core/failure-text';
import { PaneHeading } from '../parts/PaneHeading';
import { FileButton } from '../intake/FileButton';
import { usePane } from '../services/pane-context';
import { type OpenDocument } from '../state/pane-state';
import { EncodingChoice } from './EncodingChoice';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: '12px', padding: '12px' },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  form: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
  field: { alignSelf: 'stretch' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** Why a document could not be read, and what the user can do: give the password, choose the encoding, take another file. */
export function FailedDocument({ document, failure }: { readonly document: OpenDocument; readonly failure: Failure }) {
  const styles = useStyles();
  const { texts, language, store, actions } = usePane();
  if (failure.code === 'password-needed') return <PasswordForm document={document} wasWrong={failure.wasWrong} />;
  return (
    <div className={styles.view}>
      <PaneHeading>{texts.failed.heading}</PaneHeading>
      <MessageBar intent="error" layout="multiline" politeness="polite">
        <MessageBarBody className={styles.body}>{failureText(failure)[language]}</MessageBarBody>
      </MessageBar>
      {failure.code === 'wrong-encoding' ? <EncodingChoice document={document} lines={[]} /> : null}
      <div className={styles.buttons}>
        {failure.code === 'reader-unavailable' || failure.code === 'timed-out' ? <Button onClick={() => actions.readAgain(document.id, {})}>{texts.failed.tryAgain}</Button> : null}
        {failure.code === 'damaged-file' || (failure.code === 'scanned-pdf' && failure.hasRecognisedText === true) ? <Button onClick={() => actions.readAgain(document.id, { acceptPartly: true })}>{texts.failed.readPartly}</Button> : null}
        <FileButton appearance="primary">{texts.failed.chooseOther}</FileButton>
        <Button onClick={() => store.dispatch({ type: 'document-closed', id: document.id })}>{texts.close}</Button>
      </div>
    </div>
  );
}

function PasswordForm({ document, wasWrong }: { readonly document: OpenDocument; readonly wasWrong: boolean }) {
  const styles = useStyles();
  const { texts, actions, store } = usePane();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (password !== '') actions.readAgain(document.id, { password });
  };
  return (
    <div className={styles.view}>
      <PaneHeading>{texts.password.heading}</PaneHeading>
      <form className={styles.form} onSubmit={submit}>
        <Field className={styles.field} label={`${texts.password.label}: ${document.file.name}`} hint={texts.password.note} {...(wasWrong ? { validationMessage: texts.password.wrong } : {})}>
          <Input type="password" autoComplete="off" autoFocus value={password} onChange={(_event, data) => setPassword(data.value)} />
        </Field>
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" disabledFocusable={password === ''}>
            {texts.password.open}
          </Button>
          <Button onClick={() => store.dispatch({ type: 'document-closed', id: document.id })}>{texts.cancel}</Button>
        </div>
      </form>
    </div>
  );
}
