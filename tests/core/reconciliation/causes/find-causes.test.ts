import { type Cause } from '../../../../src/core/reconciliation/causes/cause';
import { findCauses } from '../../../../src/core/reconciliation/causes/find-causes';
import { reconcile } from '../../../../src/core/reconciliation/engine';
import { type Check } from '../../../../src/core/reconciliation/rule';
import { amountToNumber } from '../../../../src/core/money/amount';
import { extractAgreement } from '../../../../src/core/extraction/extract-agreement';
import { readDocument } from '../../../../src/readers/read-document';
import { drawPaper } from '../../../support/mixed-papers/draw-paper';
import { makePaperFiles } from '../../../support/mixed-papers/paper-files';
import { PAPER_KINDS } from '../../../support/mixed-papers/paper-kinds';
import { ERROR_SEEDERS } from '../../../support/mixed-papers/seed-error';
import { buildAgreement } from '../../../support/agreement-builder';
import { createRandom } from '../../../support/document-generator';

function causesOf(text: string): { causes: Cause[]; checks: Check[] } {
  const agreement = buildAgreement(text);
  const checks = reconcile(agreement);
  return { causes: findCauses(checks, agreement), checks };
}

/** A cause in one line: what it would change, and how many checks it explains. */
function spell({ kind, corrections, checks }: Cause): string {
  const figures = corrections.map(({ label, place, printed, corrected }) => `${label ?? ''} ${place.column ?? 'text'}: ${amountToNumber(printed)} -> ${amountToNumber(corrected)}`);
  return [kind, ...figures, `explains ${checks.length}`].join(', ');
}

const HEAD = '| år | 2026 | 2027 | 2028 | I alt |';
/** Two rows that foot both ways, and a lead that states the total. */
const sheet = (rows: readonly string[], lead = '21,0'): string => ['# Havnefyret', `lead ${lead} mio. kr. 2026-2028`, `economy ${lead} mio. kr.`, HEAD, ...rows].join('\n');

describe('one slip is one cause', () => {
  it.each([
    ['a figure where row and column meet', ['| = I alt | 6,0 | 7,0 | 8,0 | 21,0 |', '| Løn | 2,0 | 7,3 | 4,0 | 9,0 |', '| Drift | 4,0 | 4,0 | 4,0 | 12,0 |'], '21,0', ['figure, Løn 2027: 7.3 -> 3, explains 2']],
    ["a row's total", ['| = I alt | 6,0 | 7,0 | 8,0 | 21,0 |', '| Løn | 2,0 | 3,0 | 4,0 | 9,9 |', '| Drift | 4,0 | 4,0 | 4,0 | 12,0 |'], '21,0', ['figure, Løn total: 9.9 -> 9, explains 2']],
    ['a total that was not updated, with the amount that the text still states', ['| = I alt | 7,5 | 7,0 | 8,0 | 22,5 |', '| Løn | 2,0 | 3,0 | 4,0 | 9,0 |', '| Drift | 4,0 | 4,0 | 4,0 | 12,0 |'], '21,0', ['figure, I alt 2026: 7.5 -> 6, I alt total: 22.5 -> 21, explains 4']],
    ['a row printed twice', ['| = I alt | 6,0 | 7,0 | 8,0 | 21,0 |', '| Løn | 2,0 | 3,0 | 4,0 | 9,0 |', '| Drift | 4,0 | 4,0 | 4,0 | 12,0 |', '| Løn | 2,0 | 3,0 | 4,0 | 9,0 |'], '21,0', ['row, explains 4']],
  ])('%s', (_name, rows, lead, expected) => {
    const { causes, checks } = causesOf(sheet(rows, lead));
    expect(causes.filter(({ severity }) => severity === 'error').map(spell)).toEqual(expected);
    expect(causes.flatMap((cause) => cause.checks).sort()).toEqual(checks.flatMap((check, index) => (check.outcome === 'differs' ? [index] : [])).sort());
  });

  it('names the known slip and what follows', () => {
    const { causes } = causesOf(sheet(['| = I alt | 6,0 | 7,0 | 8,0 | 21,0 |', '| Løn | 2,0 | 30,0 | 4,0 | 9,0 |', '| Drift | 4,0 | 4,0 | 4,0 | 12,0 |']));
    expect(causes[0]?.message.da).toBe('Er 30,0 i virkeligheden 3,0 (Løn, 2027)? Så forsvinder 2 afvigelser. Måske er kommaet flyttet.');
  });
});

