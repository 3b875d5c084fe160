import { reconcile } from '../../../src/core/reconciliation/engine';
import { agreement, checks, corrected, larger } from '../../support/faults/agreements';
import { testFaultsOf } from '../../support/faults/fault-tests';
import { IMPORT_ID, importIt, nothing } from '../../support/faults/preparations';

testFaultsOf([
  { name: 'an import', prepare: nothing, act: ({ workbook }) => workbook.importAgreement(agreement, checks, { kind: 'new-sheets' }) },
  { name: 'an import with cards', prepare: nothing, hasCards: true, act: ({ workbook }) => workbook.importAgreement(agreement, checks, { kind: 'new-sheets' }) },
  { name: 'an import at the selection', prepare: nothing, act: ({ workbook }) => workbook.importAgreement(agreement, checks, { kind: 'selection' }) },
  { name: 'an import beside another', prepare: importIt, act: ({ workbook }) => workbook.importAgreement(larger, reconcile(larger), { kind: 'new-sheets' }) },
  { name: 'an inserted initiative', prepare: nothing, act: ({ workbook }) => workbook.insertInitiative(agreement, 0) },
  { name: 'an inserted formula', prepare: importIt, act: ({ workbook, excel }) => excel.userSelects('Ark1', 'D9').then(() => workbook.insertFormula('=1+1')) },
  { name: 'a sheet of changes', prepare: nothing, act: ({ workbook }) => workbook.insertChanges(agreement, corrected, new Map()) },
  { name: 'a picture', prepare: importIt, act: ({ workbook }) => workbook.insertPicture(IMPORT_ID, 'expiry') },
  { name: 'a picture in the place of another', prepare: (bench) => importIt(bench).then(() => bench.workbook.insertPicture(IMPORT_ID, 'profile')), act: ({ workbook }) => workbook.insertPicture(IMPORT_ID, 'profile') },
  { name: 'a working paper', prepare: importIt, act: ({ workbook }) => workbook.insertWorkingPaper(IMPORT_ID) },
]);
