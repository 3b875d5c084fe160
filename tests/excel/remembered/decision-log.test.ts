import { reconcile } from '../../../src/core/reconciliation/engine';
import { ExcelWorkbook } from '../../../src/excel/excel-workbook';
import { type WorkbookFinding, type WorkbookState } from '../../../src/excel/workbook-port';
import { startHeadlessExcel, type HeadlessExcel } from '../../support/headless-excel';
import { sampleAgreement } from '../../support/sample-agreement';
import { valueOf } from '../../support/value-of';

const OVERVIEW = 'Oversigt 2026-2029';
const LOG = 'Afstemningslog';

let excel: HeadlessExcel;
let workbook: ExcelWorkbook;

beforeEach(async () => {
  excel = await startHeadlessExcel();
  workbook = newWorkbook();
  const agreement = sampleAgreement();
  await workbook.importAgreement(agreement, reconcile(agreement), { kind: 'new-sheets' });
  await excel.userEdits(OVERVIEW, 'G7', 5);
});

afterEach(() => excel.close());

function newWorkbook(signer: string | null = 'Anne Holm', language: 'da' | 'en' = 'da'): ExcelWorkbook {
  return new ExcelWorkbook({ language, addinVersion: '1.2.3', signer: () => signer, now: () => new Date('2026-03-01T08:00:00Z') });
}

async function checked(): Promise<WorkbookState> {
  return valueOf(await workbook.checkWorkbook());
}

async function findingOf(rule: string): Promise<WorkbookFinding> {
  const found = (await checked()).findings.find(({ check }) => check.rule === rule);
  if (found === undefined) throw new Error(`No finding of ${rule}`);
  return found;
}

async function accept(rule: string, reason: string): Promise<void> {
  const { key } = await findingOf(rule);
  valueOf(await workbook.acceptFinding(key, reason));
}

const codes = ({ notices = [] }: WorkbookState): string[] => notices.map(({ code }) => code);

describe('decisions on findings', () => {
  it('tell who, when, which version, document, place, rule, figures and reason', async () => {
    await accept('row-cross-footing', 'Aftalt med ministeriet');
    const [header = [], row = []] = excel.values(`'${LOG}'!A3:N4`);
    const logged = Object.fromEntries(header.map((name, column) => [name, row[column]]));
    expect(logged).toMatchObject({
      'Nr.': 1,
      Tidspunkt: '2026-03-01T08:00:00.000Z',
      Hvem: 'Anne Holm',
      Beslutning: 'godkendt',
      Begrundelse: 'Aftalt med ministeriet',
      Initiativ: 'Klar til start',
      Kontrol: 'row-cross-footing',
      Version: '1.2.3',
      'Dokumentets kontrolsum (SHA-256)': 'a'.repeat(64),
      'Forrige kontrolsum': '0'.repeat(64),
    });
    expect(logged['Tal']).toMatch(/^differs;/);
    expect(logged['Kontrolsum']).toMatch(/^[0-9a-f]{64}$/);
  });

  it('are told as made where Excel wrote them and says that a cell is being edited', async () => {
    const { key } = await findingOf('row-cross-footing');
    excel.intercept(({ body }) => (JSON.stringify(body).includes('Aftalt med ministeriet') ? { mode: 'applied-but-error', code: 'InvalidOperationInCellEditMode' } : null));
    const result = await workbook.acceptFinding(key, 'Aftalt med ministeriet');
    expect(result.ok && result.value.findings.find((finding) => finding.key === key)?.acceptance?.by).toBe('Anne Holm');
  });

  it('a comment stands on the finding, which stays open', async () => {
    const { key } = await findingOf('row-cross-footing');
    const result = await workbook.commentFinding(key, 'Spørg Hanne');
    expect(result.ok && result.value.findings.find((finding) => finding.key === key)).toMatchObject({ acceptance: null, comments: [{ text: 'Spørg Hanne', at: '2026-03-01T08:00:00.000Z' }] });
    expect(excel.values(`'Afstemning 2026-2029'!D5:D6`).flat()).toContain('Åben');
  });

  it('an acceptance can be taken back, and the log keeps both', async () => {
    await accept('row-cross-footing', 'Aftalt');
    const { key } = await findingOf('row-cross-footing');
    const result = await workbook.withdrawAcceptance(key, 'Ministeriet har rettet');
    expect(result.ok && result.value.findings.find((finding) => finding.key === key)?.acceptance).toBeNull();
    expect(excel.values(`'${LOG}'!D4:E5`)).toEqual([['godkendt', 'Aftalt'], ['godkendelse fortrudt', 'Ministeriet har rettet']]);
  });

  it('a changed figure opens an accepted finding again, and says so', async () => {
    await accept('row-cross-footing', 'Aftalt');
    expect(await findingOf('row-cross-footing')).toMatchObject({ isReopened: false, acceptance: { reason: 'Aftalt' } });
    await excel.userEdits(OVERVIEW, 'G7', 6);
    expect(await findingOf('row-cross-footing')).toMatchObject({ isReopened: true, acceptance: null });
  });
});

