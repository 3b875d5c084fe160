import { type Agreement, type Mention } from '../../../src/core/budget/agreement';
import { type Column } from '../../../src/core/budget/table';
import { planImport } from '../../../src/core/sheet-plan/import-plan';
import { type PlanCell, type PlannedSheet } from '../../../src/core/sheet-plan/plan';
import { agreementOf, initiativeOf, printedRow, printedTotalOf } from '../../support/sample-agreement';
import { readDanishAmount } from '../../support/read-danish-amount';

const at = (line: number) => ({ page: null, line, box: null });
const columns: readonly Column[] = [{ kind: 'amount', header: 'Ansøgt' }, { kind: 'amount', header: 'Bevilget' }, { kind: 'text', header: 'Andel' }];

function applicant(name: string, figures: string, share: string, line: number) {
  const row = printedRow('component', name, figures, line);
  return initiativeOf(name, line, '-', [], { columns, total: { ...row, cells: [...row.cells, { kind: 'text', text: share, position: at(line) }] }, group: ['Tabel 1'] });
}

function mention(text: string, line: number, more: Partial<Mention> = {}): Mention {
  return { amount: readDanishAmount(text, 'mio. kr.'), approximate: false, annual: false, permanent: false, from: null, to: null, priceLevel: null, purpose: null, position: at(line), ...more };
}

const planned = (agreement: Agreement): readonly PlannedSheet[] => planImport(agreement, [], { language: 'da', taken: { sheets: [], tablesAndNames: [] }, importedAt: '2026-03-01T08:00:00Z' }).sheets;

function sheetOf(agreement: Agreement, role: PlannedSheet['role']): PlannedSheet {
  const sheet = planned(agreement).find((one) => one.role === role);
  if (sheet === undefined) throw new Error(`There is no sheet of ${role}.`);
  return sheet;
}

function content(cell: PlanCell): string | number {
  return cell.kind === 'number' ? cell.value : cell.kind === 'text' ? cell.text : cell.kind === 'formula' ? cell.formula : '';
}

/** The rows of a sheet's table under their headers. */
function rowsOf(sheet: PlannedSheet): Record<string, string | number>[] {
  const [table] = sheet.tables;
  return (table?.rows ?? []).map((row) => Object.fromEntries(row.map((cell, index) => [table?.columns[index]?.header ?? '', content(cell)])));
}

describe('amounts that are of no year', () => {
  const applied = agreementOf([applicant('Roklubben', '85,5 40,0', '47 %', 5), applicant('Sejlklubben', '14,5 10,0', '69 %', 6)], {
    document: { name: 'notat.txt', sha256: 'a'.repeat(64), layout: 'unknown', pages: null },
    years: [],
    totals: [{ ...printedTotalOf('I alt', [], '-', 7), columns, row: { ...printedRow('total', 'I alt', '100,0 50,0', 7), cells: [...printedRow('total', 'I alt', '100,0 50,0', 7).cells, { kind: 'blank', position: at(7) }] } }],
  });

  it('stand under their own headers, with the texts beside them and without a total that nobody printed', () => {
    expect(rowsOf(sheetOf(applied, 'overview'))[0]).toEqual({ Initiativ: 'Roklubben', Status: '– ikke kontrolleret', Gruppe: 'Tabel 1', Ansøgt: 85.5, Bevilget: 40, Andel: '47 %', Kilde: 'l. 5', Id: 'I1' });
  });

  it('are added, and compared with the totals that the document prints', () => {
    const sums = sheetOf(applied, 'overview').blocks[1]?.cells[0]?.map(content);
    expect(sums).toEqual(['I alt', '', '', '=SUM(Initiativer[Ansøgt])', '=SUM(Initiativer[Bevilget])']);
    const [total] = rowsOf(sheetOf(applied, 'totals'));
    expect(total).toMatchObject({ Post: 'I alt', Ansøgt: 100, Bevilget: 50, 'Sum Ansøgt': '=SUM(Initiativer[Ansøgt])' });
    expect(total?.['Største forskel']).toContain('COLUMNS(Totaler[[#This Row],[Ansøgt]:[Bevilget]])');
  });

  it('have no sum of years beside rows that have one: nothing shows there, not zero', () => {
    const yearly = initiativeOf('Tilskud', 9, '1,0 1,0 - - 2,0', []);
    const [table] = sheetOf(agreementOf([...applied.initiatives, yearly]), 'overview').tables;
    const column = table?.columns.findIndex(({ key }) => key === 'total') ?? -1;
    const formats = table?.rows.map((row) => (row[column]?.kind === 'formula' ? row[column].format : null));
    expect(formats).toEqual(['#,##0.0;-#,##0.0;', '#,##0.0;-#,##0.0;', '#,##0.0;-#,##0.0']);
  });

  it('keep their printed totals where units differ, without sums that mean nothing', () => {
    const [first, second] = applied.initiatives;
    if (first === undefined || second === undefined) throw new Error('There are two.');
    expect(rowsOf(sheetOf({ ...applied, initiatives: [first, { ...second, unit: 'kr.' }] }, 'totals'))).toEqual([
      { Post: 'I alt', Status: '– ikke kontrolleret', Enhed: 'mio. kr.', Ansøgt: 100, Bevilget: 50, Kilde: 'l. 7', Id: 'T1' },
    ]);
  });
});

