import { createRandom } from '../document-generator';
import { decimalsOf, type Figure, type Paper, type PaperAgreement, type PaperInitiative, type PaperOptions, type PaperPool, type PaperRow, type PaperTotal, PLAIN_PAPER } from './paper';
import { WORDS } from './words';

type Random = () => number;

/** A correct paper: every sum foots exactly, overview and sheets agree, leads state the totals. The same seed and options give the same paper. */
export function drawPaper(name: string, seed: number, options: Partial<PaperOptions> = {}): Paper {
  const all = { ...PLAIN_PAPER, ...options };
  const random = createRandom(seed);
  const titles = shuffle(random, WORDS[all.language].titles);
  const agreements = Array.from({ length: all.agreements }, (_, index) => drawAgreement(random, all, index, titles.slice(index * all.initiatives, (index + 1) * all.initiatives)));
  return { name: `${name}-${seed}`, options: all, agreements };
}

/** The sum of figures, column by column; what is not printed counts as nothing. */
export function addFigures(rows: readonly (readonly Figure[])[]): number[] {
  return (rows[0] ?? []).map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
}

function drawAgreement(random: Random, options: PaperOptions, index: number, titles: readonly string[]): PaperAgreement {
  const words = WORDS[options.language];
  const first = 2025 + Math.floor(random() * 3);
  const years = Array.from({ length: 2 + Math.floor(random() * 3) }, (_, year) => first + year);
  const groups = options.isGrouped ? words.groups.slice(0, Math.min(3, Math.max(1, Math.floor(titles.length / 2)))) : [''];
  const initiatives = titles.map((title, position) => drawInitiative(random, options, years, longTitle(random, options, title), groups[Math.floor((position * groups.length) / titles.length)] ?? '', position));
  const financing = options.hasFinancing ? financingOf(words.financing, initiatives) : null;
  return {
    title: words.title(`${first}-${years[years.length - 1]}`, index),
    years,
    unit: options.unit,
    priceLevel: `${first}-pl`,
    groups,
    initiatives,
    totals: options.overview === 'none' ? [] : totalsOf(words, groups, initiatives, financing),
    pools: options.hasPools ? drawPools(words, years, initiatives) : [],
    financing,
    overviewHeader: years.map(String),
  };
}

function longTitle(random: Random, options: PaperOptions, title: string): string {
  const tails: readonly string[] = WORDS[options.language].longTails;
  return options.hasLongTitles && random() < 0.6 ? `${title} ${tails[Math.floor(random() * tails.length)] ?? ''}` : title;
}

function drawInitiative(random: Random, options: PaperOptions, years: readonly number[], title: string, group: string, position: number): PaperInitiative {
  const words = WORDS[options.language];
  const parts = shuffle(random, words.parts).slice(0, 1 + Math.floor(random() * 3));
  const rows = parts.map((label): PaperRow => ({ label, kind: 'component', figures: withTotal(drawYears(random, options, years)) }));
  const total: PaperRow = { label: words.total, kind: 'total', figures: addFigures(rows.map((row) => row.figures)) };
  const hasSheet = options.sheets === 'all' || (options.sheets === 'some' && position % 2 === 0);
  const granted = years.filter((_, year) => (total.figures[year] ?? 0) !== 0);
  return {
    number: options.isNumbered ? String(position + 1) : null,
    title,
    group: group === '' ? [] : [group],
    overview: options.overview === 'none' ? null : { label: title, kind: 'component', figures: [...total.figures] },
    sheet: hasSheet ? [total, ...withParts(options, words.ofWhich, rows)] : null,
    caption: title,
    header: years.map(String),
    lead: { value: total.figures[years.length] ?? 0, from: granted[0] ?? 0, to: granted[granted.length - 1] ?? 0 },
  };
}

/** A part of the first row under it, and a part of that part. */
function withParts(options: PaperOptions, labels: readonly string[], rows: readonly PaperRow[]): PaperRow[] {
  const [first, ...rest] = rows;
  if (!options.hasNestedParts || first === undefined) return [...rows];
  const half = withTotal(first.figures.slice(0, -1).map((figure) => Math.floor((figure ?? 0) / 2)));
  const quarter = withTotal(half.slice(0, -1).map((figure) => Math.floor(figure / 2)));
  return [first, { label: labels[0] ?? '', kind: 'of-which', figures: half }, { label: labels[1] ?? '', kind: 'of-which', figures: quarter }, ...rest];
}

function drawYears(random: Random, options: PaperOptions, years: readonly number[]): number[] {
  const largest = decimalsOf(options.unit) === 0 ? 18_000 : 220;
  const from = Math.floor(random() * 2);
  return years.map((_, index) => (index < from && random() < 0.5 ? 0 : 10 + Math.floor(random() * largest)));
}

function withTotal(figures: readonly number[]): number[] {
  return [...figures, figures.reduce((sum, figure) => sum + figure, 0)];
}

function totalsOf(words: { total: string; groupTotal: (name: string) => string }, groups: readonly string[], initiatives: readonly PaperInitiative[], financing: PaperRow | null): PaperTotal[] {
  const rows = (group: string | null): readonly (readonly Figure[])[] => initiatives.flatMap((one) => (one.overview !== null && (group === null || one.group[0] === group) ? [one.overview.figures] : []));
  const whole: PaperTotal = { label: words.total, group: null, figures: addFigures([...rows(null), ...(financing === null ? [] : [financing.figures])]) };
  return [whole, ...groups.flatMap((group): PaperTotal[] => (group === '' ? [] : [{ label: words.groupTotal(group), group, figures: addFigures(rows(group)) }]))];
}

function financingOf(label: string, initiatives: readonly PaperInitiative[]): PaperRow {
  const whole = addFigures(initiatives.flatMap((one) => (one.overview === null ? [] : [one.overview.figures])));
  return { label, kind: 'component', figures: whole.map((figure) => -figure) };
}

function drawPools(words: { poolTitle: (title: string) => string }, years: readonly number[], initiatives: readonly PaperInitiative[]): PaperPool[] {
  return initiatives.slice(0, 2).flatMap((one) => {
    const year = years.findIndex((_, index) => ((one.overview ?? one.sheet?.[0])?.figures[index] ?? 0) > 1);
    return year < 0 ? [] : [{ title: words.poolTitle(one.title), initiative: one.title, value: Math.ceil(((one.overview ?? one.sheet?.[0])?.figures[year] ?? 0) / 2), year: years[year] ?? 0 }];
  });
}

function shuffle<T>(random: Random, items: readonly T[]): T[] {
  return items.map((item) => [random(), item] as const).sort(([a], [b]) => a - b).map(([, item]) => item);
}
