import { compareWithImport, type ImportedCell } from '../src/core/reconciliation/worksheet/edited-after-import';
import { placeAt, placeKey } from '../src/core/reconciliation/checking/check-building';
import { reconcile } from '../src/core/reconciliation/engine';
import { findCauses } from '../src/core/reconciliation/causes/find-causes';
import { type CheckedColumn } from '../src/core/reconciliation/rule';
import { SUM_RULES } from '../src/core/reconciliation/registry';
import { type Agreement } from '../src/core/budget/agreement';
import { amountOf, amountToNumber } from '../src/core/money/amount';
import { buildAgreement } from '../tests/support/agreement-builder';
import { type PaperFormat } from '../tests/support/mixed-papers/paper-files';
import { measureFileErrors } from './bench-file-errors';

/**
 * Error-seeding benchmark: `npm run bench:errors [documents] [seed]`.
 * Correct random agreements, half with exact figures and half rounded figure by figure, get one seeded error each, half of them in the document
 * itself and half when its figures are copied. Printed: what a naive exact-sum checker, the sums, the sums with tie-outs, and those with
 * the comparison to the source find; how many causes each is told as and how often the first names the figure that was changed; what they find wrongly; and whether every error above the provable bound is found.
 * Then mixed papers with one slip each are read from files, and checked alone.
 */

/** How many causes one seeded error may be told as on average. */
const CAUSES_EACH = 1.02;

/** The formats through which errors are looked for, a file for so many seeded errors of the model. */
const FILE_FORMATS: readonly PaperFormat[] = ['aligned text', 'Word', 'PDF by Chromium', 'PDF by LibreOffice'];
const FILES_PER = 20;

interface SpecRow {
  label: string;
  /** Printed figures in tenths: years, then the total. */
  figures: number[];
}

interface SpecInitiative {
  title: string;
  group: number;
  caption: string;
  own: SpecRow;
  components: SpecRow[];
  statedTotal: number;
  from: number;
  to: number;
}

interface Spec {
  isOverview: boolean;
  initiatives: SpecInitiative[];
  totals: { label: string; group: number | null; figures: number[] }[];
}

const YEARS = [2026, 2027, 2028, 2029];
const GROUPS = ['Socialministeriet', 'Sundhedsministeriet', 'Beskæftigelsesministeriet'];
const WORDS = ['Rådgivning', 'Fritidsliv', 'Hjemløshed', 'Demens', 'Botilbud', 'Tegnsprog', 'Natcaféer', 'Tilskudsmedicin', 'Væresteder', 'Sorggrupper', 'Ledsagelse', 'Retssikkerhed', 'Adoption', 'Hovedpine', 'Krisecentre', 'Veteraner', 'Misbrug', 'Autisme', 'Ensomhed', 'Psoriasis'];
const PLACES = ['Aalborg', 'Aarhus', 'Odense', 'Esbjerg', 'Randers', 'Kolding', 'Horsens', 'Vejle', 'Roskilde', 'Herning', 'Silkeborg', 'Næstved'];

/** Seeded pseudo-random numbers. Source: mulberry32 by T. Ettinger, public domain. */
class Random {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.whole(0, values.length - 1)];
    if (value === undefined) throw new Error('Nothing to pick from');
    return value;
  }
}

/** A correct agreement. With `isRounded` its true figures are thousandths and every printed figure is rounded on its own. */
function makeSpec(random: Random, isOverview: boolean, isRounded: boolean): Spec {
  const print = (thousandths: number): number => Math.round(thousandths / 100);
  const initiatives: SpecInitiative[] = [];
  const truths: number[][] = [];
  const count = random.whole(6, 14);
  const used = new Set<string>();
  while (initiatives.length < count) {
    const title = `${random.pick(WORDS)} i ${random.pick(PLACES)}`;
    if (used.has(title)) continue;
    used.add(title);
    const first = random.whole(0, 2);
    const last = random.whole(Math.max(first, 1), 3);
    const rows = Array.from({ length: isOverview ? 1 : random.whole(1, 5) }, () => YEARS.map((_year, index) => (index < first || index > last ? 0 : random.whole(3, 250) * 100 + (isRounded ? random.whole(0, 99) : 0))));
    const sums = YEARS.map((_year, index) => rows.reduce((sum, row) => sum + (row[index] ?? 0), 0));
    const printRow = (years: readonly number[]): number[] => [...years.map(print), print(years.reduce((a, b) => a + b, 0))];
    const own = { label: 'I alt', figures: printRow(sums) };
    initiatives.push({
      title,
      group: Math.floor((initiatives.length * GROUPS.length) / count),
      caption: title,
      own,
      components: isOverview ? [] : rows.map((row, index) => ({ label: `Delindsats ${index + 1}`, figures: printRow(row) })),
      statedTotal: own.figures[YEARS.length] ?? 0,
      from: YEARS[first] ?? 0,
      to: YEARS[last] ?? 0,
    });
    truths.push(sums);
  }
  return { isOverview, initiatives, totals: isOverview ? makeTotals(initiatives, truths, print) : [] };
}

