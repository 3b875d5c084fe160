import { reconcile } from '../../../src/core/reconciliation/engine';
import { type Result } from '../../../src/core/failure';
import { valueOf } from '../value-of';
import { agreement, checks, larger } from './agreements';
import { type Bench } from './bench';

/** The id that the first import gets. */
export const IMPORT_ID = 'import-1';

/** The first of the imported sheets. */
export const OVERVIEW = 'Oversigt 2026-2029';

/** A preparation that there is nothing to. */
export const nothing = (): Promise<void> => Promise.resolve();

export async function importIt({ workbook }: Bench, kind: 'new-sheets' | 'selection' = 'new-sheets'): Promise<void> {
  valueOf(await workbook.importAgreement(agreement, checks, { kind }));
}

/** Two agreements, which share the workbook's front. */
export async function importBoth(bench: Bench): Promise<void> {
  await importIt(bench);
  valueOf(await bench.workbook.importAgreement(larger, reconcile(larger), { kind: 'new-sheets' }));
}

export async function importAndFind(bench: Bench): Promise<void> {
  await importIt(bench);
  await findOpen(bench);
}

export async function accepted(bench: Bench): Promise<void> {
  await importAndFind(bench);
  await bench.workbook.acceptFinding(bench.key, 'kendt trykfejl');
}

/** The first finding that differs and is not accepted is the one that the flow is about. */
export async function findOpen(bench: Bench): Promise<void> {
  const { findings } = valueOf(await bench.workbook.checkWorkbook());
  bench.key = findings.find(({ check, acceptance }) => check.outcome === 'differs' && (acceptance ?? null) === null)?.key ?? '';
}

/** A budget of the user's with one wrong figure, beside the imported sheets. */
export async function tableAndImport(bench: Bench): Promise<void> {
  await importIt(bench);
  await bench.excel.userEdits('Ark1', 'F2', [['mio. kr.', 2026, 2027, 'I alt'], ['Første', 1.5, 2, 3.5], ['Andet', 0.5, 0.5, 1]]);
  await bench.excel.userSelects('Ark1', 'F2:I4');
  bench.selection = valueOf(await bench.workbook.checkSelection());
}

/** The budget is compared with the import, and that is remembered. */
export async function remembered(bench: Bench): Promise<void> {
  await tableAndImport(bench);
  valueOf(await rememberIt(bench));
}

export async function rememberIt(bench: Bench, options: { readonly signal?: AbortSignal } = {}): Promise<Result<unknown>> {
  if (bench.selection === null) throw new Error('The table was not read');
  const result = await bench.workbook.rememberComparison({ selection: bench.selection, sha256: agreement.document.sha256, choices: {} }, options);
  if (result.ok) bench.comparisonId = result.value.comparisons?.[0]?.id ?? '';
  return result;
}