describe('amounts of the running text', () => {
  const report = agreementOf([], {
    title: 'Handlingsplan for havnen',
    years: [],
    mentions: [mention('8,5', 16, { purpose: 'en årlig uge' }), mention('2,8', 27, { from: 2024, to: 2026, annual: true, approximate: true }), mention('0,3', 31, { isSaving: true, priceLevel: '2024-pl' })],
  });

  it('have a table that says what the text says of them', () => {
    expect(rowsOf(sheetOf(report, 'mentions'))).toEqual([
      { Formål: 'en årlig uge', Status: '– ikke kontrolleret', Beløb: 8.5, Enhed: 'mio. kr.', 'Mio. kr.': 8.5, Fra: '', Til: '', Årligt: '', 'Ca.': '', Besparelse: '', Prisniveau: '', Kilde: 'l. 16', Id: 'M1' },
      { Formål: '', Status: '– ikke kontrolleret', Beløb: 2.8, Enhed: 'mio. kr.', 'Mio. kr.': 2.8, Fra: 2024, Til: 2026, Årligt: 'ja', 'Ca.': 'ja', Besparelse: '', Prisniveau: '', Kilde: 'l. 27', Id: 'M2' },
      { Formål: '', Status: '– ikke kontrolleret', Beløb: 0.3, Enhed: 'mio. kr.', 'Mio. kr.': 0.3, Fra: '', Til: '', Årligt: '', 'Ca.': '', Besparelse: 'ja', Prisniveau: '2024-pl', Kilde: 'l. 31', Id: 'M3' },
    ]);
    expect(sheetOf(report, 'mentions').blocks[0]?.cells[0]?.map(content)).toEqual(['Handlingsplan for havnen']);
  });

  it('come without an empty overview where the document has no table, and with their initiative where they have one', () => {
    expect(planned(report).map(({ role }) => role)).toEqual(['mentions', 'findings', 'sources']);
    const stated = mention('12,0', 4);
    const owned = agreementOf([initiativeOf('Klar til start', 3, '3,0 3,0 3,0 3,0 12,0', [], { stated: [{ ...stated, role: 'lead' }] })], { mentions: [stated] });
    expect(rowsOf(sheetOf(owned, 'mentions'))[0]).toMatchObject({ Initiativ: 'Klar til start', Beløb: 12 });
  });
});

it('tables of no money stand as they are printed, numbers as numbers, each row with its source', () => {
  const row = (label: string, texts: readonly string[], line: number, kind: 'component' | 'total') => ({ ...printedRow(kind, label, '_', line), cells: texts.map((text) => ({ kind: 'text' as const, text, position: at(line) })) });
  const counted = agreementOf([], {
    years: [],
    tables: [{ caption: { text: 'Antal medlemmer', position: at(13) }, unit: null, priceLevel: null, columns: [{ kind: 'text', header: '2024' }, { kind: 'text', header: '2025' }], rows: [row('Trænere', ['1,5', '1.200'], 14, 'component'), row('I alt', ['1,5', 'ukendt'], 15, 'total')], position: at(13) }],
  });
  const sheet = sheetOf(counted, 'other-tables');
  expect(sheet.blocks[1]?.cells.map((cells) => cells.map(content))).toEqual([
    ['Antal medlemmer', '', '', 'l. 13'],
    ['', '2024', '2025', 'Kilde'],
    ['Trænere', 1.5, 1200, 'l. 14'],
    ['I alt', 1.5, 'ukendt', 'l. 15'],
  ]);
  expect(sheet.blocks[1]?.cells[2]?.map((cell) => (cell.kind === 'number' ? cell.format : null))).toEqual([null, '0.0', '#,##0;-#,##0', null]);
  expect(planned(counted).map(({ role }) => role)).toEqual(['other-tables', 'findings']);
});

it('a table of which no row could be read takes no place', () => {
  const table = { caption: null, unit: null, priceLevel: null, columns: [], rows: [], position: at(5) };
  expect(planned(agreementOf([], { tables: [table], totals: [printedTotalOf('I alt', [], '1,0 1,0 1,0 1,0 4,0', 7)] })).map(({ role }) => role)).toEqual(['totals', 'findings', 'sources']);
});

it('totals without rows stand by themselves', () => {
  const sheets = planned(agreementOf([], { totals: [printedTotalOf('I alt', [], '1,0 1,0 1,0 1,0 4,0', 7)] }));
  expect(sheets.map(({ role }) => role)).toEqual(['totals', 'findings', 'sources']);
  expect(rowsOf(sheets[0] as PlannedSheet)[0]).toMatchObject({ Post: 'I alt', '2026': 1, 'I alt ifølge aftalen': 4 });
});

it('application pools have a table of their own', () => {
  const pools = agreementOf([initiativeOf('Klar til start', 3, '3,0 3,0 3,0 3,0 12,0', [])], {
    pools: [
      { title: 'Pulje til havne', initiative: 'Klar til start', amounts: [{ year: 2026, amount: readDanishAmount('1,5', 'mio. kr.'), position: at(9) }], total: readDanishAmount('1,5', 'mio. kr.'), administrationPercent: 3.5, roundYears: [2026, 2028], supportFrom: 2026, supportTo: 2029, hasEarlierFrame: false, position: at(8) },
    ],
  });
  expect(rowsOf(sheetOf(pools, 'pools'))).toEqual([
    { Pulje: 'Pulje til havne', Status: '– ikke kontrolleret', Initiativ: 'Klar til start', Enhed: 'mio. kr.', '2026': 1.5, 'I alt ifølge aftalen': 1.5, Administration: 0.035, Ansøgningsrunder: '2026, 2028', Støtteår: '2026–2029', Kilde: 'l. 8', Id: 'P1' },
  ]);
});
