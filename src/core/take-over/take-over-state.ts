import { type Agreement } from '../budget/agreement';
import { type ComparedTable } from '../tie-out/own-table/compared-table';
import { type FlagMarks } from '../import-store/flag-marks';
import { earlierId, type EarlierEdition, type ImportRecord, type ImportState } from '../import-store/store-records';
import { parseRowId } from '../budget/row-reference';
import { tableOfRow, type SheetRole } from '../sheet-plan/written/figure-place';
import { followRow, type RowMap } from './row-map';
import { type TakeOverPlan } from './take-over';

/** What is to be remembered of an import once a new edition stands in its place; its id, sheets and decisions stay. */
export function takenOverState({ agreement: old, state }: ImportRecord, now: Agreement, plan: TakeOverPlan, { at, addinVersion }: { readonly at: string; readonly addinVersion: string }): ImportState {
  const earlier = [...(state.earlier ?? []).map((edition) => followed(edition, plan.rows)), { documentSha256: old.document.sha256, rows: Object.fromEntries(plan.rows) }];
  return {
    ...state,
    importedAt: at,
    addinVersion,
    documentSha256: now.document.sha256,
    ownSheets: plan.ownSheets,
    tables: plan.written,
    names: plan.names,
    marks: followedMarks(state.marks, plan, new Set(state.compared.map(({ id }) => id))),
    compared: state.compared.map((compared) => followedCompared(compared, plan.rows)),
    earlier,
  };
}

/** The record of an edition that another has taken the place of: it answers to its own name only. */
export function earlierRecord({ agreement, state }: ImportRecord, now: Agreement): ImportRecord {
  const count = (state.earlier ?? []).length + 1;
  return {
    agreement: { ...agreement, supersededBy: now.document.sha256 },
    state: { ...state, importId: earlierId(state.importId, count), status: 'superseded', ownSheets: [], target: null, tables: [], names: [], marks: {}, compared: [] },
  };
}

function followed({ documentSha256, rows }: EarlierEdition, map: RowMap): EarlierEdition {
  return { documentSha256, rows: Object.fromEntries(Object.entries(rows).flatMap(([from, to]) => (map.has(to) ? [[from, map.get(to) ?? '']] : []))) };
}

/** What is remembered of a table of the user's, about the new edition's rows; what the user said of rows that are gone is forgotten. */
function followedCompared(compared: ComparedTable, rows: RowMap): ComparedTable {
  const choices = compared.choices.rows.flatMap(([key, rowId]) => {
    const next = rowId === null ? null : followRow(rows, rowId);
    return rowId !== null && next === null ? [] : [[key, next] as const];
  });
  const matched = compared.matched.flatMap(({ of, label }) => {
    const [kind = '', ...rest] = of.split(' ');
    const next = followRow(rows, rest.join(' '));
    return next === null ? [] : [{ of: `${kind} ${next}`, label }];
  });
  return { ...compared, choices: { ...compared.choices, rows: choices }, matched };
}

/**
 * Flags under the places that their figures have in the new edition; of rows and tables that are gone there are none. In the user's own tables the row still stands,
 * so its flag stays remembered, under a place that is nobody's, until the next check takes it away.
 */
function followedMarks(marks: FlagMarks, { rows, leftTables, goneColumns }: TakeOverPlan, compared: ReadonlySet<string>): FlagMarks {
  return Object.fromEntries(
    Object.entries(marks).flatMap(([key, mark]) => {
      const [, insertion, rowId = '', rest = ''] = /^(?:(.*?)!)?([^|!]*)(\|.*)$/s.exec(key) ?? [];
      if (insertion === undefined && goneColumns.has(`${roleOfRow(rowId)}${rest}`)) return [];
      const next = insertion !== undefined && leftTables.includes(insertion) ? null : followRow(rows, rowId);
      if (next === null && insertion !== undefined && compared.has(insertion)) return [[`${insertion}!-${rowId}${rest}`, mark]];
      return next === null ? [] : [[`${insertion === undefined ? '' : `${insertion}!`}${next}${rest}`, mark]];
    }),
  );
}

/** The table that a row stands in; the sums of the years stand over the overview. */
function roleOfRow(rowId: string): SheetRole {
  const reference = parseRowId(rowId);
  return reference === null ? 'overview' : tableOfRow(reference);
}
