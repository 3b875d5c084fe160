import { type Agreement } from '../../../../src/core/budget/agreement';
import { extractAgreement } from '../../../../src/core/extraction/extract-agreement';
import { reconcile, summarize } from '../../../../src/core/reconciliation/engine';
import { readText } from '../../../../src/readers/text';
import { printDanish } from '../../../support/document-generator';

/** An initiative of a paper: its title and the rows of its own table, in tenths of a million by year. */
interface Paper {
  readonly title: string;
  readonly rows: readonly (readonly [label: string, first: number, second: number])[];
}

const PAPERS: readonly Paper[] = [
  { title: 'Fyrvagter på Anholt', rows: [['Lønninger', 40, 45], ['Brændsel', 15, 15]] },
  { title: 'Redningsveste til børn', rows: [['Indkøb', 50, 40]] },
  { title: 'Kort over sejlrender', rows: [['Opmåling', 20, 40], ['Tryk', 10, 20]] },
  { title: 'Diger ved Mandø', rows: [['Ler', 20, 25], ['Græs', 10, 15]] },
];
const TITLES = PAPERS.map((paper) => paper.title);
const HEADER = 'Mio. kr., 2027-pl 2027 2028 I alt';
const PREFACE = ['Aftale om havnene 2027-2028', 'Regeringen og partierne er enige om en aftale.'];
const SECOND = ['Aftale om kysterne 2027-2028', 'Partierne er enige om en aftale om kysterne.'];

function row(label: string, first: number, second: number): string {
  return [label, ...[first, second, first + second].map((tenths) => (tenths === 0 ? '-' : printDanish(tenths, 1)))].join(' ');
}

function sumOf({ rows }: Paper): readonly [number, number] {
  return [rows.reduce((sum, [, first]) => sum + first, 0), rows.reduce((sum, [, , second]) => sum + second, 0)];
}

interface SheetStyle {
  readonly hasSections?: boolean;
  readonly caption?: string;
  readonly isTotalLast?: boolean;
}

function sheet(index: number, { hasSections = true, caption, isTotalLast = false }: SheetStyle = {}): string[] {
  const paper = PAPERS[index] as Paper;
  const [first, second] = sumOf(paper);
  const total = printDanish(first + second, 1);
  const rows = paper.rows.map((one) => row(...one));
  const table = isTotalLast ? [...rows, row('I alt', first, second)] : [row('I alt', first, second), ...rows];
  const text = hasSections ? ['Baggrund og indhold', 'Ordningen prøves af i to sogne.', 'Økonomi', `Der afsættes i alt ${total} mio. kr. til initiativet, jf. tabel 1.`] : ['Ordningen prøves af i to sogne.'];
  return [paper.title, `Der afsættes i alt ${total} mio. kr. i 2027-2028 til ${paper.title.toLowerCase()}.`, ...text, 'Tabel 1', caption ?? paper.title, HEADER, ...table];
}

interface OverviewStyle {
  readonly isNumbered?: boolean;
  readonly isTotalLast?: boolean;
  readonly heading?: string;
  readonly papers?: readonly Paper[];
  readonly groups?: readonly (readonly [name: string, members: readonly number[]])[];
}

function overview({ isNumbered = false, isTotalLast = false, heading, papers = PAPERS, groups }: OverviewStyle = {}): string[] {
  const sums = papers.map(sumOf);
  const totalOf = (members: readonly number[]) => [0, 1].map((column) => members.reduce((sum, index) => sum + (sums[index]?.[column as 0 | 1] ?? 0), 0)) as [number, number];
  const all = totalOf(papers.map((_, index) => index));
  const line = (index: number) => row(`${isNumbered ? `${index + 1} ` : ''}${papers[index]?.title ?? ''}`, ...(sums[index] as readonly [number, number]));
  const rows = groups === undefined ? papers.map((_, index) => line(index)) : groups.flatMap(([name, members]) => [row(`${name} i alt`, ...totalOf(members)), ...members.map(line)]);
  const lead = `Partierne er enige om at udmønte ${printDanish(all[0] + all[1], 1)} mio. kr. i 2027-2028, jf. tabel 1.`;
  const total = row('I alt', ...all);
  return [...(heading === undefined ? [] : [heading]), lead, 'Tabel 1', 'Oversigt over aftalens initiativer', `${isNumbered ? 'Nr. ' : ''}${HEADER}`, ...(isTotalLast ? [...rows, total] : [total, ...rows])];
}