/** An overview of three initiatives under one ministry, each with its section; the figures are rounded one by one. */
const overview = (rows: readonly [string, string, string][], totals: string): string =>
  ['layout agreement-with-overview', 'group Socialministeriet', ...rows.flatMap(([title, lead, figures], index) => [`#${index + 1} ${title}`, `section ${title}`, `lead ${lead}`, HEAD, `| = I alt | ${figures} |`]), 'totals', HEAD, `| = I alt | ${totals} |`, `| = Socialministeriet i alt @ Socialministeriet | ${totals} |`].join('\n');

const FYRET: [string, string, string] = ['Havnefyret', '5,0 mio. kr. 2026-2027', '2,0 | 3,0 | - | 5,0'];
const LYGTEN: [string, string, string] = ['Lygten', '7,2 mio. kr. 2026-2028', '1,1 | 2,0 | 4,1 | 7,2'];
const BROHOLM: [string, string, string] = ['Broholm', '4,0 mio. kr. 2027-2028', '- | 1,5 | 2,5 | 4,0'];
const TOTALS = '3,1 | 6,5 | 6,6 | 16,2';

describe('a slip of a whole row is one cause with all that follows from it', () => {
  it.each([
    ['a row shifted a year, with the period that no longer fits', [FYRET, LYGTEN, [BROHOLM[0], BROHOLM[1], '1,5 | 2,5 | - | 4,0']], TOTALS, 'row, I alt 2026: 1.5 -> 0, I alt 2027: 2.5 -> 1.5, I alt 2028: 0 -> 2.5, explains 4', 'Er rækken »Broholm« rykket et år? Den skulle være: 2026: 1,5 → 0; 2027: 2,5 → 1,5; 2028: 0 → 2,5. Så forsvinder 4 afvigelser.'],
    ['an initiative that stands three times', [FYRET, LYGTEN, LYGTEN, LYGTEN, BROHOLM], TOTALS, 'row, explains 6', 'Står rækken »Lygten« 3 gange? Lad kun den ene stå. Så forsvinder 6 afvigelser.'],
    ['two years interchanged', [FYRET, [LYGTEN[0], LYGTEN[1], '2,0 | 1,1 | 4,1 | 7,2'], BROHOLM], TOTALS, 'row, I alt 2026: 2 -> 1.1, I alt 2027: 1.1 -> 2, explains 2', 'Er to år byttet om i rækken »Lygten«? Den skulle være: 2026: 2,0 → 1,1; 2027: 1,1 → 2,0. Så forsvinder 2 afvigelser.'],
    ['an initiative that stands twice, with its name', [FYRET, LYGTEN, LYGTEN, BROHOLM], TOTALS, 'row, explains 5', 'Står rækken »Lygten« to gange? Tag den ene ud. Så forsvinder 5 afvigelser.'],
    ['a row copied from the one before it', [FYRET, LYGTEN, [BROHOLM[0], BROHOLM[1], LYGTEN[2]]], TOTALS, 'row, I alt 2026: 1.1 -> 0, I alt 2027: 2 -> 1.5, I alt 2028: 4.1 -> 2.5, I alt total: 7.2 -> 4, explains 6', 'Er rækken »Broholm« kopieret fra den foregående? Summerne passer, hvis den er: 2026: 1,1 → 0; 2027: 2,0 → 1,5; 2028: 4,1 → 2,5; i alt: 7,2 → 4,0. Så forsvinder 6 afvigelser.'],
  ] as [string, [string, string, string][], string, string, string][])('%s', (_name, rows, totals, expected, message) => {
    const { causes } = causesOf(overview(rows, totals));
    expect(causes.map(spell)).toEqual([expected]);
    expect(causes[0]?.message.da).toBe(message);
  });

  it('a row that is missing where a grand total bears out the figures', () => {
    const [cause, ...others] = causesOf(overview([FYRET, BROHOLM], TOTALS)).causes;
    expect(others).toEqual([]);
    expect([cause?.kind, cause?.isCertain, cause?.message.da]).toEqual(['row', true, 'Mangler der en række i »Socialministeriet i alt«? Den skulle være: 2026: 1,1; 2027: 2,0; 2028: 4,1; i alt: 7,2. Så forsvinder 4 afvigelser.']);
  });

  it('a row that is missing, or totals that were not updated: both are said where nothing tells them apart', () => {
    const [cause, ...others] = causesOf(overview([FYRET, BROHOLM], TOTALS).replace(/\n\| = I alt \|[^\n]*(?=\n\| = Social)/, '')).causes;
    expect(others).toEqual([]);
    expect(cause).toMatchObject({ kind: 'row', isCertain: false });
    expect(cause?.message.da).toMatch(/^Mangler der en række i »Socialministeriet i alt«\? Den skulle være: 2026: 1,1; 2027: 2,0; 2028: 4,1; i alt: 7,2\. Så forsvinder 4 afvigelser\. Lige så muligt: /);
    expect(cause?.message.en).toMatch(/^Is a row missing from “Socialministeriet i alt”\? It should be: 2026: 1\.1; /);
  });

  it('a group total that was not updated, the grand total with it', () => {
    const totals = ['totals', HEAD, '| = I alt | 3,1 | 6,5 | 6,6 | 16,2 |', '| = Socialministeriet i alt @ Socialministeriet | 3,0 | 6,0 | 6,0 | 15,0 |'].join('\n');
    const text = overview([FYRET, LYGTEN, BROHOLM], TOTALS);
    const [cause, ...others] = causesOf(`${text.slice(0, text.indexOf('totals'))}${totals}`).causes;
    expect(others).toEqual([]);
    expect(cause?.message.da).toBe('Er rækken »Socialministeriet i alt« ikke opdateret? Den skulle være: 2026: 3,0 → 3,1; 2027: 6,0 → 6,5; 2028: 6,0 → 6,6; i alt: 15,0 → 16,2. Så forsvinder 7 afvigelser.');
  });

  it('is found though rounding keeps the sums from being exact', () => {
    const rows: [string, string, string][] = [FYRET, ['Lygten', '7,2 mio. kr. 2026-2028', '1,1 | 2,0 | 4,1 | 7,2'], ['Broholm', '4,0 mio. kr. 2027-2028', '1,5 | 2,5 | - | 4,0']];
    const { causes } = causesOf(`rounding-note\n${overview(rows, '3,2 | 6,6 | 6,6 | 16,3')}`);
    expect(causes.map(({ kind, corrections }) => [kind, corrections.map(({ corrected }) => amountToNumber(corrected))])).toEqual([['row', [0, 1.5, 2.5]]]);
  });
});

