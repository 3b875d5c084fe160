import { testFaultsOf } from '../../support/faults/fault-tests';
import { IMPORT_ID, importBoth, importIt, remembered } from '../../support/faults/preparations';

testFaultsOf([
  { name: 'a removal', prepare: importIt, act: ({ workbook }) => workbook.removeImport(IMPORT_ID), takesImport: true },
  { name: 'a removal beside another', prepare: importBoth, act: ({ workbook }) => workbook.removeImport(IMPORT_ID), takesImport: true },
  { name: 'a removal from a sheet of the user', prepare: (bench) => importIt(bench, 'selection'), act: ({ workbook }) => workbook.removeImport(IMPORT_ID), takesImport: true },
  { name: 'a removal with a remembered comparison', prepare: remembered, act: ({ workbook }) => workbook.removeImport(IMPORT_ID), takesImport: true },
  { name: 'a removal with a picture', prepare: (bench) => importIt(bench).then(() => bench.workbook.insertPicture(IMPORT_ID, 'expiry')), act: ({ workbook }) => workbook.removeImport(IMPORT_ID), takesImport: true },
]);
