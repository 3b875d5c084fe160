import { type PrintedRow } from '../../checking/printed-rows';
import { type CheckedPlace, type Suggestion } from '../../rule';
import { type FigureRow, type FigureRows } from './figure-rows';
import { type Equation, EquationIndex, type EquationSystem } from './equations';

/** A figure that becomes another, in half units of the finest digit. */
export interface Change {
  readonly variable: number;
  readonly change: number;
}

/**
 * A slip of a whole row, with what its correction does to the equations.
 * Shape: `struck` are those of several rows that are alike that are to go; `changes` are what its own figures become, none where it is to be struck or is not there;
 * `sum` is the sum row that it is found by, `missing` what its columns lack of a row that is not there. `cost` is 1 where the slip leaves its own trace, such as figures in the neighbouring columns, and 2 where any row might be it.
 */
export interface RowSlip {
  readonly kind: RowSlipKind;
  readonly cost: 1 | 2;
  readonly row: PrintedRow;
  readonly sum: PrintedRow;
  readonly struck: readonly CheckedPlace[];
  readonly changes: readonly Change[];
  readonly missing: readonly Change[];
  readonly effects: ReadonlyMap<Equation, number>;
}

export type RowSlipKind = Extract<Suggestion['kind'], 'shifted-year' | 'swapped-years' | 'doubled-row' | 'copied-row' | 'missing-row' | 'outdated-row'>;

/** The failed sums of one sum row, by column. */
interface FailedSum {
  readonly sum: FigureRow;
  readonly columns: readonly { readonly index: number; readonly equation: Equation }[];
}

/** How many figures of a row a slip of the whole row changes at least; fewer are looked for one by one. */
const LEAST_CHANGED = 3;

/**
 * The slips of whole rows that would mend at least two of the failed equations and break none that holds.
 * Source: the slips that controllers of budgets look for: a row shifted a year, two years interchanged, a row counted twice or copied from its neighbour, missing, or not updated with the others.
 */
export function rowSlips(group: readonly Equation[], passing: EquationIndex, system: EquationSystem, rows: FigureRows): RowSlip[] {
  const finder = new SlipFinder(group, passing, system, rows);
  return [...failedSums(group, rows)].flatMap((failed) => finder.slipsOf(failed)).filter(isFirstOfItsKind());
}

/** The sums down the columns that fail, by the row that prints them. */
function failedSums(group: readonly Equation[], rows: FigureRows): FailedSum[] {
  const sums = new Map<FigureRow, { index: number; equation: Equation }[]>();
  for (const equation of group) {
    const sum = rows.of(equation.result);
    if (sum === undefined || sum.printed.place.isOverview === true) continue;
    const isDownwards = [...equation.terms.keys()].every((figure) => figure === equation.result || (rows.of(figure) !== undefined && rows.of(figure) !== sum));
    if (isDownwards) sums.set(sum, [...(sums.get(sum) ?? []), { index: sum.figures.indexOf(equation.result), equation }]);
  }
  return [...sums].filter(([, columns]) => columns.length > 1).map(([sum, columns]) => ({ sum, columns }));
}

/** A row is shifted, doubled or copied whichever sum shows it. */
function isFirstOfItsKind(): (slip: RowSlip) => boolean {
  const seen = new Set<string>();
  return ({ kind, row, changes }) => {
    const key = [kind, JSON.stringify(row.place), ...changes.map(({ variable, change }) => `${variable}:${change}`)].join('|');
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  };
}

class SlipFinder {
  private readonly failing: EquationIndex;

  constructor(
    private readonly group: readonly Equation[],
    private readonly passing: EquationIndex,
    private readonly system: EquationSystem,
    private readonly rows: FigureRows,
  ) {
    this.failing = new EquationIndex(group);
  }

  slipsOf(failed: FailedSum): RowSlip[] {
    const addends = this.addendsOf(failed);
    const own = addends.flatMap((row, index) => [...this.moved(row, failed), ...this.counted(row, addends, failed), ...this.copied(row, addends[index - 1], failed), ...this.outdated(row, -1, failed)]);
    return [...own, ...this.outdated(failed.sum, 1, failed), ...this.missing(failed)];
  }

