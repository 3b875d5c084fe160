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
  const checks = reconcile(buildAgreement(text));
  return { causes: findCauses(checks), checks };
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
    ['a total that was not updated, with the amount that the text still states', ['| = I alt | 7,5 | 7,0 | 8,0 | 22,5 |', '| Løn | 2,0 | 3,0 | 4,0 | 9,0 |', '| Drift | 4,0 | 4,0 | 4,0 | 12,0 |'], '21,0', ['figure, I alt total: 22.5 -> 21, I alt 2026: 7.5 -> 6, explains 4']],
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
    const causes = findCauses(reconcile(extractAgreement(lines.value)));
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
