import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { VerdictMark } from '../parts/VerdictMark';
import { usePane } from '../services/pane-context';
import { agreementName } from '../view-models/agreements/agreements-at-hand';
import { type EditionOf } from '../view-models/agreements/editions';

const useStyles = makeStyles({
  found: { display: 'flex', flexDirection: 'column', gap: '6px', paddingBottom: '6px' },
  line: { display: 'flex', gap: '6px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
  aside: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Says that a document is another edition of an import, and leads to what changed, from where it can be taken over. */
export function EditionFound({ edition, sha256 }: { readonly edition: EditionOf; readonly sha256: string }) {
  const styles = useStyles();
  const { texts, actions } = usePane();
  const { agreement } = edition.stored;
  return (
    <div className={styles.found}>
      <div className={styles.line}>
        <VerdictMark kind="not-checkable" />
        <span>{texts.editions.found(agreementName(agreement), edition.changes)}</span>
      </div>
      <Button appearance="primary" onClick={() => actions.compareEditions(agreement.document.sha256, sha256, 'import')}>
        {texts.editions.see}
      </Button>
      <span className={styles.aside}>{texts.editions.orSeparate}</span>
    </div>
  );
}
