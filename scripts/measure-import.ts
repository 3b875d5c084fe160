import { type Agreement } from '../src/core/budget/agreement';
import { reconcile } from '../src/core/reconciliation/engine';
import { importAgreement } from '../src/excel/inserting/import-agreement';
import { ModelCache } from '../src/excel/remembered/store';
import { offerFigureCards } from '../tests/support/figure-cards';
import { startHeadlessExcel } from '../tests/support/headless-excel';

/** What one import costs: round trips to Excel, bytes over the bridge, time. */
export interface ImportCost {
  readonly syncs: number;
  readonly sentBytes: number;
  readonly receivedBytes: number;
  readonly milliseconds: number;
}

/**
 * Imports an agreement into an empty workbook of the headless Excel side, through the unmodified office.js; with cards it plays an Excel
 * that has numbers with properties. Errors: throws when the import fails.
 */
export async function measureImport(agreement: Agreement, withCards = false): Promise<ImportCost> {
  const excel = await startHeadlessExcel(withCards ? { apiVersion: '1.19' } : {});
  if (withCards) offerFigureCards(excel);
  const checks = reconcile(agreement);
  const settings = {
    language: 'da' as const,
    addinVersion: '0.0.0',
    cache: new ModelCache(),
    now: () => new Date(0),
    newId: () => 'import-1',
    run: {},
    onLate: () => undefined,
  };
  excel.resetCounters();
  const start = performance.now();
  const result = await importAgreement(agreement, checks, { kind: 'new-sheets' }, settings);
  const milliseconds = performance.now() - start;
  if (!result.ok) throw new Error(`The import failed: ${JSON.stringify(result.failure)}`);
  return { syncs: excel.syncCount, sentBytes: excel.payloadBytes.sent, receivedBytes: excel.payloadBytes.received, milliseconds };
}
