import { Badge, makeStyles } from '@fluentui/react-components';
import { type WorkbookFinding } from '../../excel/workbook-port';
import { usePane } from '../state/pane-context';
import { standingOf } from '../view-models/findings';

const useStyles = makeStyles({
  badge: { marginLeft: '4px', verticalAlign: 'middle', position: 'relative', top: '-1px' },
});

/** How many findings stay to be decided, on the tab; nothing where there are none. */
export function OpenFindings({ findings }: { readonly findings: readonly WorkbookFinding[] }) {
  const styles = useStyles();
  const { texts } = usePane();
  const open = findings.filter((finding) => ['error', 'warning'].includes(standingOf(finding))).length;
  if (open === 0) return null;
  return (
    <Badge className={styles.badge} size="small" color="danger" aria-label={texts.findings.countHeading(open)}>
      {open > 99 ? '99+' : open}
    </Badge>
  );
}
