import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components';
import { useState, type ClipboardEvent } from 'react';
import { usePane } from '../services/pane-context';
import { closesOnEscape } from '../parts/focus/keys';
import { useFullyShown } from '../parts/focus/use-fully-shown';
import { pastedFile } from './picked-files';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '8px', marginTop: '8px' },
  buttons: { display: 'flex', gap: '8px' },
});

/** A field to paste into: works where the host blocks reading the clipboard. A pasted table is read at once. */
export function PasteBox({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const { texts, actions } = usePane();
  const box = useFullyShown<HTMLDivElement>();
  const [text, setText] = useState('');
  const [isEmptyShown, setIsEmptyShown] = useState(false);
  const read = (content: string, html: string | null): void => {
    if (content.trim() === '' && html === null) {
      setIsEmptyShown(true);
      return;
    }
    actions.openFiles([pastedFile(texts.start.pastedName, content, html)]);
    onClose();
  };
  const paste = (event: ClipboardEvent): void => {
    const html = event.clipboardData.getData('text/html');
    if (!/<table[\s>]/i.test(html)) return;
    event.preventDefault();
    read(event.clipboardData.getData('text/plain'), html);
  };
  return (
    <div ref={box} className={styles.box} {...closesOnEscape(onClose)}>
      <Field label={texts.start.pasteLabel} hint={texts.start.pasteHint} {...(isEmptyShown ? { validationMessage: texts.start.pasteEmpty } : {})}>
        <Textarea
          autoFocus
          rows={5}
          resize="vertical"
          value={text}
          onPaste={paste}
          onChange={(_event, data) => {
            setText(data.value);
            setIsEmptyShown(false);
          }}
        />
      </Field>
      <div className={styles.buttons}>
        <Button appearance="primary" size="small" onClick={() => read(text, null)}>
          {texts.start.pasteRead}
        </Button>
        <Button size="small" onClick={onClose}>
          {texts.cancel}
        </Button>
      </div>
    </div>
  );
}
