import { testFaultsOf } from '../../support/faults/fault-tests';
import { IMPORT_ID, OVERVIEW, accepted, findOpen, importAndFind, importIt } from '../../support/faults/preparations';

testFaultsOf([
  { name: 'a check', prepare: (bench) => importIt(bench).then(() => bench.excel.userEdits(OVERVIEW, 'E6', 4)), act: ({ workbook }) => workbook.checkWorkbook() },
  { name: 'a check of the selection', prepare: (bench) => importIt(bench).then(() => bench.excel.userSelects(OVERVIEW, 'A4:I6')), act: ({ workbook }) => workbook.checkSelection(), readsOnly: true },
  { name: 'an acceptance', prepare: importAndFind, act: ({ workbook, key }) => workbook.acceptFinding(key, 'kendt trykfejl') },
  { name: 'a second acceptance', prepare: (bench) => accepted(bench).then(() => bench.excel.userEdits(OVERVIEW, 'E6', 4)).then(() => findOpen(bench)), act: ({ workbook, key }) => workbook.acceptFinding(key, 'også kendt') },
  { name: 'a comment', prepare: importAndFind, act: ({ workbook, key }) => workbook.commentFinding(key, 'spørg ministeriet') },
  { name: 'a withdrawal', prepare: accepted, act: ({ workbook, key }) => workbook.withdrawAcceptance(key, 'var forkert') },
  { name: 'figures ticked off', prepare: importIt, act: ({ workbook }) => workbook.tickFigures(IMPORT_ID, ['I1/year:2026', 'I2/year:2027'], true, 'AH') },
  { name: 'flags taken away', prepare: importIt, act: ({ workbook }) => workbook.showFlags(false) },
  { name: 'flags put back', prepare: (bench) => importIt(bench).then(() => bench.workbook.showFlags(false)), act: ({ workbook }) => workbook.showFlags(true) },
]);
