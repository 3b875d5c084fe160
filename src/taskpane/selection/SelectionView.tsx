import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { ArrowLeftRegular, TableCheckerRegular } from '@fluentui/react-icons';
import { columnLetters } from '../../core/sheet-plan/addresses';
import { type SelectionCheck } from '../../excel/workbook-port';
import { EmptyState } from '../parts/EmptyState';
import { OutcomeSummary } from '../figures/OutcomeSummary';
import { PagedList } from '../parts/lists/PagedList';
import { PaneHeading } from '../parts/PaneHeading';
import { Section } from '../parts/Section';
import { usePane, usePaneState } from '../services/pane-context';
import { COLUMN_ROLES, ROW_ROLES, selectionFindings, uncheckedSums, unsummedFigures, type SelectionFinding } from '../view-models/selection/selection';
import { countOutcomes } from '../view-models/findings/verdicts';
import { RoleItem } from './RoleItem';
import { SelectionFindingCard } from './SelectionFindingCard';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  scroller: { position: 'relative', flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  head: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: '8px', padding: '8px 12px 12px' },
  back: { alignSelf: 'flex-start', marginLeft: '-8px' },
  area: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  text: { margin: '0 0 8px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
  foot: { display: 'flex', flexDirection: 'column', gap: '8px', flexShrink: 0, padding: '8px 12px 12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2 },
  button: { width: '100%' },
});

/** A checked selection: the verdicts, what differs, what was not checked, and what each row and column was taken for. */
export function SelectionView({ selection }: { readonly selection: SelectionCheck }) {
  const styles = useStyles();
  const { texts, actions, store } = usePane();
  const { activity } = usePaneState();
  const { place, reading, checks } = selection;
  const differing = useMemo(() => selectionFindings(selection), [selection]);
  const unchecked = useMemo(() => uncheckedSums(selection), [selection]);
  const unsummed = useMemo(() => unsummedFigures(selection), [selection]);
  const gaps = [...(unsummed.columns.length > 0 ? [texts.selection.unsummedColumns(unsummed.columns.join(', '))] : []), ...(unsummed.rows > 0 ? [texts.selection.unsummedRows(unsummed.rows)] : [])];
  const isChecked = checks.some(({ outcome }) => outcome !== 'not-checkable');
  return (
    <div className={styles.view}>
      <div className={styles.scroller}>
        <div className={styles.head}>
          <Button className={styles.back} size="small" appearance="subtle" icon={<ArrowLeftRegular />} onClick={() => store.dispatch({ type: 'selection-checked', selection: null })}>
            {texts.selection.back}
          </Button>
          <PaneHeading>{texts.selection.heading}</PaneHeading>
          <p className={styles.area}>{texts.selection.area(`${place.sheet}!${place.address}`, reading.rows.length, reading.columns.length)}</p>
          {checks.length > 0 ? <OutcomeSummary counts={countOutcomes(checks)} /> : null}
        </div>
        {checks.length === 0 ? <EmptyState text={texts.selection.nothingChecked} mark="not-checkable" /> : null}
        {isChecked && differing.length === 0 ? <EmptyState text={texts.selection.noFindings} mark={unchecked.length === 0 ? 'agrees' : 'not-checkable'} /> : null}
        {differing.length > 0 ? (
          <Section title={texts.selection.findings} count={differing.length} isOpenAtFirst>
            <FindingCards findings={differing} />
          </Section>
        ) : null}
        {unchecked.length + gaps.length > 0 ? (
          <Section title={texts.selection.unchecked} count={unchecked.length + gaps.length} isOpenAtFirst>
            {gaps.map((gap) => (
              <p key={gap} className={styles.text}>
                {gap}
              </p>
            ))}
            <FindingCards findings={unchecked} />
          </Section>
        ) : null}
        <RoleSections selection={selection} />
      </div>
      <div className={styles.foot}>
        <Button className={styles.button} appearance="primary" icon={<TableCheckerRegular />} disabledFocusable={activity !== null} onClick={() => void actions.checkSelection()}>
          {texts.selection.check}
        </Button>
        <Button className={styles.button} size="small" disabledFocusable={activity !== null} onClick={() => void actions.startTieOut()}>
          {texts.tieOut.compare}
        </Button>
      </div>
    </div>
  );
}

function FindingCards({ findings }: { readonly findings: readonly SelectionFinding[] }) {
  return (
    <PagedList items={findings} pageSize={25} keyOf={({ check }) => `${check.row} ${check.column} ${check.direction}`}>
      {(finding) => <SelectionFindingCard finding={finding} />}
    </PagedList>
  );
}

/** What every column and every filled row was taken for; a change checks the range again. */
function RoleSections({ selection }: { readonly selection: SelectionCheck }) {
  const styles = useStyles();
  const { texts, actions } = usePane();
  const { activity } = usePaneState();
  const { reading, row, column, rowNames } = selection;
  const rows = reading.rows.map((one, index) => ({ ...one, index })).filter(({ role, reason }) => role !== 'blank' || reason === 'user');
  const isBusy = activity !== null;
  return (
    <>
      <Section title={texts.selection.columns} count={reading.columns.length} isOpenAtFirst>
        <p className={styles.text}>{texts.selection.rolesHint}</p>
        <PagedList items={reading.columns} keyOf={(_column, index) => String(index)}>
          {({ role, reason, header }, index) => (
            <RoleItem
              title={header ?? texts.selection.columnNamed(columnLetters(column + index))}
              aside={header === null ? texts.selection.reasons[reason] : `${texts.selection.columnNamed(columnLetters(column + index))}, ${texts.selection.reasons[reason]}`}
              role={role}
              roles={COLUMN_ROLES}
              roleNames={texts.selection.columnRoles}
              isBusy={isBusy}
              onChange={(chosen) => void actions.changeSelectionRole({ axis: 'column', index, role: chosen })}
            />
          )}
        </PagedList>
      </Section>
      <Section title={texts.selection.rows} count={rows.length} isOpenAtFirst={rows.length <= 12}>
        <PagedList items={rows} keyOf={({ index }) => String(index)}>
          {({ role, reason, index }) => {
            const number = texts.selection.rowNamed(row + index + 1);
            const name = rowNames[index] ?? null;
            return (
              <RoleItem
                title={name ?? number}
                aside={name === null ? texts.selection.reasons[reason] : `${number}, ${texts.selection.reasons[reason]}`}
                role={role}
                roles={ROW_ROLES}
                roleNames={texts.selection.rowRoles}
                isBusy={isBusy}
                onChange={(chosen) => void actions.changeSelectionRole({ axis: 'row', index, role: chosen })}
              />
            );
          }}
        </PagedList>
      </Section>
    </>
  );
}