  private addendsOf({ sum, columns }: FailedSum): FigureRow[] {
    const found = new Set(columns.flatMap(({ equation }) => [...equation.terms.keys()].flatMap((figure) => this.rows.of(figure) ?? [])));
    return [...found].filter((row) => row !== sum).sort((a, b) => a.order - b.order);
  }

  /** The row's years moved one column, or two neighbouring ones interchanged; its total stays. */
  private moved(row: FigureRow, { sum }: FailedSum): RowSlip[] {
    const years = row.years.map((index) => row.figures[index] ?? null);
    const values = years.map((figure) => this.valueOf(figure));
    if (years.length < 2 || years.includes(null)) return [];
    const shifts = [1, -1].filter((step) => values[step > 0 ? 0 : values.length - 1] === 0).map((step) => ['shifted-year', values.map((_, place) => values[place + step] ?? 0)] as const);
    const swaps = values.slice(1).map((_, place) => ['swapped-years', values.map((value, at) => (at === place ? (values[place + 1] ?? 0) : at === place + 1 ? (values[place] ?? 0) : value))] as const);
    return [...shifts, ...swaps].flatMap(([kind, intended]) => {
      const changes = years.flatMap((variable, place): Change[] => (variable === null || intended[place] === values[place] ? [] : [{ variable, change: (intended[place] ?? 0) - (values[place] ?? 0) }]));
      return this.slip({ kind, cost: 1, row, sum, changes });
    });
  }

  /** The row counted too often: where the sums lack exactly it, or several times it, so many of those that are alike go. */
  private counted(row: FigureRow, addends: readonly FigureRow[], { sum, columns }: FailedSum): RowSlip[] {
    const isLike = (other: FigureRow): boolean => other !== row && other.figures.length === row.figures.length && other.figures.every((figure, index) => this.valueOf(figure) === this.valueOf(row.figures[index] ?? null));
    const twins = addends.filter(isLike);
    if (twins.some((twin) => twin.order > row.order)) return [];
    const isExtra = (times: number): boolean => columns.every(({ equation }) => Math.abs(equation.residual - times * this.partOf(row, equation)) <= equation.bound);
    const times = Array.from({ length: Math.max(1, twins.length) }, (_, index) => index + 1).find(isExtra);
    if (times === undefined) return [];
    const figures = row.figures.flatMap((figure) => figure ?? []);
    const effects = new Map(this.touching(figures).filter((equation) => this.rows.of(equation.result) !== row && this.isOfSeveralRows(equation)).map((equation) => [equation, -times * this.partOf(row, equation)] as const));
    const struck = twins.length === 0 ? [] : [...twins, row].slice(-times).map(({ printed }) => printed.place);
    return this.accepted({ kind: 'doubled-row', cost: struck.length > 0 ? 1 : 2, row: row.printed, sum: sum.printed, struck, changes: [], missing: [], effects });
  }

  /** A row that equals the one before it, where the sums ask for another. */
  private copied(row: FigureRow, before: FigureRow | undefined, failed: FailedSum): RowSlip[] {
    const isCopy = before !== undefined && row.figures.some((figure) => this.valueOf(figure) !== 0) && row.figures.every((figure, index) => this.valueOf(figure) === this.valueOf(before.figures[index] ?? null));
    const changes = this.asked(row, -1, failed);
    const isAnother = row.figures.some((figure) => this.valueOf(figure) * (this.valueOf(figure) + (changes.find(({ variable }) => variable === figure)?.change ?? 0)) > 0);
    return isCopy && isAnother ? this.slip({ kind: 'copied-row', cost: 1, row, sum: failed.sum, changes }) : [];
  }

  /** A row whose figures are those of another edition: the sums ask for others in several years and, by the same money, in the total. */
  private outdated(row: FigureRow, sign: 1 | -1, failed: FailedSum): RowSlip[] {
    const changes = this.asked(row, sign, failed);
    const isWhole = changes.length >= LEAST_CHANGED && changes.length === failed.columns.length && this.isRow(failed);
    return isWhole ? this.slip({ kind: 'outdated-row', cost: 2, row, sum: failed.sum, changes }) : [];
  }

  /** What the failed sums ask a row's figures to become. */
  private asked(row: FigureRow, sign: 1 | -1, { columns }: FailedSum): Change[] {
    return columns.flatMap(({ equation }) => {
      const own = row.figures.find((figure) => figure !== null && equation.terms.has(figure)) ?? null;
      return own === null ? [] : [{ variable: own, change: sign * equation.residual }];
    });
  }

