import { makeStyles, tokens } from '@fluentui/react-components';
import { columnName, type ComparedColumn } from '../../core/reconciliation/rule';
import { usePane } from '../services/pane-context';
import { figureText } from '../view-models/amounts/figures';

const useStyles = makeStyles({
  table: { alignSelf: 'flex-start', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: 'tabular-nums' },
  head: { padding: '0 0 2px 16px', color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular, textAlign: 'right', verticalAlign: 'bottom', overflowWrap: 'anywhere' },
  column: { paddingRight: '0', color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular, textAlign: 'left' },
  figure: { paddingLeft: '16px', fontWeight: tokens.fontWeightSemibold, textAlign: 'right' },
});

interface ComparedColumnsProps {
  readonly columns: readonly ComparedColumn[];
  /** What heads the figures here, and those of the other document. */
  readonly here: string;
  readonly there: string;
}

/** A row as two documents print it: every column in which they differ, one beside the other. */
export function ComparedColumns({ columns, here, there }: ComparedColumnsProps) {
  const styles = useStyles();
  const { texts, language } = usePane();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td />
          <th scope="col" className={styles.head}>{here}</th>
          <th scope="col" className={styles.head}>{there}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ column, printed, computed }) => (
          <tr key={String(column)}>
            <th scope="row" className={styles.column}>{columnName(column, texts.figures.total)}</th>
            <td className={styles.figure}>{figureText(printed, language)}</td>
            <td className={styles.figure}>{figureText(computed, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