async function readPaper(...blocks: readonly (readonly string[])[]): Promise<Agreement> {
  const text = blocks.map((block) => block.join('\n\n')).join('\n\n\n');
  const document = await readText('papir.txt', new TextEncoder().encode(text));
  if (!document.ok) throw new Error(document.failure.code);
  return extractAgreement(document.value);
}

function alarms(agreement: Agreement): string[] {
  return reconcile(agreement).flatMap(({ rule, outcome, severity, initiative, place }) => (outcome === 'differs' && severity !== 'info' ? [`${rule}: ${initiative ?? ''} ${place.column ?? ''}`.trim()] : []));
}

const sheets = (count: number, style: SheetStyle = {}) => PAPERS.slice(0, count).map((_, index) => sheet(index, style));

describe('an overview and sheets in one document', () => {
  const positions = ['first', 'last', 'in an annex'] as const;
  const cases = positions.flatMap((position) => [false, true].flatMap((isNumbered) => [false, true].flatMap((isTotalLast) => [4, 2].map((count) => ({ position, isNumbered, isTotalLast, count })))));

  it.each(cases)('$position, numbered $isNumbered, total last $isTotalLast, $count sheets', async ({ position, isNumbered, isTotalLast, count }) => {
    const heading = position === 'first' ? {} : { heading: position === 'last' ? 'Samlet oversigt' : 'Bilag 1. Samlet oversigt' };
    const list = overview({ isNumbered, isTotalLast, ...heading });
    const agreement = await readPaper(PREFACE, ...(position === 'first' ? [list, ...sheets(count)] : [...sheets(count), list]));
    expect(agreement.initiatives.map(({ title }) => title)).toEqual(TITLES);
    expect(agreement.initiatives.map(({ number }) => number)).toEqual(isNumbered ? ['1', '2', '3', '4'] : [null, null, null, null]);
    expect(agreement.initiatives.filter(({ places }) => places.length === 2)).toHaveLength(count);
    expect(agreement.totals.map(({ group }) => group)).toEqual([[]]);
    expect(agreement.unread).toEqual([]);
    expect(alarms(agreement)).toEqual([]);
    expect(summarize(reconcile(agreement)).verdict).toBe('agrees');
  });

  it('keeps the groups of the overview', async () => {
    const agreement = await readPaper(PREFACE, overview({ groups: [['Havneministeriet', [0, 1]], ['Kystministeriet', [2, 3]]] }), ...sheets(3));
    expect(agreement.initiatives.map(({ group }) => group)).toEqual([['Havneministeriet'], ['Havneministeriet'], ['Kystministeriet'], ['Kystministeriet']]);
    expect(alarms(agreement)).toEqual([]);
  });

  it('names a year and a total that both print differently, once each', async () => {
    const other = PAPERS.map((paper, index) => (index === 0 ? { ...paper, rows: [['', 60, 60]] as Paper['rows'] } : paper));
    const agreement = await readPaper(PREFACE, overview({ papers: other }), ...sheets(2));
    expect(alarms(agreement)).toEqual(['overview-tie-out: Fyrvagter på Anholt 2027', 'overview-tie-out: Fyrvagter på Anholt total']);
    expect(reconcile(agreement).find(({ rule, outcome }) => rule === 'overview-tie-out' && outcome === 'differs')?.related).toHaveLength(1);
  });

  it.each([', jf. tabel 1', ''])('holds what the parties hand out against the total of the overview: "%s"', async (reference) => {
    const whole = overview().find((line) => line.startsWith('Partierne'))?.match(/[\d,]+ mio\. kr\. i 2027-2028/)?.[0] ?? '';
    const changed = overview().map((line) => line.replace(`${whole}, jf. tabel 1`, `99,9 mio. kr. i 2027-2028${reference}`));
    const unchanged = overview().map((line) => line.replace(', jf. tabel 1', reference));
    expect(alarms(await readPaper(PREFACE, unchanged, sheet(0)))).toEqual([]);
    expect(alarms(await readPaper(PREFACE, changed, sheet(0)))).toEqual(['table-reference-tie-out:  total']);
    const ofYear = overview().map((line) => line.replace(`${whole}, jf. tabel 1`, `1,0 mio. kr. i 2025-2026${reference === '' ? '' : ', jf. tabel 7'}`));
    expect(alarms(await readPaper(PREFACE, ofYear, sheet(0)))).toEqual([]);
  });

  it('says that a sheet has no row', async () => {
    expect(alarms(await readPaper(PREFACE, overview({ papers: PAPERS.slice(0, 3) }), ...sheets(4)))).toEqual(['amount-missing: Diger ved Mandø']);
  });

  it('reads two agreements one after the other', async () => {
    const agreement = await readPaper(PREFACE, overview({ papers: PAPERS.slice(0, 2) }), sheet(0), sheet(1), SECOND, sheet(2), sheet(3), overview({ papers: PAPERS.slice(2), heading: 'Bilag 1. Oversigt' }));
    expect(agreement.initiatives.map(({ title, group }) => [title, group[0]])).toEqual(TITLES.map((title, index) => [title, index < 2 ? PREFACE[0] : SECOND[0]]));
    expect(alarms(agreement)).toEqual([]);
  });

  it('lists its parts, every line in one', async () => {
    const { parts } = await readPaper(PREFACE, overview(), ...sheets(1));
    expect(parts.map(({ kind }) => kind)).toEqual(['prose', 'overview', 'initiative-sheet']);
    parts.slice(1).forEach(({ first }, index) => expect(first.line).toBeGreaterThan(parts[index]?.last.line ?? Infinity));
  });
});

