import { makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../services/pane-context';
import { type SourceTarget } from '../state/pane-state';
import { marginSum, marksOfCheck, type MarkRole } from '../view-models/source/check-marks';
import { useMarkStyles } from './mark-styles';

const useStyles = makeStyles({
  legend: { flexShrink: 0, display: 'flex', flexWrap: 'wrap', columnGap: '12px', rowGap: '2px', margin: 0, padding: '4px 12px', listStyle: 'none', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  sum: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
});

/** What the marks of a check mean, and its sum; nothing where only one place is marked. */
export function MarkLegend({ target: { check } }: { readonly target: SourceTarget }) {
  const styles = useStyles();
  const marks = useMarkStyles();
  const { texts, language } = usePane();
  const found = check === undefined ? [] : marksOfCheck(check);
  if (check === undefined || found.length === 0) return null;
  const roles: readonly MarkRole[] = ['figure', ...(['term', 'compared'] as const).filter((role) => found.some((mark) => mark.role === role))];
  const sum = marginSum(check, language);
  return (
    <ul className={styles.legend} aria-label={texts.source.legend}>
      {roles.map((role) => (
        <li key={role}>
          <mark className={marks[role]}>{texts.source.roles[role]}</mark>
        </li>
      ))}
      {sum === null ? null : <li className={styles.sum}>{texts.source.sum(sum)}</li>}
    </ul>
  );
}
