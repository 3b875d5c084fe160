import { type Failure } from '../../src/core/failure';
import { describeFailure, failureText, pageRanges } from '../../src/core/failure-text';

/** One failure of every code; the type makes the list complete. */
const EVERY: { readonly [Code in Failure['code']]: Extract<Failure, { code: Code }> } = {
  'empty-file': { code: 'empty-file', name: 'aftale.txt' },
  'binary-file': { code: 'binary-file', name: 'aftale.txt' },
  'unsupported-format': { code: 'unsupported-format', name: 'aftale.doc', format: 'doc' },
  'wrong-encoding': { code: 'wrong-encoding', name: 'aftale.txt' },
  'no-amounts': { code: 'no-amounts', name: 'brev.txt' },
  'file-not-found': { code: 'file-not-found', name: 'aftale.txt' },
  'file-unreadable': { code: 'file-unreadable', name: 'mappe', reason: 'folder' },
  'too-large': { code: 'too-large', name: 'aftale.pdf', limitMegabytes: 100 },
  'too-complex': { code: 'too-complex', name: 'aftale.html', excess: 'columns', limit: 256, place: { table: 2, row: 1 } },
  'scanned-pdf': { code: 'scanned-pdf', name: 'scan.pdf', pages: [1, 2, 3, 7] },
  'damaged-file': { code: 'damaged-file', name: 'aftale.pdf', detail: 'xref' },
  'password-needed': { code: 'password-needed', name: 'aftale.pdf', wasWrong: false },
  'no-legible-text': { code: 'no-legible-text', name: 'aftale.pdf', pages: [2] },
  'no-text-mapping': { code: 'no-text-mapping', name: 'aftale.pdf', pages: [4] },
  'pdf-not-marked': { code: 'pdf-not-marked', name: 'aftale.pdf', reason: 'signed' },
  'timed-out': { code: 'timed-out', name: 'aftale.pdf' },
  'reader-unavailable': { code: 'reader-unavailable' },
  cancelled: { code: 'cancelled' },
  'already-imported': { code: 'already-imported', title: 'Aftale om reserven' },
  'edition-columns': { code: 'edition-columns', columns: ['2026'], cells: ['Oversigt!D9'], formulas: ['Ark1!A1'] },
  'target-not-empty': { code: 'target-not-empty', address: 'Ark1!B3:H9' },
  'sheet-protected': { code: 'sheet-protected', sheet: 'Budget' },
  'workbook-protected': { code: 'workbook-protected' },
  'cell-edit-mode': { code: 'cell-edit-mode' },
  'write-not-confirmed': { code: 'write-not-confirmed', sheet: 'Oversigt' },
  host: { code: 'host', hostCode: 'AccessDenied', workbook: 'unchanged' },
  'store-full': { code: 'store-full', limit: 200 },
  'picture-without-source': { code: 'picture-without-source' },
  'store-newer': { code: 'store-newer', version: 3 },
  'store-sheet-taken': { code: 'store-sheet-taken', sheet: 'ReserveData' },
  'log-changed': { code: 'log-changed', sheet: 'Afstemningslog', row: 4 },
  'signer-needed': { code: 'signer-needed' },
  'nothing-selected': { code: 'nothing-selected' },
  'selection-too-large': { code: 'selection-too-large', cells: 2_000_000 },
  'selection-not-a-table': { code: 'selection-not-a-table' },
  'compared-elsewhere': { code: 'compared-elsewhere', address: 'Budget!B3:E9' },
};

/** Source: the error codes of Excel's JavaScript API. */
const HOST_CODES = [
  'AccessDenied', 'InvalidOperation', 'InvalidOperationInCellEditMode', 'ItemAlreadyExists', 'ItemNotFound', 'InvalidReference', 'RequestPayloadSizeLimitExceeded',
  'ResponsePayloadSizeLimitExceeded', 'OperationCellsExceedLimit', 'GeneralException', 'RequestAborted', 'Conflict', 'InactiveWorkbook', 'MergedRangeConflict',
  'NonBlankCellOffSheet', 'UndoNotSupported', 'ApiNotFound',
];

