import { reconcile } from '../../../src/core/reconciliation/engine';
import { type PlanCell } from '../../../src/core/sheet-plan/plan';
import { ExcelWorkbook } from '../../../src/excel/excel-workbook';
import { figureAreas } from '../../../src/excel/writing/figure-cards';
import { type Fault } from '../../../src/workbench/excel-side/excel-side';
import { offerFigureCards, type Card } from '../../support/figure-cards';
import { startHeadlessExcel, type HeadlessExcel } from '../../support/headless-excel';
import { sampleAgreement } from '../../support/sample-agreement';
import { valueOf } from '../../support/value-of';

const OVERVIEW = 'Oversigt 2026-2029';
const COMPONENTS = 'Delposter 2026-2029';
const TOTALS = 'Totaler 2026-2029';
const ALL = [[OVERVIEW, 'A1:P20'], [COMPONENTS, 'A4:P20'], [TOTALS, 'A4:T10']] as const;

let excel: HeadlessExcel;
/** Lets the time that Excel has for an answer run out. */
let expire: () => void;
let cardOf: (sheetName: string, address: string) => Card | null;

afterEach(() => excel.close());

async function start(apiVersion: string): Promise<void> {
  excel = await startHeadlessExcel({ apiVersion });
  cardOf = offerFigureCards(excel);
}

function newWorkbook(language: 'da' | 'en' = 'da'): ExcelWorkbook {
  return new ExcelWorkbook({ language, addinVersion: '1.0.0', timer: (_milliseconds, callback) => {
    expire = callback;
    return () => undefined;
  } });
}

async function importSample(workbook = newWorkbook(), kind: 'new-sheets' | 'selection' = 'new-sheets', agreement = sampleAgreement()): Promise<number> {
  const value = valueOf(await workbook.importAgreement(agreement, reconcile(agreement), { kind }));
  await excel.settled();
  return value.syncs;
}

/** All that a reader sees of the import: values, shown texts and number formats. */
function shown(): unknown {
  return ALL.map(([name, address]) => {
    const { row, column, rows, columns } = excel.side.areaOf(address);
    return Array.from({ length: rows }, (_, down) => Array.from({ length: columns }, (__, right) => {
      const { value, formula, text, numberFormat } = excel.cell(name, `${String.fromCharCode(65 + column + right)}${row + down + 1}`);
      return { value, formula, text, numberFormat };
    }));
  });
}

let withoutCards: unknown = null;

/** What an Excel that has no cards shows of the import; an Excel that has them is started anew where that is not known yet. */
async function shownWithoutCards(): Promise<unknown> {
  if (withoutCards !== null) return withoutCards;
  await excel.close();
  await start('1.15');
  await importSample();
  withoutCards = shown();
  await excel.close();
  await start('1.19');
  return withoutCards;
}

function cardsOf(sheet: string): [string, Card][] {
  return Array.from({ length: 20 }, (_, row) => Array.from({ length: 20 }, (__, column) => `${String.fromCharCode(65 + column)}${row + 1}`))
    .flat()
    .flatMap((address): [string, Card][] => {
      const card = cardOf(sheet, address);
      return card === null ? [] : [[address, card]];
    });
}

