import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { TEXT_ENCODINGS } from '../../readers/encoding';
import { usePane } from '../services/pane-context';
import { type OpenDocument } from '../state/pane-state';

const useStyles = makeStyles({
  choice: { display: 'flex', flexDirection: 'column', gap: '6px' },
  sample: {
    margin: 0,
    padding: '6px 8px',
    maxHeight: '4.5em',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

const AUTOMATIC = 'automatic';

/** The encoding of a text that does not prove its own, with lines to judge by; choosing another reads the document again. */
export function EncodingChoice({ document, lines }: { readonly document: OpenDocument; readonly lines: readonly string[] }) {
  const styles = useStyles();
  const { texts, actions } = usePane();
  return (
    <div className={styles.choice}>
      <Field label={lines.length === 0 ? texts.encoding.label : texts.encoding.question} size="small">
        <Select size="small" value={document.encoding ?? AUTOMATIC} onChange={(_event, { value }) => actions.readAgain(document.id, { encoding: value })}>
          {document.encoding === null ? <option value={AUTOMATIC}>{texts.encoding.automatic}</option> : null}
          {TEXT_ENCODINGS.map((encoding) => (
            <option key={encoding} value={encoding}>
              {texts.encoding.names[encoding] ?? encoding}
            </option>
          ))}
        </Select>
      </Field>
      {lines.length > 0 ? (
        <p className={styles.sample} lang="da">
          {lines.join(' … ')}
        </p>
      ) : null}
    </div>
  );
}