function makeTotals(initiatives: readonly SpecInitiative[], truths: readonly number[][], print: (value: number) => number): Spec['totals'] {
  const sumOf = (group: number | null): number[] => {
    const years = YEARS.map((_year, index) => truths.reduce((sum, row, position) => (group === null || initiatives[position]?.group === group ? sum + (row[index] ?? 0) : sum), 0));
    return [...years.map(print), print(years.reduce((a, b) => a + b, 0))];
  };
  return [{ label: 'I alt', group: null, figures: sumOf(null) }, ...GROUPS.map((label, group) => ({ label: `${label} i alt`, group, figures: sumOf(group) }))];
}

function render(spec: Spec): Agreement {
  const cells = (figures: readonly number[]): string => figures.map((figure) => (figure === 0 ? '-' : decimal(figure))).join(' | ');
  const head = `| år | ${YEARS.join(' | ')} | I alt |`;
  const lines = [head];
  spec.initiatives.forEach((initiative, index) => {
    lines.push(`group ${GROUPS[initiative.group] ?? ''}`, `#${spec.isOverview ? index + 1 : ''} ${initiative.title}`);
    lines.push(spec.isOverview ? `section ${initiative.title}` : `caption ${initiative.caption}`);
    lines.push(`lead ${decimal(initiative.statedTotal)} mio. kr. ${initiative.from}-${initiative.to}`);
    if (!spec.isOverview) lines.push(`economy ${decimal(initiative.statedTotal)} mio. kr.`);
    lines.push(head, `| = ${initiative.own.label} | ${cells(initiative.own.figures)} |`, ...initiative.components.map((row) => `| ${row.label} | ${cells(row.figures)} |`));
  });
  if (spec.totals.length > 0) lines.push('totals', ...spec.totals.map((total) => `| = ${total.label}${total.group === null ? '' : ` @ ${GROUPS[total.group] ?? ''}`} | ${cells(total.figures)} |`));
  return buildAgreement(lines.join('\n'));
}

function decimal(tenths: number): string {
  const size = Math.abs(tenths);
  return `${tenths < 0 ? '-' : ''}${Math.floor(size / 10)},${size % 10}`;
}

/** What a seeded error did. Units: `above` says whether it is larger than any sum over it can hide: (n + 1) units. */
interface Seeded {
  readonly initiative: number;
  readonly isAbove: boolean;
  readonly isText: boolean;
  /** The figure that was changed, where it is one: a part's, or the initiative's own without one. */
  readonly cell?: { readonly component: number | null; readonly column: CheckedColumn };
}

type Seeder = (spec: Spec, random: Random) => Seeded | null;