describe('an amount that the text repeats', () => {
  it('is one figure: wrong in both places, it is one cause', () => {
    const { causes } = causesOf(sheet(['| = I alt | 6,0 | 7,0 | 8,0 | 21,0 |', '| Løn | 2,0 | 3,0 | 4,0 | 9,0 |', '| Drift | 4,0 | 4,0 | 4,0 | 12,0 |'], '24,0'));
    expect(causes.map(({ message, checks }) => [message.da, checks.length])).toEqual([['Er 24,0 i virkeligheden 21,0 (Havnefyret, teksten)? Så forsvinder 2 afvigelser.', 2]]);
  });
});

describe('two wrong figures of one column', () => {
  it('are two causes, and each check stands under one of them', () => {
    const { causes, checks } = causesOf(sheet(['| = I alt | 12,0 | 14,0 | 16,0 | 42,0 |', '| Løn | 2,0 | 8,3 | 4,0 | 9,0 |', '| Drift | 4,0 | 8,8 | 4,0 | 12,0 |', '| Tilsyn | 6,0 | 7,0 | 8,0 | 21,0 |'], '42,0'));
    expect(causes.map(({ corrections }) => corrections.map(({ label, corrected }) => [label, amountToNumber(corrected)]))).toEqual([[['Løn', 3]], [['Drift', 4]]]);
    expect(causes.flatMap((cause) => cause.checks).sort()).toEqual(checks.flatMap((check, index) => (check.outcome === 'differs' ? [index] : [])).sort());
  });
});

