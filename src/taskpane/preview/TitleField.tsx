import { Field, Input } from '@fluentui/react-components';
import { usePane } from '../services/pane-context';
import { type DocumentTitle } from '../view-models/agreements/document-title';

/** The title of a document that prints none: proposed, and the user's to change before anything is inserted. */
export function TitleField({ documentId, title }: { readonly documentId: number; readonly title: DocumentTitle }) {
  const { texts, store } = usePane();
  const { problem, text } = title;
  return (
    <Field label={texts.title.label} hint={texts.title.hint} required size="small" {...(problem === null ? {} : { validationState: 'error', validationMessage: texts.title.problems[problem] })}>
      <Input size="small" lang="da" value={text} onChange={(_event, { value }) => store.dispatch({ type: 'title-typed', id: documentId, title: value })} />
    </Field>
  );
}