const SEEDERS: Readonly<Record<string, Seeder>> = {
  'transposed digits': (spec, random) => changeCell(spec, random, (figure) => transposed(figure, random)),
  'one digit wrong': (spec, random) => changeCell(spec, random, (figure) => oneDigit(figure, random)),
  'off by 0.1 to 0.2': (spec, random) => changeCell(spec, random, (figure) => figure + random.pick([-2, -1, 1, 2])),
  'sign turned': (spec, random) => changeCell(spec, random, (figure) => -figure),
  'unit slip': (spec, random) => changeCell(spec, random, (figure) => figure * 1000),
  'wrong total': (spec, random) => changeCell(spec, random, (figure) => figure + random.pick([-1, 1]) * random.whole(1, 60), 'total'),
  'row dropped': (spec, random) => {
    const index = initiativeWith(spec, random, spec.isOverview ? 0 : 2);
    const initiative = spec.initiatives[index];
    if (initiative === undefined) return null;
    if (spec.isOverview) {
      spec.initiatives.splice(index, 1);
      return { initiative: index, isAbove: isAboveAnySum(initiative.own.figures, spec.initiatives.length), isText: false };
    }
    const [gone] = initiative.components.splice(random.whole(0, initiative.components.length - 1), 1);
    return { initiative: index, isAbove: isAboveAnySum(gone?.figures ?? [], initiative.components.length + 1), isText: false };
  },
  'row twice': (spec, random) => {
    const index = initiativeWith(spec, random, spec.isOverview ? 0 : 1);
    const initiative = spec.initiatives[index];
    if (initiative === undefined) return null;
    if (spec.isOverview) {
      spec.initiatives.splice(index, 0, structuredClone(initiative));
      return { initiative: index, isAbove: true, isText: false };
    }
    const row = random.pick(initiative.components);
    initiative.components.push(structuredClone(row));
    return { initiative: index, isAbove: isAboveAnySum(row.figures, initiative.components.length), isText: false };
  },
  'row shifted a year': (spec, random) => {
    const index = initiativeWith(spec, random, spec.isOverview ? 0 : 1);
    const initiative = spec.initiatives[index];
    if (initiative === undefined) return null;
    const row = spec.isOverview ? initiative.own : random.pick(initiative.components);
    const years = row.figures.slice(0, YEARS.length);
    const moved = years[YEARS.length - 1] === 0 ? [0, ...years.slice(0, -1)] : years[0] === 0 ? [...years.slice(1), 0] : null;
    if (moved === null || moved.every((figure, position) => figure === years[position])) return null;
    row.figures.splice(0, YEARS.length, ...moved);
    const errors = moved.map((figure, position) => figure - (years[position] ?? 0));
    const addends = spec.isOverview ? spec.initiatives.length : initiative.components.length;
    return { initiative: index, isAbove: isAboveAnySum(errors, addends), isText: false };
  },
  'wrong amount in the text': (spec, random) => {
    const index = initiativeWith(spec, random, 0);
    const initiative = spec.initiatives[index];
    if (initiative === undefined) return null;
    initiative.statedTotal += random.pick([-1, 1]) * random.whole(1, 30);
    return { initiative: index, isAbove: true, isText: true };
  },
  'copied label or caption': (spec, random) => {
    if (spec.isOverview) return null;
    const index = initiativeWith(spec, random, 1);
    const initiative = spec.initiatives[index];
    const other = spec.initiatives[(index + 1) % spec.initiatives.length];
    if (initiative === undefined || other === undefined || sharesWord(initiative.title, other.title)) return null;
    if (random.next() < 0.5) initiative.caption = other.title;
    else random.pick(initiative.components).label = other.title;
    return { initiative: index, isAbove: true, isText: true };
  },
  'period slip': (spec, random) => {
    const index = initiativeWith(spec, random, 0);
    const initiative = spec.initiatives[index];
    if (initiative === undefined) return null;
    if (initiative.to < 2029) initiative.to += 1;
    else if (initiative.from > 2026) initiative.from -= 1;
    else initiative.to -= 1;
    return { initiative: index, isAbove: true, isText: true };
  },
};

function initiativeWith(spec: Spec, random: Random, components: number): number {
  const fitting = spec.initiatives.flatMap((initiative, index) => (initiative.components.length >= components ? [index] : []));
  return fitting.length === 0 ? -1 : random.pick(fitting);
}

/** Changes one figure: of a component, of an initiative's own row, or its total. */
function changeCell(spec: Spec, random: Random, change: (figure: number) => number, which: 'any' | 'total' = 'any'): Seeded | null {
  const index = initiativeWith(spec, random, 0);
  const initiative = spec.initiatives[index];
  if (initiative === undefined) return null;
  const row = random.pick([initiative.own, ...initiative.components]);
  const filled = row.figures.flatMap((figure, column) => (figure !== 0 && (which === 'any' || column === YEARS.length) ? [column] : []));
  if (filled.length === 0) return null;
  const column = random.pick(filled);
  const before = row.figures[column] ?? 0;
  const after = change(before);
  if (after === before) return null;
  row.figures[column] = after;
  const across = row.figures.slice(0, YEARS.length).filter((figure) => figure !== 0).length;
  const component = initiative.components.indexOf(row);
  const cell = { component: component < 0 ? null : component, column: YEARS[column] ?? ('total' as const) };
  return { initiative: index, isAbove: Math.abs(after - before) > across + 1, isText: false, cell };
}

/** Whether a row's figures are larger than the sums of so many addends can hide, in at least one column. */
function isAboveAnySum(figures: readonly number[], addends: number): boolean {
  return figures.some((figure) => Math.abs(figure) > addends + 1);
}

