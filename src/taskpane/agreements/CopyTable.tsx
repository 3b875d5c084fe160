import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { copyTable } from '../host/copy-table';
import { usePane } from '../services/pane-context';
import { type WordTable } from '../view-models/amounts/word-table';

const useStyles = makeStyles({
  status: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  place: { overflowX: 'auto', ':empty': { display: 'none' } },
});

/** Takes a table along to a note: copied by the button, or shown and selected for Ctrl+C where the host keeps the clipboard to itself. */
export function CopyTable({ table }: { readonly table: WordTable }) {
  const styles = useStyles();
  const { texts } = usePane();
  const place = useRef<HTMLDivElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'selected' | null>(null);
  const copy = async (): Promise<void> => {
    if (place.current !== null) setOutcome(await copyTable(table, place.current));
  };
  return (
    <>
      <div>
        <Button size="small" icon={outcome === 'copied' ? <CheckmarkRegular /> : <CopyRegular />} onClick={() => void copy()}>
          {texts.agreements.copyTable}
        </Button>{' '}
        <span className={styles.status} role="status">
          {outcome === null ? '' : outcome === 'copied' ? texts.agreements.tableCopied : texts.agreements.tableByHand}
        </span>
      </div>
      <div ref={place} className={styles.place} lang="da" />
    </>
  );
}
