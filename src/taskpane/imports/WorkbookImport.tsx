import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { type StoredImport } from '../../excel/workbook-port';
import { TakeBackQuestion } from './TakeBackQuestion';
import { usePane } from '../services/pane-context';
import { agreementName } from '../view-models/agreements/agreements-at-hand';
import { dateText } from '../view-models/agreements/dates';

const useStyles = makeStyles({
  item: { display: 'flex', alignItems: 'flex-start', gap: '8px', padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  text: { flexGrow: 1, minWidth: 0 },
  title: { display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere', hyphens: 'auto', fontWeight: tokens.fontWeightSemibold },
  detail: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
});

/** An agreement that is in the workbook, with the way to take it back after one question. */
export function WorkbookImport({ stored }: { readonly stored: StoredImport }) {
  const styles = useStyles();
  const { texts, language } = usePane();
  const [isAsking, setIsAsking] = useState(false);
  const title = agreementName(stored.agreement);
  return (
    <>
      <div className={styles.item}>
        <div className={styles.text}>
          <div className={styles.title} title={title} lang="da">
            {title}
          </div>
          <div className={styles.detail}>
            {texts.preview.counts.initiatives(stored.agreement.initiatives.length)} · {texts.start.importedOn(dateText(stored.importedAt, language))}
          </div>
        </div>
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowUndoRegular />}
          aria-label={texts.start.takeBackNamed(title)}
          title={texts.start.takeBack}
          aria-expanded={isAsking}
          onClick={() => setIsAsking(!isAsking)}
        />
      </div>
      {isAsking ? (
        <TakeBackQuestion importId={stored.importId} title={title} onKeep={() => setIsAsking(false)} />
      ) : null}
    </>
  );
}