function transposed(figure: number, random: Random): number {
  const digits = String(Math.abs(figure)).split('');
  const places = digits.flatMap((digit, index) => (index > 0 && digit !== digits[index - 1] ? [index] : []));
  if (places.length === 0) return figure;
  const place = random.pick(places);
  const [left, right] = [digits[place - 1] ?? '0', digits[place] ?? '0'];
  digits[place - 1] = right;
  digits[place] = left;
  return Number(digits.join(''));
}

function oneDigit(figure: number, random: Random): number {
  const digits = String(Math.abs(figure)).split('');
  const place = random.whole(0, digits.length - 1);
  digits[place] = String((Number(digits[place]) + random.whole(1, 9)) % 10);
  return Number(digits.join(''));
}

function sharesWord(a: string, b: string): boolean {
  return a.split(' ').some((word) => word.length > 3 && b.split(' ').includes(word));
}

/** Whether the copy differs from the document that it was copied from: cell by cell, and in its labels, periods and number of rows. */
function differsFromSource(source: Agreement, copy: Agreement): boolean {
  const cells = source.initiatives.flatMap((initiative, index) => {
    const twin = copy.initiatives[index];
    const rows = [initiative.total, ...initiative.components];
    const copies = [twin?.total ?? null, ...(twin?.components ?? [])];
    return rows.flatMap((row, position) =>
      (row?.cells ?? []).map((cell, column): ImportedCell => {
        const now = copies[position]?.cells[column];
        const value = now?.kind === 'amount' ? amountToNumber(now.amount) : null;
        return {
          place: placeAt({ initiative: index }),
          initiative: initiative.title,
          label: row?.label ?? null,
          content: { kind: 'figure', amount: cell.kind === 'amount' ? amountOf(cell.amount.coefficient, cell.amount.decimals, cell.amount.unit) : null },
          actual: now === undefined ? null : { value, formula: null },
        };
      }),
    );
  });
  const hasOtherRows = copy.initiatives.length !== source.initiatives.length || copy.initiatives.some((initiative, index) => initiative.components.length !== source.initiatives[index]?.components.length);
  const hasOtherTexts = source.initiatives.some((initiative, index) => !isSameText(initiative, copy.initiatives[index]));
  return hasOtherRows || hasOtherTexts || compareWithImport(cells).some((check) => check.outcome === 'differs');
}

function isSameText(a: Agreement['initiatives'][number], b: Agreement['initiatives'][number] | undefined): boolean {
  const textOf = (initiative: Agreement['initiatives'][number] | undefined): string =>
    JSON.stringify([initiative?.title, initiative?.caption?.text, initiative?.components.map((row) => row.label), initiative?.lead?.from, initiative?.lead?.to, initiative?.stated.map((stated) => stated.amount.coefficient)]);
  return textOf(a) === textOf(b);
}

/** The naive checker: every sum has to be exact. Shape: the sums that are not. */
function naiveFindings(agreement: Agreement): string[] {
  const context = { agreement, others: [], isExactDocument: false, isAdministration: () => false, isDifference: () => false };
  return SUM_RULES.flatMap((rule) => rule.check(context))
    .filter((check) => check.residual !== null && check.residual.coefficient !== 0)
    .map((check) => [check.rule, placeKey(check.place), check.residual?.coefficient].join('|'));
}

const SUM_IDS = new Set(SUM_RULES.map((rule) => rule.id));

interface Tally {
  seeded: number;
  naive: number;
  sums: number;
  ties: number;
  all: number;
  above: number;
  aboveFound: number;
  /** Differences that were found; the causes named for them, and how often the first of them is the changed figure, of how many figures. */
  causes: number;
  explained: number;
  figures: number;
  firstRight: number;
  findings: number;
  wrong: number;
  naiveFindings: number;
  naiveWrong: number;
}

