import { type StoredImport } from '../../excel/workbook-port';
import { PagedList } from '../parts/lists/PagedList';
import { Section } from '../parts/Section';
import { UnreadItem } from '../finding-cards/UnreadItem';
import { usePane } from '../services/pane-context';
import { agreementName } from '../view-models/agreements/agreements-at-hand';

/** What was not understood in the imported documents, each with its place; nothing where all was. */
export function UnreadSection({ imports }: { readonly imports: readonly StoredImport[] }) {
  const { texts } = usePane();
  const isOnly = imports.length === 1;
  const items = imports.flatMap(({ agreement }) => agreement.unread.map((unread) => ({ unread, agreement })));
  if (items.length === 0) return null;
  return (
    <Section title={texts.preview.unreadHeading} count={items.length}>
      <PagedList items={items} keyOf={(_item, index) => String(index)}>
        {({ unread, agreement }) => <UnreadItem unread={unread} sha256={agreement.document.sha256} agreementName={isOnly ? null : agreementName(agreement)} />}
      </PagedList>
    </Section>
  );
}