describe('who decides', () => {
  const sheets = (): string[] => excel.workbook.sheets.map(({ name }) => name);

  it('has to be told where Excel does not tell, and until then nothing is written', async () => {
    workbook = newWorkbook(null);
    const before = sheets();
    const { key } = await findingOf('row-cross-footing');
    expect(await workbook.acceptFinding(key, 'Aftalt')).toEqual({ ok: false, failure: { code: 'signer-needed' } });
    expect(sheets()).toEqual(before);
    expect(excel.workbook.comments.filter(({ sheet }) => sheet.name === LOG)).toEqual([]);
    workbook = newWorkbook('AH');
    expect((await workbook.acceptFinding(key, 'Aftalt')).ok).toBe(true);
    expect(excel.values(`'${LOG}'!C4:C4`)).toEqual([['AH']]);
  });

  it('is the person that Excel names, where it does', async () => {
    excel.side.session.author = 'Hanne Lund';
    await accept('row-cross-footing', 'Aftalt');
    expect(excel.values(`'${LOG}'!C4:C4`)).toEqual([['Hanne Lund']]);
  });

  it('leaves the person on the sheet where he is', async () => {
    const before = excel.workbook.activeSheet.name;
    await accept('row-cross-footing', 'Aftalt');
    expect(excel.workbook.activeSheet.name).toBe(before);
  });
});

describe('several findings at once', () => {
  it('are accepted for one reason, a row of the log for each', async () => {
    const open = (await checked()).findings.filter(({ check }) => check.outcome === 'differs');
    expect(open.length).toBeGreaterThan(1);
    const result = await workbook.acceptFindings(open.map(({ key }) => key), 'Samlet');
    expect(result.ok && result.value.findings.filter(({ acceptance }) => acceptance?.reason === 'Samlet')).toHaveLength(open.length);
    expect(excel.values(`'${LOG}'!A4:E${3 + open.length}`).map(([number, , , decision, reason]) => [number, decision, reason])).toEqual(open.map((_finding, index) => [index + 1, 'godkendt', 'Samlet']));
    const { key } = open[0] as WorkbookFinding;
    await workbook.commentFinding(key, 'Bagefter');
    expect(codes(await checked())).toEqual([]);
    expect(excel.values(`'${LOG}'!A${4 + open.length}:D${4 + open.length}`)[0]).toEqual([open.length + 1, '2026-03-01T08:00:00.000Z', 'Anne Holm', 'kommenteret']);
  });
});

describe('the language of a log', () => {
  it('stays the one in which it was begun', async () => {
    await accept('row-cross-footing', 'Aftalt');
    workbook = newWorkbook('AH', 'en');
    const { key } = await findingOf('row-cross-footing');
    await workbook.commentFinding(key, 'Seen');
    expect(excel.values(`'${LOG}'!D4:D5`).flat()).toEqual(['godkendt', 'kommenteret']);
  });

  it('does not matter to the hash, but a word that is no decision does', async () => {
    const { key } = await findingOf('row-cross-footing');
    await workbook.commentFinding(key, 'Set');
    await excel.userEdits(LOG, 'D4', 'comment');
    expect(codes(await checked())).toEqual([]);
    await excel.userEdits(LOG, 'D4', 'noget andet');
    expect(codes(await checked())).toEqual(['log-changed']);
    await excel.userEdits(LOG, 'D4', 'godkendt');
    expect(codes(await checked())).toEqual(['log-changed']);
  });
});

describe('a log that somebody changed', () => {
  it('is told with the row, counts no more from there on, and takes no further rows', async () => {
    await accept('row-cross-footing', 'Aftalt');
    await accept('edited-after-import', 'Ja');
    await excel.userEdits(LOG, 'E4', 'noget andet');
    const state = await checked();
    expect(state.notices).toMatchObject([{ code: 'log-changed', message: { da: `Afstemningsloggen er ændret, efter at den blev skrevet: række 4 på arket ${LOG} passer ikke med sin kontrolsum. Beslutninger fra den række og frem tæller ikke.` } }]);
    expect(state.findings.every(({ acceptance }) => acceptance === null)).toBe(true);
    const { key } = await findingOf('row-cross-footing');
    expect(await workbook.acceptFinding(key, 'Igen')).toEqual({ ok: false, failure: { code: 'log-changed', sheet: LOG, row: 4 } });
    await excel.userEdits(LOG, 'E4', 'Aftalt');
    expect(codes(await checked())).toEqual([]);
    expect((await findingOf('row-cross-footing')).acceptance).toMatchObject({ reason: 'Aftalt' });
  });

  it('is told at once, by the edit itself', async () => {
    await accept('row-cross-footing', 'Aftalt');
    workbook.onStateChanged(() => undefined);
    await checked();
    await excel.settled();
    const told = new Promise<WorkbookState>((resolve) => workbook.onStateChanged(resolve));
    await excel.userEdits(LOG, 'E4', 'noget andet');
    expect(codes(await told)).toEqual(['log-changed']);
  });

  it('is told when rows were deleted at its end, which leaves no gap in the chain', async () => {
    await accept('row-cross-footing', 'Aftalt');
    await accept('edited-after-import', 'Ja');
    await Excel.run(async (context) => {
      context.workbook.tables.getItem('ReserveLog').rows.getItemAt(1).delete();
      await context.sync();
    });
    expect(codes(await checked())).toEqual(['log-shortened']);
    excel.load(excel.save());
    workbook = newWorkbook();
    expect(codes(await checked())).toEqual(['log-shortened']);
  });

  it('is told when it was deleted; a new one can be begun', async () => {
    await accept('row-cross-footing', 'Aftalt');
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(LOG).delete();
      await context.sync();
    });
    expect(codes(await checked())).toEqual(['log-shortened']);
    await accept('row-cross-footing', 'Aftalt igen');
    expect(codes(await checked())).toEqual([]);
    expect(excel.values(`'${LOG}'!E4:E4`)).toEqual([['Aftalt igen']]);
  });
});