describe('sheets without the headings of sections', () => {
  it.each([{ isTotalLast: false }, { isTotalLast: true }])('are known by heading, lead and caption: $isTotalLast', async ({ isTotalLast }) => {
    const agreement = await readPaper(...sheets(3, { hasSections: false, isTotalLast }));
    expect(agreement.document.layout).toBe('initiative-sheets');
    expect(agreement.initiatives.map(({ title, components, stated }) => [title, components.length, stated[0]?.role])).toEqual(PAPERS.slice(0, 3).map(({ title, rows }) => [title, rows.length, 'lead']));
    expect(alarms(agreement)).toEqual([]);
  });

  it('are joined with the overview in the annex', async () => {
    const agreement = await readPaper(PREFACE, ...sheets(2, { hasSections: false }), overview({ heading: 'Bilag 1. Oversigt' }));
    expect(agreement.initiatives.map(({ title }) => title)).toEqual(TITLES);
    expect(alarms(agreement)).toEqual([]);
  });

  it('are known where the caption of one is copied from another', async () => {
    const agreement = await readPaper(sheet(0, { hasSections: false, caption: TITLES[1] ?? '' }), sheet(1, { hasSections: false }), sheet(2, { hasSections: false }));
    expect(agreement.initiatives.map(({ title }) => title)).toEqual(TITLES.slice(0, 3));
    expect(alarms(agreement)).toEqual(['caption-matches-title: Fyrvagter på Anholt']);
  });
});

test('a heading at the foot of a page and its lead at the head of the next are one sheet', async () => {
  const [heading, ...rest] = sheet(1);
  const agreement = await readPaper(sheet(0), [`${heading ?? ''}\n\f${rest.join('\n\n')}`], sheet(2));
  expect(agreement.initiatives.map(({ title }) => title)).toEqual(TITLES.slice(0, 3));
  expect(alarms(agreement)).toEqual([]);
});

describe('a preface', () => {
  it.each([true, false])('that no empty line parts from the first title is no part of it: sections %s', async (hasSections) => {
    const preface = 'Delaftale om havne\nKysterne er under pres, og\nerfaringerne er gode.';
    const first = sheet(0, { hasSections });
    const agreement = await readPaper([`${preface}\n${first.slice(0, 2).join('\n')}`, ...first.slice(2)], sheet(1, { hasSections }));
    expect(agreement.initiatives.map(({ title }) => title)).toEqual(TITLES.slice(0, 2));
    expect(alarms(agreement)).toEqual([]);
  });

  it.each([true, false])('is no initiative, nor is an earlier agreement that it quotes: sections %s', async (hasSections) => {
    const preface = ['Delaftale om havne', 'Kysterne er under pres.', 'Aftale om havne 2024', 'Med aftalen blev der afsat 14,5 mio. kr. i 2024-2026.'];
    const agreement = await readPaper(preface, ...sheets(2, { hasSections }));
    expect(agreement.initiatives.map(({ title, stated }) => [title, stated[0]?.amount.coefficient])).toEqual([[TITLES[0], 115], [TITLES[1], 90]]);
    expect(alarms(agreement)).toEqual([]);
  });
});

describe('a footnote mark behind a caption', () => {
  it.each(['*', ' 1)', ' ¹⁾', ' (1)'])('%s is no part of it', async (mark) => {
    const own = await readPaper(sheet(0, { caption: `${TITLES[0]}${mark}` }), sheet(1));
    expect([own.initiatives[0]?.caption?.text, alarms(own)]).toEqual([TITLES[0], []]);
    const copied = await readPaper(sheet(0, { caption: `${TITLES[1]}${mark}` }), sheet(1));
    expect(alarms(copied)).toEqual(['caption-matches-title: Fyrvagter på Anholt']);
  });
});

