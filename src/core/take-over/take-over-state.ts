import { type Agreement } from '../budget/agreement';
import { parseRowId } from '../budget/row-reference';
import { type FlagMarks } from '../import-store/flag-marks';
import { earlierId, type EarlierEdition, type ImportRecord, type ImportState } from '../import-store/store-records';
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
    marks: followedMarks(state.marks, plan),
    earlier,
  };
}

/** The record of an edition that another has taken the place of: it answers to its own name only. */
export function earlierRecord({ agreement, state }: ImportRecord, now: Agreement): ImportRecord {
  const count = (state.earlier ?? []).length + 1;
  return {
    agreement: { ...agreement, supersededBy: now.document.sha256 },
    state: { ...state, importId: earlierId(state.importId, count), status: 'superseded', ownSheets: [], target: null, tables: [], names: [], marks: {} },
  };
}

function followed({ documentSha256, rows }: EarlierEdition, map: RowMap): EarlierEdition {
  return { documentSha256, rows: Object.fromEntries(Object.entries(rows).flatMap(([from, to]) => (map.has(to) ? [[from, map.get(to) ?? '']] : []))) };
}

/** Flags under the places that their figures have in the new edition; of rows and tables that are gone there are none. */
function followedMarks(marks: FlagMarks, { rows, leftTables }: TakeOverPlan): FlagMarks {
  return Object.fromEntries(
    Object.entries(marks).flatMap(([key, mark]) => {
      const [, insertion, rowId = '', rest = ''] = /^(?:(.*?)!)?([^|!]*)(\|.*)$/s.exec(key) ?? [];
      const next = insertion !== undefined && leftTables.includes(insertion) ? null : parseRowId(rowId) === null ? rowId : followRow(rows, rowId);
      return next === null ? [] : [[`${insertion === undefined ? '' : `${insertion}!`}${next}${rest}`, mark]];
    }),
  );
}
