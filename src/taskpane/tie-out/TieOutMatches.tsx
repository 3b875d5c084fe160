import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { type Agreement } from '../../core/budget/agreement';
import { columnLetters } from '../../core/sheet-plan/addresses';
import { type RowMatch } from '../../core/tie-out/tie-out';
import { type SelectionCheck } from '../../excel/workbook-port';
import { PagedList } from '../parts/lists/PagedList';
import { Section } from '../parts/Section';
import { RoleItem } from '../selection/RoleItem';
import { usePane, usePaneState } from '../services/pane-context';
import { type TieOutSession } from '../state/pane-state';
import { columnName } from '../view-models/selection/selection';
import { chooseColumn, chooseRow, NOT_COMPARED, rowTargets, TOTAL } from '../view-models/selection/tie-out-targets';
import { type TieOutPage } from '../view-models/selection/tie-out';

const useStyles = makeStyles({
  hint: { margin: '0 0 8px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** Each row offers the whole agreement, so few are shown at first. */
const ROWS_AT_FIRST = 12;

interface TieOutMatchesProps {
  readonly selection: SelectionCheck;
  readonly agreement: Agreement;
  readonly tieOut: TieOutSession;
  readonly page: TieOutPage;
}

/** What every column and row of the table was taken for in the agreement; a change compares again. */
export function TieOutMatches({ selection, agreement, tieOut, page }: TieOutMatchesProps) {
  const styles = useStyles();
  const { texts, actions } = usePane();
  const isBusy = usePaneState().activity !== null;
  const words = texts.tieOut;
  const columns = selection.reading.columns.flatMap(({ role }, index) => (role === 'label' ? [] : [index]));
  const years = [...new Set([...agreement.years, ...selection.reading.columns.flatMap(({ year }) => year ?? [])])].sort((a, b) => a - b).map(String);
  const columnTargets = [NOT_COMPARED, ...years, TOTAL];
  const columnNames = { ...Object.fromEntries(years.map((year) => [year, year])), [NOT_COMPARED]: words.none, [TOTAL]: words.columnTotal };
  const change = (choices: TieOutSession['choices']): void => void actions.changeTieOut({ ...tieOut, choices });
  return (
    <>
      <Section title={words.columns} count={columns.length} isOpenAtFirst={page.refusal?.kind === 'no-column-matches'}>
        <p className={styles.hint}>{words.matchHint}</p>
        <PagedList items={columns} keyOf={String}>
          {(index) => (
            <RoleItem
              title={columnName(selection, index)}
              aside={words.columnReason(columnLetters(selection.column + index))}
              role={String(page.columns.find(({ column }) => column === index)?.target ?? NOT_COMPARED)}
              roles={columnTargets}
              roleNames={columnNames}
              isBusy={isBusy}
              onChange={(chosen) => change(chooseColumn(tieOut.choices, index, chosen))}
            />
          )}
        </PagedList>
      </Section>
      <Section title={words.rows} count={page.rows.length} isOpenAtFirst={page.refusal?.kind === 'no-row-matches'}>
        <p className={styles.hint}>{words.matchHint}</p>
        <PagedList items={page.rows} pageSize={ROWS_AT_FIRST} keyOf={({ row }) => String(row)}>
          {(match) => <RowItem match={match} agreement={agreement} number={selection.row + match.row + 1} isBusy={isBusy} onChange={(chosen) => change(chooseRow(tieOut.choices, match.row, chosen))} />}
        </PagedList>
      </Section>
    </>
  );
}

interface RowItemProps {
  readonly match: RowMatch;
  readonly agreement: Agreement;
  readonly number: number;
  readonly isBusy: boolean;
  readonly onChange: (target: string) => void;
}

function RowItem({ match, agreement, number, isBusy, onChange }: RowItemProps) {
  const { texts } = usePane();
  const words = texts.tieOut;
  const targets = useMemo(() => rowTargets(match, agreement), [match, agreement]);
  const names = { ...Object.fromEntries(targets.options.map(({ key, title }) => [key, title])), [NOT_COMPARED]: words.none };
  return (
    <RoleItem
      title={match.label}
      aside={`${texts.selection.rowNamed(number)}, ${words.rowReasons[match.reason ?? 'none']}`}
      role={targets.current}
      roles={[NOT_COMPARED, ...targets.options.map(({ key }) => key)]}
      roleNames={names}
      isBusy={isBusy}
      onChange={onChange}
    />
  );
}