  /** A row that the sums count and that is not there: their differences read like one, of several years; of one year any row may have another figure. */
  private missing(failed: FailedSum): RowSlip[] {
    const { sum, columns } = failed;
    if (columns.length < LEAST_CHANGED || !this.isRow(failed) || columns.some(({ equation }) => equation.residual > 0)) return [];
    const missing = columns.map(({ equation }) => ({ variable: equation.result, change: -equation.residual }));
    const effects = new Map(columns.map(({ equation }) => [equation, -equation.residual] as const));
    return this.accepted({ kind: 'missing-row', cost: 2, row: sum.printed, sum: sum.printed, struck: [], changes: [], missing, effects });
  }

  /** Whether the differences of the years add up to the total's, and there is one. */
  private isRow({ sum, columns }: FailedSum): boolean {
    const years = columns.filter(({ index }) => sum.years.includes(index));
    const total = columns.find(({ index }) => index === sum.total);
    const off = years.reduce((rest, { equation }) => rest - equation.residual, total?.equation.residual ?? 0);
    return total !== undefined && years.length > 0 && years.length + 1 === columns.length && Math.abs(off) <= columns.reduce((bound, { equation }) => bound + equation.bound, 0);
  }

  private slip({ kind, cost, row, sum, changes }: { kind: RowSlipKind; cost: 1 | 2; row: FigureRow; sum: FigureRow; changes: readonly Change[] }): RowSlip[] {
    if (changes.length < 2) return [];
    const figures = changes.map(({ variable }) => variable);
    const effects = new Map(this.touching(figures).map((equation) => [equation, this.effectOf(changes, equation)] as const).filter(([, effect]) => effect !== 0));
    return this.accepted({ kind, cost, row: row.printed, sum: sum.printed, struck: [], changes, missing: [], effects });
  }

  /** What changes do to an equation, up to the rounding that a figure brings which comes in the place of a dash. */
  private effectOf(changes: readonly Change[], { terms, residual, bound }: Equation): number {
    const own = changes.filter(({ variable }) => terms.has(variable));
    const effect = own.reduce((sum, { variable, change }) => sum + (terms.get(variable) ?? 0) * change, 0);
    const filled = own.filter(({ variable }) => this.valueOf(variable) === 0);
    const rounded = bound > 0 ? filled.map(({ variable }) => variable) : [...terms.keys()].filter((figure) => this.valueOf(figure) !== 0 || filled.some(({ variable }) => variable === figure));
    const slack = filled.length === 0 ? 0 : rounded.reduce((sum, figure) => sum + (this.system.variables[figure]?.step ?? 0) / 2, 0);
    const off = residual + effect;
    return Math.abs(off) > bound && Math.abs(off) <= bound + slack ? Math.sign(off) * bound - residual : effect;
  }

  /** The slip, if it mends two failed equations and breaks none that holds. */
  private accepted(slip: RowSlip): RowSlip[] {
    const holds = (equation: Equation): boolean => Math.abs(equation.residual + (slip.effects.get(equation) ?? 0)) <= equation.bound;
    const failed = new Set(this.group);
    const mended = [...slip.effects.keys()].filter((equation) => failed.has(equation) && holds(equation)).length;
    const isSound = [...slip.effects.keys()].every((equation) => failed.has(equation) || holds(equation));
    return mended > 1 && isSound ? [slip] : [];
  }

  /** The equations in which any of some figures stands, those that hold and those that fail. */
  private touching(figures: readonly number[]): Equation[] {
    return [...this.passing.touching(figures), ...this.failing.touching(figures)];
  }

  private isOfSeveralRows({ terms }: Equation): boolean {
    return new Set([...terms.keys()].map((figure) => this.rows.of(figure))).size > 2;
  }

  /** What a row adds to an equation. */
  private partOf(row: FigureRow, { terms }: Equation): number {
    return row.figures.reduce<number>((part, figure) => part + (figure === null ? 0 : (terms.get(figure) ?? 0) * this.valueOf(figure)), 0);
  }

  private valueOf(figure: number | null): number {
    return figure === null ? 0 : (this.system.variables[figure]?.value ?? 0);
  }
}
