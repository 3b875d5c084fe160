import { type Agreement } from '../../core/budget/agreement';
import { summarize } from '../../core/reconciliation/engine';
import { placeKey, type FigurePlace } from '../../core/sheet-plan/written/figure-place';
import { addressesOf, type SheetTable } from '../../core/sheet-plan/written/sheet-table';
import { workbookComparison } from '../compared/judge-compared';
import { agreementInWorkbook } from '../../core/import-store/inserted-initiatives';
import { standingTicks } from '../../core/import-store/ticks';
import { type StoredImport, type WorkbookCause, type WorkbookFinding, type WorkbookState } from '../workbook-port';
import { allTables, type OpenImport } from './open-imports';
import { placeCause, placeFinding, type Verdict } from './verdict';

/** What the pane is told of the workbook. Shape: `areFlagsHidden` where a check has just changed that. */
export function stateOf(verdicts: readonly Verdict[], notices: WorkbookState['notices'] = [], areFlagsHidden?: boolean): WorkbookState {
  const summary = summarize(verdicts.flatMap(({ checks }) => checks));
  const placed = verdicts.map((verdict) => ({ verdict, placeOf: placeFinder(allTables(verdict.open)) }));
  return {
    imports: verdicts.map(({ open, current }) => storedImport(open, current)),
    findings: placed.flatMap(({ verdict, placeOf }) => findingsOf(verdict, placeOf)),
    causes: placed.flatMap(({ verdict, placeOf }) => causesOf(verdict, placeOf)),
    summary: { agrees: summary.agrees, agreesWithinRounding: summary.agreesWithinRounding, differs: summary.differs, notCheckable: summary.notCheckable },
    notices,
    comparisons: verdicts.flatMap(({ open }) => open.compared.map((one) => workbookComparison(one, open.record))),
    areFlagsHidden: areFlagsHidden ?? (verdicts.length > 0 && verdicts.every(({ open }) => open.record.state.areFlagsHidden)),
  };
}

function findingsOf(verdict: Verdict, placeOf: PlaceFinder): WorkbookFinding[] {
  const { importId } = verdict.open.record.state;
  const placeOfFinding = placeFinding(verdict);
  return verdict.findings.map(({ check, key }): WorkbookFinding => {
    const decided = verdict.decisions.get(key);
    const row = verdict.acceptances.get(key);
    return {
      key: `${importId}/${key}`,
      importId,
      check,
      place: placeOf(placeOfFinding(check)),
      acceptance: row === undefined ? null : { reason: row.reason, by: row.by, acceptedAt: row.at },
      isReopened: decided?.state === 'reopened',
      comments: decided?.comments.map(({ reason, by, at }) => ({ text: reason, by, at })) ?? [],
    };
  });
}

function causesOf(verdict: Verdict, placeOf: PlaceFinder): WorkbookCause[] {
  const { open, checks, causes } = verdict;
  const { importId } = open.record.state;
  const keys = new Map(verdict.findings.map(({ check, key }) => [check, `${importId}/${key}`]));
  const placeOfCause = placeCause(verdict);
  return causes.map((cause): WorkbookCause => {
    const explained = cause.checks.flatMap((index) => checks[index] ?? []);
    return { importId, cause, findings: explained.flatMap((check) => keys.get(check) ?? []), place: placeOf(placeOfCause(cause)) };
  });
}

/** Finds the cell of a figure: in its own table, else in the table of its single initiative. */
type PlaceFinder = (place: FigurePlace | null) => WorkbookFinding['place'];

function placeFinder(tables: readonly SheetTable[]): PlaceFinder {
  const addresses = tables.map((table) => ({ table, cells: addressesOf(table) }));
  return (place) => {
    if (place === null) return null;
    for (const { table, cells } of addresses) {
      const isOwn = table.role === place.table || (place.insertion === undefined && table.role === 'initiative');
      const address = isOwn ? cells.get(placeKey(table.role === 'initiative' ? { ...place, insertion: place.insertion ?? table.name } : place)) : undefined;
      if (address !== undefined) return { sheet: table.sheetName, address };
    }
    return null;
  };
}

function storedImport({ record, tables }: OpenImport, current: Agreement): StoredImport {
  const { state } = record;
  const sheets = [...new Set(tables.map(({ sheetName }) => sheetName))];
  return { importId: state.importId, agreement: agreementInWorkbook(record), importedAt: state.importedAt, addinVersion: state.addinVersion, sheets, ...(state.ticks === undefined ? {} : { ticks: standingTicks(state.ticks, current) }) };
}
