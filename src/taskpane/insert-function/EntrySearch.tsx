import { makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { agreementLabel, type Catalogue } from '../../core/catalogue/catalogue';
import { type CatalogueEntry } from '../../core/catalogue/entries';
import { EmptyState } from '../parts/EmptyState';
import { ListButton } from '../parts/lists/ListButton';
import { usePane } from '../services/pane-context';
import { searchEntries } from '../view-models/agreements/function-call';

const useStyles = makeStyles({
  search: { width: '100%', maxWidth: 'none', margin: '12px 0 8px' },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', hyphens: 'auto' },
  agreement: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Finds what a formula asks for, as one types. Enter takes the first. */
export function EntrySearch({ catalogue, onChoose }: { readonly catalogue: Catalogue; readonly onChoose: (entry: CatalogueEntry) => void }) {
  const styles = useStyles();
  const { texts } = usePane();
  const [query, setQuery] = useState('');
  const hits = useMemo(() => searchEntries(catalogue, query), [catalogue, query]);
  const [first] = hits;
  const words = texts.insertFunction;
  const takeFirst = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || first === undefined) return;
    event.preventDefault();
    onChoose(first);
  };
  if (catalogue.agreements.length === 0) return <EmptyState text={words.nothingToAsk} />;
  return (
    <>
      <SearchBox
        className={styles.search}
        autoFocus
        aria-label={words.search}
        placeholder={texts.agreements.searchHint}
        value={query}
        onChange={(_event, { value }) => setQuery(value)}
        onKeyDown={takeFirst}
      />
      <div role="status">{hits.length === 0 ? texts.agreements.noHits(query) : null}</div>
      {hits.map((entry) => (
        <ListButton key={`${entry.agreement.document.sha256} ${entry.kind} ${entry.rowId ?? entry.title}`} onClick={() => onChoose(entry)}>
          <span className={styles.text} lang="da">
            {entry.title}
            <span className={styles.agreement}>{agreementLabel(entry.agreement)}</span>
          </span>
        </ListButton>
      ))}
    </>
  );
}