describe('failureText', () => {
  it.each(Object.values(EVERY))('says $code in two languages, with what happened to the workbook', (failure) => {
    const { problem, workbook } = describeFailure(failure);
    expect(problem.da).toMatch(/^[A-ZÆØÅ»].+\.$/);
    expect(problem.en).toMatch(/^[A-Z“].+\.$/);
    expect(problem.da).not.toBe(problem.en);
    expect(workbook).not.toBeNull();
    expect(failureText(failure).da).toBe(`${problem.da} ${workbook?.da}`);
    expect(failureText(failure).en).toBe(`${problem.en} ${workbook?.en}`);
  });

  it('names the file, the sheet or the place that it is about', () => {
    for (const failure of Object.values(EVERY)) {
      for (const subject of [('name' in failure && failure.name) || '', ('sheet' in failure && failure.sheet) || '', ('address' in failure && failure.address) || '']) {
        expect(failureText(failure).da).toContain(subject);
        expect(failureText(failure).en).toContain(subject);
      }
    }
  });

  it.each(HOST_CODES)('has a sentence of its own for %s', (hostCode) => {
    const text = failureText({ code: 'host', hostCode, workbook: 'unchanged' });
    expect(text.da).not.toContain(hostCode);
    expect(text.en).toMatch(/Nothing was changed in the workbook\.$/);
  });

  it('names an unknown code of the host', () => {
    expect(failureText({ code: 'host', hostCode: 'Brandnew', workbook: 'restored' }).da).toContain('Brandnew');
  });

  it('tells three states of the workbook apart', () => {
    const states = (['unchanged', 'restored', 'unknown'] as const).map((workbook) => failureText({ code: 'host', hostCode: 'Conflict', workbook }).da);
    expect(new Set(states).size).toBe(3);
  });

  it('tells a wrong password from a missing one, and a limit of pages from one of size', () => {
    expect(failureText({ code: 'password-needed', name: 'a.pdf', wasWrong: true }).da).not.toBe(failureText(EVERY['password-needed']).da);
    expect(failureText({ code: 'too-large', name: 'a.pdf', limitMegabytes: 100, limitPages: 3000 }).en).toContain('3000 pages');
    expect(failureText({ code: 'too-large', name: 'a.docx', limitMegabytes: 100, overfull: 'unpacked' }).en).toContain('unpacked, its content is larger than the 100 MB');
    expect(failureText({ code: 'too-large', name: 'a.pdf', limitMegabytes: 100, overfull: { page: 3 } }).da).toContain('Side 3 i');
    expect(failureText({ code: 'unsupported-format', name: 'a.docx', format: 'docx (encrypted)' }).da).toContain('adgangskode');
    for (const format of ['xls', 'xlsx']) expect(failureText({ code: 'unsupported-format', name: 'a.xls', format }).da).toContain('Indsæt tekst eller tabel');
    expect(failureText({ code: 'unsupported-format', name: 'a.docx', format: 'zip (encrypted)' }).en).toContain('Unpack it with the password');
    expect(failureText({ code: 'too-large', name: 'a.docx', limitMegabytes: 100, overfull: 'dense' }).en).not.toContain('100 MB');
    expect(failureText({ code: 'too-large', name: 'a.docx', limitMegabytes: 100, overfull: 'parts' }).da).toContain('flere dele');
  });

  it('names an image as one', () => {
    expect(failureText({ code: 'binary-file', name: 'billede.PNG' }).da).toContain('kan ikke læse billeder (.png)');
    expect(failureText(EVERY['binary-file']).da).toContain('»aftale.txt«');
  });

  it('prints pages as ranges', () => {
    expect(pageRanges([3, 1, 2, 7])).toBe('1–3, 7');
    expect(pageRanges([])).toBe('');
    expect(failureText(EVERY['scanned-pdf']).da).toContain('side 1–3, 7');
    expect(failureText({ code: 'scanned-pdf', name: 's.pdf', pages: [] }).en).toContain('the whole document is');
  });
});
