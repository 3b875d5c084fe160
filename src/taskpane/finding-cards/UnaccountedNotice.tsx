import { makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { type Agreement } from '../../core/budget/agreement';
import { PagedList } from '../parts/lists/PagedList';
import { UnreadItem } from './UnreadItem';
import { usePane } from '../services/pane-context';

const useStyles = makeStyles({
  message: { whiteSpace: 'normal' },
});

/** Says above the verdict that figures of the document stand nowhere in what was read, with the line of each, which leads to its page; nothing where all are accounted for. */
export function UnaccountedNotice({ agreement }: { readonly agreement: Agreement }) {
  const styles = useStyles();
  const { texts } = usePane();
  const count = agreement.accounting?.unaccounted.length ?? 0;
  if (count === 0) return null;
  return (
    <div>
      <MessageBar intent="warning" layout="multiline" politeness="polite">
        <MessageBarBody className={styles.message}>{texts.preview.unaccounted(count)}</MessageBarBody>
      </MessageBar>
      <PagedList items={agreement.unread.filter(({ reason }) => reason === 'unaccounted')} keyOf={(_unread, index) => String(index)}>
        {(unread) => <UnreadItem unread={unread} sha256={agreement.document.sha256} agreementName={null} />}
      </PagedList>
    </div>
  );
}
