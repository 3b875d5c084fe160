import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Agreement } from '../../../../src/core/budget/agreement';
import { type Cell, type Row } from '../../../../src/core/budget/table';
import { withAccounting } from '../../../../src/core/extraction/accounting/account';
import { extractAgreement } from '../../../../src/core/extraction/extract-agreement';
import { type DocumentText, type TextLine } from '../../../../src/core/extraction/lines/document-text';
import { type Result } from '../../../../src/core/failure';
import { htmlToDocument } from '../../../../src/readers/html/read-html';
import { readDocument } from '../../../../src/readers/read-document';
import { readText, textToDocument } from '../../../../src/readers/text';
import { generateExpiringGrants, generateForms, generateGenericTable, generateGroupedTable, generateInitiativeSheets, generateOverview, type GeneratedDocument } from '../../../support/document-generator';
import { drawPaper } from '../../../support/mixed-papers/draw-paper';
import { isMadeHere, makePaperFiles, PAPER_FORMATS } from '../../../support/mixed-papers/paper-files';
import { PAPER_KINDS } from '../../../support/mixed-papers/paper-kinds';
import { describeWithShared, readSharedAgreement } from '../../../support/read-shared';

/** The law of conservation: no number of any document is nowhere, and whatever a reader drops is noticed. */

const MAKERS = [
  ['initiative sheets', generateInitiativeSheets],
  ['agreement with overview', generateOverview],
  ['initiative forms', generateForms],
  ['expiring grants', generateExpiringGrants],
  ['generic table', generateGenericTable],
  ['grouped table', generateGroupedTable],
] as const;
const FORMATS: readonly (readonly [string, (document: GeneratedDocument) => Promise<Result<DocumentText>>])[] = [
  ['text', (document) => textToDocument(document.name, document.text)],
  ['html', (document) => htmlToDocument(document.name, document.html)],
];
const SEEDS = Number(process.env['GENERATED_SEEDS'] ?? 3);
const CASES = join(__dirname, '../../../cases/documents');

/** What stands nowhere of the lines when the agreement says no more than this. */
function nowhere(agreement: Agreement, lines: readonly TextLine[]): string[] {
  return (withAccounting(agreement, lines, []).accounting?.unaccounted ?? []).map(({ text }) => text);
}

function expectLaw({ accounting }: Agreement): void {
  if (accounting === undefined) throw new Error('No account');
  const { figures, inModel, inTables, inProse, inUnread, notMoney } = accounting;
  expect(inModel + inTables + inProse + inUnread + notMoney).toBe(figures);
}

/** The agreement with every printed row changed, wherever it is told. */
function withRows(agreement: Agreement, change: (row: Row) => Row): Agreement {
  return {
    ...agreement,
    initiatives: agreement.initiatives.map((one) => ({
      ...one,
      total: one.total === null ? null : change(one.total),
      components: one.components.map(change),
      ...(one.overview === undefined ? {} : { overview: { ...one.overview, row: change(one.overview.row) } }),
    })),
    totals: agreement.totals.map((total) => ({ ...total, row: change(total.row) })),
    tables: agreement.tables.map((table) => ({ ...table, rows: table.rows.map(change) })),
  };
}

function printedRows(agreement: Agreement): Row[] {
  const rows: Row[] = [];
  withRows(agreement, (row) => {
    rows.push(row);
    return row;
  });
  return rows;
}

const blank = (cell: Cell): Cell => ({ kind: 'blank', position: cell.position });
const isPrinted = (cell: Cell | undefined): cell is Cell & { text: string } => cell?.kind === 'amount' && /[.,]/.test(cell.text);

describe.each(FORMATS)('%s', (_format, toLines) => {
  describe.each(MAKERS)('%s', (_name, make) => {
    it('keeps the law, and notices every row, cell, column and amount that is dropped', async () => {
      for (let seed = 1; seed <= SEEDS; seed += 1) {
        const document = await toLines(make(seed, { initiatives: 4 }));
        if (!document.ok) throw new Error(document.failure.code);
        const { lines } = document.value;
        const agreement = extractAgreement(document.value);
        expectLaw(agreement);
        expect(nowhere(agreement, lines)).toEqual([]);
        const rows = printedRows(agreement);
        for (const row of rows) {
          const isSame = (other: Row): boolean => other.position.line === row.position.line && other.position.page === row.position.page;
          const lost = row.cells.filter(isPrinted).map(({ text }) => text.replace(/[^\d.,]/g, ''));
          expect(nowhere(withRows(agreement, (other) => (isSame(other) ? { ...other, cells: other.cells.map(blank) } : other)), lines)).toEqual(expect.arrayContaining(lost));
          const at = row.cells.findIndex(isPrinted);
          if (at >= 0) expect(nowhere(withRows(agreement, (other) => (isSame(other) ? { ...other, cells: other.cells.map((cell, index) => (index === at ? blank(cell) : cell)) } : other)), lines)).toHaveLength(1);
        }
        const column = rows[0]?.cells.findIndex(isPrinted) ?? -1;
        if (column >= 0) expect(nowhere(withRows(agreement, (row) => ({ ...row, cells: row.cells.map((cell, index) => (index === column ? blank(cell) : cell)) })), lines).length).toBeGreaterThan(0);
        const withoutProse = { ...agreement, mentions: [], initiatives: agreement.initiatives.map((one) => ({ ...one, stated: [] })), unmatchedSections: [] };
        if (agreement.mentions.length > 0) expect(nowhere(withoutProse, lines)).toHaveLength(agreement.mentions.length);
      }
    });
  });
});

describe.each(PAPER_FORMATS.filter(isMadeHere))('mixed papers as %s', (format) => {
  it.each(Object.entries(PAPER_KINDS))('%s: no figure is nowhere, and a row that is dropped is noticed', async (kind, options) => {
    const [file] = makePaperFiles([drawPaper(kind.replace(/\W+/g, '-'), 31, options)], format);
    const document = file === undefined ? null : await readDocument(file);
    if (document?.ok !== true) throw new Error('The paper was not read');
    const { lines } = document.value;
    const agreement = extractAgreement(document.value);
    expectLaw(agreement);
    expect(nowhere(agreement, lines)).toEqual([]);
    for (const row of printedRows(agreement).slice(0, 2)) {
      const isSame = (other: Row): boolean => other.position.line === row.position.line && other.position.page === row.position.page;
      const lost = row.cells.filter(isPrinted).map(({ text }) => text.replace(/[^\d.,]/g, ''));
      expect(nowhere(withRows(agreement, (other) => (isSame(other) ? { ...other, cells: other.cells.map(blank) } : other)), lines)).toEqual(expect.arrayContaining(lost));
    }
  });
});

describe('our own documents', () => {
  it.each(readdirSync(CASES).filter((name) => name.endsWith('.txt')))('%s keeps the law', async (name) => {
    const document = await readText(name, new Uint8Array(readFileSync(join(CASES, name))));
    if (!document.ok) throw new Error(document.failure.code);
    expectLaw(extractAgreement(document.value));
  });
});

describeWithShared('the public documents', () => {
  it.each(['000', '001', '002', '003', '004'])('%s is read without a figure that is nowhere', async (number) => {
    const agreement = await readSharedAgreement(number);
    expectLaw(agreement);
    expect(agreement.accounting?.unaccounted).toEqual([]);
  });
});