describe('several slips', () => {
  it('are told apart in one table', () => {
    const rows = ['| = I alt | 12,0 | 14,0 | 16,0 | 42,0 |', '| Løn | 2,0 | 8,3 | 4,0 | 9,0 |', '| Drift | 4,0 | 4,0 | 7,7 | 12,0 |', '| Tilsyn | 6,9 | 7,0 | 8,0 | 21,0 |'];
    const { causes } = causesOf(sheet(rows, '42,0'));
    expect(causes.map(spell)).toEqual(expect.arrayContaining(['figure, Løn 2027: 8.3 -> 3, explains 2', 'figure, Drift 2028: 7.7 -> 4, explains 2', 'figure, Tilsyn 2026: 6.9 -> 6, explains 2']));
    expect(causes).toHaveLength(3);
  });

  it('that explain as much with as few figures are all named, and none is called certain', () => {
    const [cause] = causesOf('# Havnefyret\n| år | 2026 | 2027 | I alt |\n| = I alt | 2,0 | 3,0 | 6,0 |').causes;
    expect(cause?.isCertain).toBe(false);
    expect([cause?.corrections, ...(cause?.alternatives ?? [])].map((one) => one?.map(({ corrected }) => amountToNumber(corrected)))).toEqual(expect.arrayContaining([[5], [3], [4]]));
    expect(cause?.message.en).toContain('Just as possible');
  });
});

/** A table of 40 rows and 7 years whose figures add up, with some of them raised. Shape: `raised` by row from 1 and column from 0, the total last. */
function largeTable(raised: readonly (readonly [number, number, number])[]): string {
  const random = createRandom(11);
  const rows = Array.from({ length: 40 }, () => Array.from({ length: 7 }, () => 10 + Math.floor(random() * 400)));
  const printed = [rows[0]?.map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0)) ?? [], ...rows].map((row) => [...row, row.reduce((sum, figure) => sum + figure, 0)]);
  for (const [row, column, off] of raised) (printed[row] as number[])[column] = (printed[row]?.[column] ?? 0) + off;
  const line = (label: string, figures: readonly number[]): string => `| ${label} | ${figures.map((figure) => (figure / 10).toFixed(1).replace('.', ',')).join(' | ')} |`;
  return ['# Havnefyret', '| år | 2026 | 2027 | 2028 | 2029 | 2030 | 2031 | 2032 | I alt |', ...printed.map((figures, index) => line(index === 0 ? '= I alt' : `Post ${index}`, figures))].join('\n');
}

describe('many slips in one table', () => {
  it('are each found at their place: seven where row and column meet', () => {
    const raised = Array.from({ length: 7 }, (_, slip) => [3 + 5 * slip, slip, 71 + 17 * slip] as const);
    const { causes } = causesOf(largeTable(raised));
    expect(causes.map(({ corrections }) => corrections.map(({ label, place }) => `${label} ${place.column}`).join())).toEqual(raised.map(([row, column]) => `Post ${row} ${2026 + column}`));
  });

  it('that are too many to tell apart are one finding for what hangs together, which says that the search stopped, and at which limit', () => {
    const { causes, checks } = causesOf(largeTable(Array.from({ length: 14 }, (_, slip) => [2 + 2 * slip, slip % 4, 71 + 13 * slip] as const)));
    expect(causes.flatMap((cause) => cause.checks).sort((a, b) => a - b)).toEqual(checks.flatMap((check, index) => (check.outcome === 'differs' ? [index] : [])));
    const unexplained = causes.filter(({ kind }) => kind === 'other');
    expect(unexplained.map(({ isCertain, message }) => [isCertain, message.da, message.en])).toEqual([
      [
        false,
        `${unexplained[0]?.checks.length} kontroller, der deler tal, afviger. Søgningen efter årsagen er stoppet uden svar: der søges efter højst 6 forkerte tal, der hænger sammen, og blandt højst 4.000 sæt af tal.`,
        `${unexplained[0]?.checks.length} checks that share figures differ. The search for the cause stopped without an answer: it looks for at most 6 wrong figures that hang together, among at most 4,000 sets of figures.`,
      ],
    ]);
    expect(unexplained[0]?.checks.length).toBeGreaterThan(6);
  });

  it('a total row that was not updated in one year is one cause beside another slip of its own row', () => {
    const { causes } = causesOf('# Havnefyret\nlead 42,0 mio. kr. 2026-2028\n| år | 2026 | 2027 | 2028 | I alt |\n| = I alt | 13,2 | 14,0 | 61,0 | 43,2 |\n| Løn | 6,0 | 7,0 | 8,0 | 21,0 |\n| Drift | 6,0 | 7,0 | 8,0 | 21,0 |');
    expect(causes.map(({ corrections }) => corrections.map(({ corrected }) => amountToNumber(corrected)))).toEqual([[12, 42], [16]]);
  });
});

