import { makeStyles, tokens } from '@fluentui/react-components';
import { type Unread } from '../../core/budget/agreement';
import { SourceLink } from '../parts/SourceLink';
import { usePane } from '../services/pane-context';

const useStyles = makeStyles({
  item: { padding: '6px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  text: { margin: 0, fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
  reason: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: '8px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface UnreadItemProps {
  readonly unread: Unread;
  readonly sha256: string;
  /** Which agreement it stands in, where several are listed together. */
  readonly agreementName: string | null;
}

/** A line that looked like money or a table row and was not understood, with the reason. */
export function UnreadItem({ unread, sha256, agreementName }: UnreadItemProps) {
  const styles = useStyles();
  const { texts } = usePane();
  return (
    <div className={styles.item}>
      <p className={styles.text} lang="da">
        {unread.text}
      </p>
      <div className={styles.reason}>
        <span>{[...(agreementName === null ? [] : [agreementName]), texts.unreadReasons[unread.reason]].join(' · ')}</span>
        <SourceLink sha256={sha256} position={unread.position} quote={null} />
      </div>
    </div>
  );
}
