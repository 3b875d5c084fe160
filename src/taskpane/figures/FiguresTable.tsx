import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type Initiative } from '../../core/budget/agreement';
import { usePane } from '../services/pane-context';
import { figureTable, type ShownCell, type ShownRow } from '../view-models/amounts/figures';

const useStyles = makeStyles({
  scroller: {
    overflowX: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: 'tabular-nums' },
  header: { padding: '2px 0 2px 10px', textAlign: 'right', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap', borderBottom: `1px solid ${tokens.colorNeutralStroke1}` },
  cell: { padding: '0 0 4px 10px', textAlign: 'right', whiteSpace: 'nowrap' },
  unreadable: { color: tokens.colorPaletteRedForeground1, textDecorationLine: 'underline', textDecorationStyle: 'wavy' },
  label: { padding: '4px 0 0', textAlign: 'left', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', hyphens: 'auto' },
  ofWhich: { paddingLeft: '12px' },
  total: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
});

interface FiguresTableProps {
  readonly initiative: Initiative;
  /** Whether only the initiative's own row is shown, which then needs no label. */
  readonly isTotalOnly?: boolean;
  /** What the table is called where the initiative's title does not tell it from others. */
  readonly label?: string;
}

/** An initiative's figures: the label of each row above its figures, so that long Danish names and seven years fit a narrow pane. */
export function FiguresTable({ initiative, isTotalOnly = false, label }: FiguresTableProps) {
  const styles = useStyles();
  const { texts, language } = usePane();
  const table = figureTable(isTotalOnly ? { ...initiative, components: [] } : initiative, texts.figures.total, language);
  if (table === null) return null;
  const labelOf = (row: ShownRow): string => {
    if (row.kind === 'total') return texts.figures.totalRow;
    const label = row.label ?? texts.figures.unlabelled;
    return row.kind === 'of-which' && !label.toLowerCase().includes(texts.figures.ofWhich) ? `${texts.figures.ofWhich} ${label}` : label;
  };
  return (
    <div className={styles.scroller} tabIndex={0} role="region" aria-label={label ?? texts.figures.label(initiative.title ?? texts.preview.untitled)}>
      <table className={styles.table}>
        <thead>
          <tr>
            {table.headers.map(({ text, isTotal }, index) => (
              <th key={index} scope="col" className={mergeClasses(styles.header, isTotal && styles.total)}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        {table.rows.map((row, index) => (
            <tbody key={index}>
              {isTotalOnly ? null : (
                <tr>
                  <th scope="rowgroup" colSpan={table.headers.length} lang="da" className={mergeClasses(styles.label, row.kind === 'of-which' && styles.ofWhich, row.kind === 'total' && styles.total)}>
                    {labelOf(row)}
                  </th>
                </tr>
              )}
              <tr>
                {row.cells.map((cell, column) => (
                  <td
                    key={column}
                    className={mergeClasses(styles.cell, ((row.kind === 'total' && !isTotalOnly) || table.headers[column]?.isTotal === true) && styles.total, cell.kind === 'unreadable' && styles.unreadable)}
                    title={cell.kind === 'unreadable' ? texts.figures.unreadable : undefined}
                  >
                    <CellText cell={cell} unreadable={texts.figures.unreadable} />
                  </td>
                ))}
              </tr>
            </tbody>
        ))}
      </table>
    </div>
  );
}

function CellText({ cell, unreadable }: { readonly cell: ShownCell; readonly unreadable: string }) {
  if (cell.kind === 'unreadable') return <span aria-label={`${unreadable}: ${cell.text}`}>{cell.text}</span>;
  return <>{cell.text}</>;
}
