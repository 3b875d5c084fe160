import { Badge, makeStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { type WorkbookState } from '../../excel/workbook-port';
import { usePane } from '../services/pane-context';
import { cardsOfWorkbook, standingOfCard } from '../view-models/findings/cause-cards';

const useStyles = makeStyles({
  badge: { marginLeft: '4px', flexShrink: 0 },
});

/** How many things stay to be decided, on the tab; nothing where there are none. */
export function OpenFindings({ workbook }: { readonly workbook: Pick<WorkbookState, 'findings' | 'causes'> }) {
  const styles = useStyles();
  const { texts } = usePane();
  const open = useMemo(() => cardsOfWorkbook(workbook).filter((card) => ['error', 'warning'].includes(standingOfCard(card))).length, [workbook]);
  if (open === 0) return null;
  return (
    <Badge className={styles.badge} size="small" color="danger" aria-label={texts.findings.countHeading(open)}>
      {open > 99 ? '99+' : open}
    </Badge>
  );
}