describe('what confirms a figure', () => {
  it('keeps it from being called wrong: the text states the total, so the row is wrong', () => {
    const { causes } = causesOf('# Havnefyret\nlead 6,0 mio. kr. 2026-2027\neconomy 6,0 mio. kr.\n| år | 2026 | 2027 | I alt |\n| = I alt | 2,0 | 3,0 | 6,0 |');
    const changed = causes.flatMap(({ corrections, alternatives }) => [corrections, ...alternatives].flat().map(({ place }) => place.column));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed).not.toContain('total');
  });
});

describe('an overview and a sheet that each add up', () => {
  it('contradict each other: one finding for all its years, and no figure is called wrong', async () => {
    const paper = structuredClone(drawPaper('paper', 4, PAPER_KINDS['overview first']));
    expect(ERROR_SEEDERS['overview against sheet']?.(paper, createRandom(4))).toBe(true);
    const [file] = makePaperFiles([paper], 'aligned text');
    const lines = await readDocument({ name: 'paper.txt', bytes: file?.bytes ?? new Uint8Array() });
    if (!lines.ok) throw new Error(lines.failure.code);
    const agreement = extractAgreement(lines.value);
    const causes = findCauses(reconcile(agreement), agreement);
    expect(causes.map(({ kind, checks, corrections, isCertain }) => [kind, checks.length, corrections, isCertain])).toEqual([['other', 2, [], false]]);
  });
});

describe('checks without arithmetic', () => {
  it('are causes of their own', () => {
    const { causes } = causesOf('# Havnefyret\n| år | 2026 | I alt |\n| = I alt | 2,0 | 2,0 |\n# Lygten\ncaption Havnefyret\n| år | 2026 | I alt |\n| = I alt | 3,0 | 3,0 |');
    expect(causes.filter(({ kind }) => kind === 'other')).not.toEqual([]);
  });

  it('of a document that agrees there are none', () => {
    expect(causesOf(sheet(['| = I alt | 6,0 | 7,0 | 8,0 | 21,0 |', '| Løn | 2,0 | 3,0 | 4,0 | 9,0 |', '| Drift | 4,0 | 4,0 | 4,0 | 12,0 |'])).causes).toEqual([]);
  });
});

describe('seeded slips of one figure', () => {
  it('are found at their place: of 200 tables of up to 60 rows and 8 columns, each with one wrong cell', () => {
    const random = createRandom(7);
    const draw = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
    let named = 0;
    for (let table = 0; table < 200; table += 1) {
      const years = Array.from({ length: draw(2, 7) }, (_, year) => 2026 + year);
      const rows = Array.from({ length: draw(2, table % 20 === 0 ? 60 : 9) }, () => years.map(() => draw(1, 400)));
      const printed = [years.map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0)), ...rows].map((row) => [...row, row.reduce((sum, figure) => sum + figure, 0)]);
      const [row, column, off] = [draw(1, rows.length), draw(0, years.length), draw(years.length + rows.length + 3, 90)];
      const right = printed[row]?.[column] ?? 0;
      (printed[row] as number[])[column] = right + off;
      const line = (label: string, figures: readonly number[]): string => `| ${label} | ${figures.map((figure) => (figure / 10).toFixed(1).replace('.', ',')).join(' | ')} |`;
      const [cause] = causesOf(['# Havnefyret', `| år | ${years.join(' | ')} | I alt |`, ...printed.map((figures, index) => line(index === 0 ? '= I alt' : `Post ${index}`, figures))].join('\n')).causes;
      const [correction] = cause?.corrections ?? [];
      if (correction !== undefined && correction.corrected.coefficient === right && correction.label === `Post ${row}`) named += 1;
    }
    expect(named).toBeGreaterThanOrEqual(190);
  });
});