async function main(): Promise<void> {
  const perKind = Number(process.argv[2] ?? 200);
  const seed = Number(process.argv[3] ?? 20260101);
  const random = new Random(seed);
  const clean = { documents: 0, naive: 0, errors: 0, warnings: 0 };
  for (let index = 0; index < perKind * 2; index += 1) {
    const agreement = render(makeSpec(random, index % 2 === 0, index % 4 < 2));
    const found = reconcile(agreement).filter((check) => check.outcome === 'differs');
    clean.documents += 1;
    if (naiveFindings(agreement).length > 0) clean.naive += 1;
    if (found.some((check) => check.severity === 'error')) clean.errors += 1;
    if (found.length > 0) clean.warnings += 1;
  }
  process.stdout.write(`Clean documents ${clean.documents} (seed ${seed}): alarms of the naive checker ${percent(clean.naive, clean.documents)}, error verdicts ${clean.errors}, warnings on ${clean.warnings}\n\n`);
  const total: Tally = emptyTally();
  const lines = [['seeded error', 'n', 'naive', 'sums', '+ tie-outs', '+ source', 'above bound', 'causes each', 'first right', 'precision', 'naive precision']];
  for (const [kind, seeder] of Object.entries(SEEDERS)) {
    const tally = emptyTally();
    for (let attempt = 0; tally.seeded < perKind && attempt < perKind * 20; attempt += 1) seedOne(seeder, random, attempt, tally);
    lines.push(lineOf(kind, tally));
    for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += tally[key];
  }
  lines.push(lineOf('all', total));
  const widths = lines[0]?.map((_cell, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  for (const line of lines) process.stdout.write(`${line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}\n`);
  const isTold = total.causes <= CAUSES_EACH * total.explained && total.firstRight >= 0.95 * total.figures;
  const isMet = clean.errors === 0 && total.above === total.aboveFound && total.all >= 0.95 * total.seeded && isTold;
  process.stdout.write(`\nGoals: every error above the provable bound, at least 95 % of all, no error verdict on a clean document, one cause for each, the first right in 95 %: ${isMet ? 'met' : 'NOT met'}\n`);
  let isMetByFiles = true;
  for (const format of FILE_FORMATS) isMetByFiles = (await measureFileErrors(format, Math.ceil(perKind / FILES_PER))) && isMetByFiles;
  process.exitCode = isMet && isMetByFiles ? 0 : 1;
}

function seedOne(seeder: Seeder, random: Random, attempt: number, tally: Tally): void {
  const original = makeSpec(random, attempt % 2 === 0, attempt % 4 < 2);
  const spoiled = structuredClone(original);
  const seeded = seeder(spoiled, random);
  if (seeded === null) return;
  const copy = render(spoiled);
  const isCopyingError = attempt % 8 < 4;
  const found = reconcile(copy).filter((check) => check.outcome === 'differs');
  const source = render(original);
  const bySource = isCopyingError && differsFromSource(source, copy);
  const bySums = found.some((check) => SUM_IDS.has(check.rule));
  tally.seeded += 1;
  const usual = new Set(naiveFindings(source));
  const naive = naiveFindings(copy);
  const telling = naive.filter((finding) => !usual.has(finding));
  if (telling.length > 0) tally.naive += 1;
  tally.naiveFindings += naive.length;
  tally.naiveWrong += naive.length - telling.length;
  if (bySums) tally.sums += 1;
  if (found.length > 0) tally.ties += 1;
  if (found.length > 0 || bySource) tally.all += 1;
  if (seeded.isAbove) {
    tally.above += 1;
    if (found.length > 0) tally.aboveFound += 1;
  }
  countCauses(copy, seeded, tally);
  tally.findings += found.length;
  tally.wrong += found.filter((check) => check.place.initiative !== null && Math.abs(check.place.initiative - seeded.initiative) > 1).length;
}

/** Which causes a seeded error is told as, the paper alone. */
function countCauses(copy: Agreement, { initiative, cell }: Seeded, tally: Tally): void {
  const causes = findCauses(reconcile(copy), copy);
  const [first] = causes;
  if (first === undefined) return;
  tally.explained += 1;
  tally.causes += causes.length;
  if (cell === undefined) return;
  tally.figures += 1;
  if (first.corrections.some(({ place }) => place.initiative === initiative && place.component === cell.component && place.column === cell.column)) tally.firstRight += 1;
}

function emptyTally(): Tally {
  return { seeded: 0, naive: 0, sums: 0, ties: 0, all: 0, above: 0, aboveFound: 0, causes: 0, explained: 0, figures: 0, firstRight: 0, findings: 0, wrong: 0, naiveFindings: 0, naiveWrong: 0 };
}

function lineOf(kind: string, tally: Tally): string[] {
  const { seeded } = tally;
  return [kind, String(seeded), percent(tally.naive, seeded), percent(tally.sums, seeded), percent(tally.ties, seeded), percent(tally.all, seeded), `${tally.aboveFound}/${tally.above}`, tally.explained === 0 ? '-' : (tally.causes / tally.explained).toFixed(2), percent(tally.firstRight, tally.figures), percent(tally.findings - tally.wrong, tally.findings), percent(tally.naiveFindings - tally.naiveWrong, tally.naiveFindings)];
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

await main();
