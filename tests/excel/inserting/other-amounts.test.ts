import { type Agreement, type Mention } from '../../../src/core/budget/agreement';
import { type Column } from '../../../src/core/budget/table';
import { reconcile } from '../../../src/core/reconciliation/engine';
import { ExcelWorkbook } from '../../../src/excel/excel-workbook';
import { type WorkbookState } from '../../../src/excel/workbook-port';
import { offerFigureCards, type Card } from '../../support/figure-cards';
import { startHeadlessExcel, type HeadlessExcel } from '../../support/headless-excel';
import { readDanishAmount } from '../../support/read-danish-amount';
import { agreementOf, initiativeOf, printedRow, sampleAgreement } from '../../support/sample-agreement';
import { valueOf } from '../../support/value-of';

const POOLS = 'Puljer 2026-2029';
const MENTIONS = 'Beløb i teksten 2026-2029';

const at = (line: number) => ({ page: 3, line, box: null });
const amount = (text: string) => readDanishAmount(text, 'mio. kr.');
const mention = (text: string, line: number, purpose: string | null): Mention => ({ amount: amount(text), approximate: false, annual: false, permanent: false, from: 2026, to: null, priceLevel: null, purpose, position: at(line) });

const agreement: Agreement = {
  ...sampleAgreement(),
  pools: [
    {
      title: 'Rådgivningspuljen',
      initiative: 'Styrket rådgivning',
      amounts: [{ year: 2026, amount: amount('1,0'), position: at(60) }, { year: 2027, amount: amount('1,0'), position: at(61) }],
      total: amount('2,0'),
      administrationPercent: null,
      roundYears: [],
      supportFrom: null,
      supportTo: null,
      hasEarlierFrame: false,
      position: at(59),
    },
  ],
  mentions: [mention('6,6', 12, 'drift'), mention('1,25', 14, null)],
};

let excel: HeadlessExcel;
let workbook: ExcelWorkbook;
let cardOf: (sheetName: string, address: string) => Card | null;

beforeEach(async () => {
  excel = await startHeadlessExcel({ apiVersion: '1.19' });
  cardOf = offerFigureCards(excel);
  workbook = new ExcelWorkbook({ language: 'da', addinVersion: '1.0.0' });
  const result = await workbook.importAgreement(agreement, reconcile(agreement), { kind: 'new-sheets' });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
});

afterEach(() => excel.close());

async function checked(): Promise<WorkbookState> {
  return valueOf(await workbook.checkWorkbook());
}

const edits = ({ findings }: WorkbookState): string[] =>
  findings.filter(({ check }) => check.rule === 'edited-after-import').map(({ check, place }) => `${place === null ? '-' : `${place.sheet}!${place.address}`} ${check.message.da}`);

/** The address of the first cell of a sheet that shows a value, from a row on. */
function addressOf(sheet: string, value: number, fromRow = 0): string {
  const rows = excel.values(`'${sheet}'!A1:P20`);
  for (const [row, cells] of rows.entries()) {
    const column = cells.indexOf(value);
    if (row >= fromRow && column >= 0) return `${String.fromCharCode(65 + column)}${row + 1}`;
  }
  throw new Error(`${sheet} does not show ${value}.`);
}

describe('pools and amounts of the text in the workbook', () => {
  it('are as imported until somebody changes them', async () => {
    expect(edits(await checked())).toEqual([]);
  });

  it('say at their cell when they were changed, and no longer when they are as before', async () => {
    const [pool, text] = [addressOf(POOLS, 1), addressOf(MENTIONS, 1.25)];
    await excel.userEdits(POOLS, pool, 4);
    await excel.userEdits(MENTIONS, text, 1.3);
    const state = await checked();
    expect(edits(state)).toEqual([
      `${POOLS}!${pool} Ændret efter importen: i dokumentet står der 1,0, i arket 4.`,
      `${MENTIONS}!${text} Ændret efter importen: i dokumentet står der 1,25, i arket 1,3.`,
    ]);
    expect(excel.cell(POOLS, pool).comment).toContain('i dokumentet står der 1,0');
    expect(state.findings.filter(({ check }) => check.rule === 'pool-within-initiative')).toHaveLength(1);
    await excel.userEdits(POOLS, pool, 1);
    await excel.userEdits(MENTIONS, text, 1.25);
    expect(edits(await checked())).toEqual([]);
    expect(excel.cell(POOLS, pool)).toMatchObject({ comment: null, fill: null });
  });

  it('tell rows, tables and sheets that are gone, and let rows of others be', async () => {
    const row = Number(addressOf(MENTIONS, 6.6).replace(/\D/g, ''));
    excel.workbook.shiftCells(excel.sheet(MENTIONS), excel.side.areaOf(`${row}:${row}`), 'row', true, 'user');
    const first = edits(await checked());
    expect(first).toHaveLength(1);
    expect(first[0]).toContain('drift');
    excel.workbook.deleteSheet(excel.sheet(POOLS));
    const gone = edits(await checked());
    expect(gone.some((message) => message.includes('Puljer'))).toBe(true);
  });

  it('carry their source where Excel has cards', () => {
    expect(cardOf(POOLS, addressOf(POOLS, 1))).toEqual({ Kilde: 'aftale.txt', Side: 3, Linje: 60, Enhed: 'mio. kr.', Citat: 'Rådgivningspuljen' });
    expect(cardOf(MENTIONS, addressOf(MENTIONS, 6.6))).toEqual({ Kilde: 'aftale.txt', Side: 3, Linje: 12, Enhed: 'mio. kr.', Citat: 'drift' });
    expect(cardOf(MENTIONS, addressOf(MENTIONS, 1.25))).toEqual({ Kilde: 'aftale.txt', Side: 3, Linje: 14, Enhed: 'mio. kr.' });
  });
});

describe('a column of amounts that is of no year', () => {
  const columns: readonly Column[] = ['Bevilling', 'Forbrug', 'Afvigelse'].map((header) => ({ kind: 'amount', header }));
  const post = (title: string, figures: string, line: number) => initiativeOf(title, line, '-', [], { columns, total: printedRow('component', title, figures, line) });

  it('is flagged at the very cell that differs, and the finding leads there', async () => {
    const note = agreementOf([post('Drift', '10,0 8,0 2,0', 1), post('Anlæg', '5,0 6,5 -1,5', 2), post('Tilskud', '7,0 6,0 1,0', 3), post('Løn', '9,0 5,0 4,5', 4)], {
      document: { name: 'notat.txt', sha256: 'b'.repeat(64), layout: 'unknown', pages: null },
      title: 'Notat',
      years: [],
    });
    expect(await workbook.importAgreement(note, reconcile(note), { kind: 'new-sheets' })).toMatchObject({ ok: true });
    const found = (await checked()).findings.filter(({ check }) => check.rule === 'column-arithmetic');
    expect(found).toHaveLength(1);
    const [{ place } = { place: null }] = found;
    expect(place?.address).toBe(addressOf(place?.sheet ?? '', 4.5));
    expect(excel.cell(place?.sheet ?? '', place?.address ?? '').comment).toContain('4,0');
  });
});
