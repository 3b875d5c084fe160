import { makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { usePane } from '../services/pane-context';

const useStyles = makeStyles({
  bar: { margin: '8px 12px 0', flexShrink: 0, paddingTop: '6px', paddingBottom: '6px' },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
});

/** What an older Excel cannot do, as long as the pane is open. Shown where something is missing. */
export function HostWarning() {
  const styles = useStyles();
  const { texts, missing } = usePane();
  const { writing, formulas } = missing;
  return (
    <MessageBar className={styles.bar} layout="multiline" politeness="polite" intent="warning">
      <MessageBarBody className={styles.body}>{writing.length > 0 ? texts.host.cannotWrite([...writing, ...formulas].join(', ')) : texts.host.cannotCalculate(formulas.join(', '))}</MessageBarBody>
    </MessageBar>
  );
}
