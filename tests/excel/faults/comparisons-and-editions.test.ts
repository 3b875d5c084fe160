import { reconcile } from '../../../src/core/reconciliation/engine';
import { corrected, later } from '../../support/faults/agreements';
import { testFaultsOf } from '../../support/faults/fault-tests';
import { IMPORT_ID, accepted, importIt, rememberIt, remembered, tableAndImport } from '../../support/faults/preparations';

const AS_PLANNED = { pairing: new Map(), overwritten: new Set<string>() };

testFaultsOf([
  { name: 'a remembered comparison', prepare: tableAndImport, act: rememberIt },
  { name: 'a check of a remembered comparison', prepare: (bench) => remembered(bench).then(() => bench.excel.userEdits('Ark1', 'G3', 4)), act: ({ workbook }) => workbook.checkWorkbook() },
  { name: 'a forgotten comparison', prepare: remembered, act: ({ workbook, comparisonId }) => workbook.forgetComparison(comparisonId) },
  { name: 'a look at a take-over', prepare: importIt, act: ({ workbook }) => workbook.previewTakeOver(IMPORT_ID, corrected, reconcile(corrected), AS_PLANNED), readsOnly: true },
  { name: 'a take-over of a corrected edition', prepare: accepted, act: ({ workbook }) => workbook.takeOver(IMPORT_ID, corrected, reconcile(corrected), AS_PLANNED) },
  { name: 'a take-over with a log to be made, new sheets and other years', prepare: importIt, act: ({ workbook }) => workbook.takeOver(IMPORT_ID, later, reconcile(later), AS_PLANNED) },
  { name: 'a take-over with cards', prepare: importIt, hasCards: true, act: ({ workbook }) => workbook.takeOver(IMPORT_ID, corrected, reconcile(corrected), AS_PLANNED) },
]);
