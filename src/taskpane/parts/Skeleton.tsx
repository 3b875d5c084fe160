import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  skeleton: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '16px 12px' },
  line: { height: '14px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground4, '@media (forced-colors: active)': { border: '1px solid CanvasText' } },
});

/** How wide each line is. */
const LINES = ['45%', '90%', '75%', '85%'] as const;

/** What stands in a view's place until its script is there. */
export function Skeleton() {
  const styles = useStyles();
  return (
    <div className={styles.skeleton} aria-hidden="true">
      {LINES.map((width) => (
        <div key={width} className={styles.line} style={{ width }} />
      ))}
    </div>
  );
}