test.each([
  ['2027 2029 2029', 2028],
  ['2027 2027 2029', 2028],
  ['2027 2028 2028', 2029],
])('a year that the head prints twice (%s): every figure kept, one error', async (years, likely) => {
  const table = [`Mio. kr., 2027-pl ${years} I alt`, 'I alt 3,0 2,0 4,0 9,0', 'Råvarer 2,0 1,5 2,5 6,0', 'Personale 1,0 0,5 1,5 3,0'];
  const agreement = await readPaper(['Skolebuffet', 'Der afsættes i alt 9,0 mio. kr. i 2027-2029 til skolebuffet.', 'Baggrund og indhold', 'Ordningen er ny.', 'Økonomi', 'Der afsættes i alt 9,0 mio. kr. til initiativet, jf. tabel 1.', 'Tabel 1', 'Skolebuffet', ...table]);
  expect(agreement.initiatives[0]?.total?.cells.flatMap((cell) => (cell.kind === 'amount' ? [cell.amount.coefficient] : []))).toEqual([30, 20, 40, 90]);
  expect(alarms(agreement)).toEqual(['header-years: Skolebuffet']);
  expect(reconcile(agreement).find(({ rule }) => rule === 'header-years')?.message.da).toContain(`${likely} mangler`);
});

test('what a paper on expiring grants states for all of them is held against its total', async () => {
  const table = ['Tabel 1. Bevillinger, der udløber ved udgangen af 2027', 'Bevillinger, der udløber ved udgangen af 2027', 'Beløb, der udløber (2027-pl)\n1.000 kr.', 'Forvaltningens\nvurdering', 'Fyrvagt på Anholt 700 Bør fortsætte', 'Lån af redningsveste 250 Bør fortsætte', 'Udløb 2027 i alt 950'];
  const lead = (amount: string) => ['Bevillinger, som udløber til Budget 2028', `Der er i alt 2 udløb med en samlet ramme på ${amount} t.kr.`, ...table];
  expect(alarms(await readPaper(lead('950')))).toEqual([]);
  expect(alarms(await readPaper(lead('905')))).toEqual(['table-reference-tie-out:  total']);
});

test('a list of expiring grants has as many rows as its text counts', async () => {
  const table = ['Tabel 1. Bevillinger, der udløber ved udgangen af 2027', 'Bevillinger, der udløber ved udgangen af 2027', 'Beløb, der udløber (2027-pl)\n1.000 kr.', 'Forvaltningens\nvurdering', 'Fyrvagt på Anholt 700 Bør fortsætte', 'Lån af redningsveste 250 Bør fortsætte', 'Udløb 2027 i alt 950'];
  const paper = (count: string) => ['Bevillinger, som udløber til Budget 2028', `Der er i alt ${count} bevillingsudløb med en samlet ramme på 950 t.kr.`, ...table];
  expect(alarms(await readPaper(paper('2')))).toEqual([]);
  expect(alarms(await readPaper(paper('tre')))).toEqual(['count-tie-out:']);
});

describe('a sum inside a sentence', () => {
  const found = async (sentence: string): Promise<string[]> => alarms(await readPaper([...sheet(0).slice(0, 3), sentence, ...sheet(0).slice(3)], sheet(1))).filter((alarm) => alarm.startsWith('breakdown-footing'));

  it.each([
    ['Ordningen koster 2,0 mio. kr. i 2026 og 3,0 mio. kr. i 2027, i alt 5,0 mio. kr.', 0],
    ['Ordningen koster 2,0 mio. kr. i 2026 og 3,0 mio. kr. i 2027, i alt 5,5 mio. kr.', 1],
    ['Ordningen koster 2,0 mio. kr. i 2026, 3,0 mio. kr. i 2027 og 1,0 mio. kr. i 2028, dvs. i alt 7,0 mio. kr. i 2026-2028.', 1],
    ['Ordningen koster 2,0 mio. kr. i 2026, 3,0 mio. kr. i 2027 og i alt 9,0 mio. kr. i 2026-2029.', 0],
    ['Ordningen koster 2,0 mio. kr. i 2026 og 3,0 mio. kr. årligt i 2027-2028, i alt 8,0 mio. kr.', 0],
    ['Den koster 1,0 mio. kr. i 2026 og 2,0 mio. kr. i 2027, i alt 3,0 mio. kr., og vagten 4,0 mio. kr. i 2028 og 5,0 mio. kr. i 2029, i alt 9,0 mio. kr.', 0],
  ])('%s', async (sentence, count) => {
    expect(await found(sentence)).toHaveLength(count);
  });
});