describe('an Excel that has numbers with properties', () => {
  beforeEach(() => start('1.19'));

  it('shows where each inserted figure comes from, and the same figures as any other Excel', async () => {
    expect(await importSample()).toBe(7);
    const withCards = shown();
    const figures = ALL.map(([name]) => cardsOf(name));
    for (const cards of figures) {
      expect(cards.length).toBeGreaterThan(0);
      for (const [, card] of cards) expect(Object.keys(card)).toEqual(expect.arrayContaining(['Kilde', 'Linje', 'I dokumentet', 'Citat']));
    }
    await excel.close();
    await start('1.15');
    expect(await importSample()).toBe(5);
    expect(shown()).toEqual(withCards);
    expect(ALL.flatMap(([name]) => cardsOf(name))).toEqual([]);
  });

  it('tells document, line, unit, the figure and its row as printed', async () => {
    await importSample();
    const [address, card] = cardsOf(COMPONENTS)[0] ?? ['', {}];
    expect(card).toEqual({ Kilde: 'aftale.txt', Linje: expect.any(Number), Enhed: 'mio. kr.', 'I dokumentet': excel.cell(COMPONENTS, address).text, Citat: expect.stringContaining(String(excel.cell(COMPONENTS, address).text)) });
  });

  it('tells the page where the document has pages, and speaks English', async () => {
    const agreement = sampleAgreement();
    const [first] = agreement.initiatives;
    if (!first?.total) throw new Error('The sample has no first total.');
    const paged = { ...first.total, cells: first.total.cells.map((cell) => ({ ...cell, position: { ...cell.position, page: 7 } })) };
    await importSample(newWorkbook('en'), 'new-sheets', { ...agreement, initiatives: [{ ...first, total: paged }, ...agreement.initiatives.slice(1)] });
    const sheet = excel.workbook.sheets.find(({ name }) => name.startsWith('Overview'))?.name ?? '';
    expect(cardsOf(sheet)[0]?.[1]).toMatchObject({ Source: 'aftale.txt', Page: 7, Line: expect.any(Number), Unit: 'mio. kr.', Quotation: expect.stringContaining('I alt') });
  });

  it('gives single initiatives and an overview at the selection theirs', async () => {
    await excel.userSelects('Ark1', 'B2');
    const workbook = newWorkbook();
    expect(await workbook.insertInitiative(sampleAgreement(), 1)).toMatchObject({ ok: true });
    expect(cardOf('Ark1', 'C6')).toMatchObject({ Kilde: 'aftale.txt', 'I dokumentet': '1,5' });
    expect(cardOf('Ark1', 'C5')).toBeNull();
    expect(excel.cell('Ark1', 'C5')).toMatchObject({ formula: '=SUM(C6,C8)', value: 2.5 });
    await excel.userSelects('Ark1', 'M20');
    await importSample(workbook, 'selection');
    expect(cardsOf(COMPONENTS).length).toBeGreaterThan(0);
  });

  it('leaves no finding behind, and a figure typed over is flagged and plain', async () => {
    const workbook = newWorkbook();
    await importSample(workbook);
    const before = await workbook.checkWorkbook();
    const [address] = cardsOf(OVERVIEW)[0] ?? [''];
    await excel.userEdits(OVERVIEW, address, 99);
    const after = await workbook.checkWorkbook();
    if (!before.ok || !after.ok) throw new Error('The check failed.');
    expect(before.value.findings.filter(({ check }) => check.rule === 'edited-after-import')).toEqual([]);
    expect(after.value.findings.filter(({ check, place }) => check.rule === 'edited-after-import' && place?.address === address)).toHaveLength(1);
    expect(cardOf(OVERVIEW, address)).toBeNull();
  });

  it('keeps what a document says a text: nothing of it becomes a formula', async () => {
    const agreement = sampleAgreement();
    await importSample(newWorkbook(), 'new-sheets', { ...agreement, document: { ...agreement.document, name: `=HYPERLINK("x")${'æ'.repeat(400)}\u0007` } });
    const [, card] = cardsOf(OVERVIEW)[0] ?? [];
    expect(card?.['Kilde']).toMatch(/^=HYPERLINK\("x"\)æ+…$/);
    expect(String(card?.['Kilde'])).toHaveLength(255);
  });

  const faults: readonly Fault[] = [
    { mode: 'not-applied', code: 'GeneralException' },
    { mode: 'applied-but-error', code: 'InvalidArgument' },
    { mode: 'not-applied', code: 'InvalidOperationInCellEditMode' },
    { mode: 'never-answers' },
    { mode: 'never-answers', isApplied: true },
  ];
  it.each(faults.flatMap((fault) => [6, 7].map((sync) => [sync, fault] as const)))('sync %i going wrong (%j) leaves the import whole, with its figures', async (sync, fault) => {
    const plain = await shownWithoutCards();
    excel.resetCounters();
    excel.intercept(({ index }) => {
      if (index !== sync) return null;
      if (fault.mode === 'never-answers') setTimeout(() => expire(), 0);
      return fault;
    });
    await importSample();
    excel.intercept(null);
    expect(shown()).toEqual(plain);
  });

  it('puts plain figures back where Excel shows something else than was written', async () => {
    const plain = await shownWithoutCards();
    let address = '';
    excel.side.watch((change) => {
      if (change.kind !== 'cells' || change.sheet.name !== OVERVIEW || address !== '' || excel.syncCount !== 7) return;
      address = `${String.fromCharCode(65 + change.area.column)}${change.area.row + 1}`;
      const cell = change.sheet.touch(change.area.row, change.area.column);
      cell.value = Math.fround(0.1);
    });
    expect(await importSample()).toBe(8);
    expect(address).not.toBe('');
    expect(shown()).toEqual(plain);
    expect(cardOf(OVERVIEW, address)).toBeNull();
  });

  it('leaves a figure alone that somebody changed before its card came', async () => {
    excel.intercept(({ index }) => {
      if (index === 6) excel.side.enter(excel.sheet(TOTALS), excel.side.areaOf('C5'), () => 12, 'coauthor');
      return null;
    });
    await importSample();
    excel.intercept(null);
    expect(excel.cell(TOTALS, 'C5').value).toBe(12);
  });
});

describe('the rectangles of figures', () => {
  const figure: PlanCell = { kind: 'number', value: 1, format: '0', origin: { position: { page: 1, line: 2, box: null }, printed: '1', quote: 'Post  1', unit: 'kr.' } };
  const blank: PlanCell = { kind: 'blank', format: '0' };
  const text: PlanCell = { kind: 'text', text: 'x' };
  const formula: PlanCell = { kind: 'formula', formula: '=1', format: '0' };
  const count: PlanCell = { kind: 'number', value: 1, format: '0' };

  it('hold figures and empty cells between them, never texts, formulas or counts', () => {
    const areas = figureAreas({ row: 4, column: 1, cells: [[text, figure, blank, formula, figure], [text, figure, figure, formula, count], [text, formula, formula, formula, blank], [text, blank, figure, text, figure]] });
    expect(areas.map(({ row, column, cells }) => ({ row, column, cells }))).toEqual([
      { row: 4, column: 5, cells: [[figure]] },
      { row: 4, column: 2, cells: [[figure, blank], [figure, figure]] },
      { row: 7, column: 2, cells: [[blank, figure]] },
      { row: 7, column: 5, cells: [[figure]] },
    ]);
  });

  it('are none where nothing is printed', () => {
    expect(figureAreas({ row: 0, column: 0, cells: [[text, blank], [formula, count]] })).toEqual([]);
  });

  it('are cut where they would not fit one request', () => {
    const areas = figureAreas({ row: 0, column: 0, cells: Array.from({ length: 3000 }, () => [figure]) });
    expect(areas.length).toBeGreaterThan(1);
    expect(areas.reduce((sum, { cells }) => sum + cells.length, 0)).toBe(3000);
    expect(areas.map(({ row }) => row)).toEqual([...areas.map(({ row }) => row)].sort((a, b) => a - b));
  });
});
