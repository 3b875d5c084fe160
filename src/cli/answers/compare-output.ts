import { type Agreement } from '../../core/budget/agreement';
import { type Position } from '../../core/budget/position';
import { cautionText } from '../../core/edition/change-texts';
import { compareEditions } from '../../core/edition/compare-editions';
import { type ChangeKind, type EditionCaution, type EditionComparison, type EditionFigure, type EditionRow, type FigureChange, type PairReason, type PoolCondition } from '../../core/edition/edition';
import { amountToNumber } from '../../core/money/amount';
import { type Unit } from '../../core/money/unit';
import { type LocalizedText } from '../../core/reconciliation/rule';

/** A figure in two editions, as the output contract prints it. Shape: `reason` says why it was not compared, null where it was. */
export interface FigureJson {
  readonly column: string;
  readonly old: number | null;
  readonly new: number | null;
  readonly difference: number | null;
  readonly changed: boolean;
  readonly reason: FigureChange['gap'];
  readonly oldUnit: Unit | null;
  readonly newUnit: Unit | null;
  readonly oldPlace: PlaceJson | null;
  readonly newPlace: PlaceJson | null;
}

interface PlaceJson {
  readonly line: number;
  readonly page: number | null;
}

/** Something that one edition prints, with its place. */
interface NamedJson extends PlaceJson {
  readonly number: string | null;
  readonly title: string | null;
}

/** What became of a component, a printed total or a pool. */
interface PartJson {
  readonly kinds: readonly ChangeKind[];
  readonly old: NamedJson | null;
  readonly new: NamedJson | null;
  readonly figures: readonly FigureJson[];
}

/** What became of initiatives; without kinds nothing changed. */
export interface ChangeJson {
  readonly kinds: readonly ChangeKind[];
  readonly pairedBy: PairReason | null;
  readonly old: readonly NamedJson[];
  readonly new: readonly NamedJson[];
  readonly figures: readonly FigureJson[];
  readonly components: readonly PartJson[];
}

/** What `compare --json` prints. */
export interface CompareOutput {
  readonly old: EditionJson;
  readonly new: EditionJson;
  readonly initiatives: readonly ChangeJson[];
  readonly totals: readonly PartJson[];
  readonly pools: readonly (PartJson & { readonly conditions: readonly { readonly condition: PoolCondition; readonly old: string; readonly new: string }[] })[];
  readonly cautions: readonly { readonly kind: EditionCaution['kind']; readonly message: LocalizedText }[];
  readonly summary: Readonly<Record<ChangeKind | 'unchanged', number>>;
}

interface EditionJson {
  readonly document: { readonly name: string; readonly sha256: string };
  readonly title: string | null;
  readonly priceLevel: string | null;
  readonly unit: Unit | null;
  readonly years: readonly number[];
}

const KINDS: readonly ChangeKind[] = ['new', 'gone', 'split', 'merged', 'renamed', 'more', 'less', 'moved', 'price-level', 'unit', 'components', 'recommendation', 'group', 'conditions', 'not-comparable'];

/** Two editions side by side in the output contract's form. */
export function compareOutput(old: Agreement, now: Agreement, comparison: EditionComparison = compareEditions(old, now)): CompareOutput {
  const { rows, totals, pools, cautions } = comparison;
  return {
    old: editionJson(old),
    new: editionJson(now),
    initiatives: rows.map((row) => changeJson(old, now, row)),
    totals: totals.map((one) => ({ kinds: one.kinds, old: totalJson(old, one.old), new: totalJson(now, one.now), figures: one.figures.map(figureJson) })),
    pools: pools.map((one) => ({
      kinds: one.kinds,
      old: poolJson(old, one.old),
      new: poolJson(now, one.now),
      figures: one.figures.map(figureJson),
      conditions: one.conditions.map(({ condition, old: was, now: is }) => ({ condition, old: was, new: is })),
    })),
    cautions: cautions.map((caution) => ({ kind: caution.kind, message: { da: cautionText(caution, 'da'), en: cautionText(caution, 'en') } })),
    summary: summaryOf(rows),
  };
}

function summaryOf(rows: readonly EditionRow[]): CompareOutput['summary'] {
  const counts = KINDS.map((kind) => [kind, rows.filter(({ kinds }) => kinds.includes(kind)).length] as const);
  return Object.fromEntries([...counts, ['unchanged', rows.filter(({ kinds }) => kinds.length === 0).length]]) as unknown as CompareOutput['summary'];
}

function editionJson({ document, title, priceLevel, unit, years }: Agreement): EditionJson {
  return { document: { name: document.name, sha256: document.sha256 }, title, priceLevel, unit, years };
}

function changeJson(old: Agreement, now: Agreement, { kinds, reason, old: before, now: after, figures, components }: EditionRow): ChangeJson {
  const rowAt = (agreement: Agreement, initiative: number | undefined, component: number | null): NamedJson | null => {
    const row = agreement.initiatives[initiative ?? -1]?.components[component ?? -1];
    return row === undefined ? null : { number: row.number, title: row.label, ...placeJson(row.position) };
  };
  return {
    kinds,
    pairedBy: reason,
    old: before.flatMap((place) => initiativeJson(old, place)),
    new: after.flatMap((place) => initiativeJson(now, place)),
    figures: figures.map(figureJson),
    components: components.map((one) => ({ kinds: one.kinds, old: rowAt(old, before[0], one.old), new: rowAt(now, after[0], one.now), figures: one.figures.map(figureJson) })),
  };
}

function initiativeJson({ initiatives }: Agreement, place: number): NamedJson[] {
  const initiative = initiatives[place];
  return initiative === undefined ? [] : [{ number: initiative.number, title: initiative.title, ...placeJson(initiative.position) }];
}

function totalJson({ totals }: Agreement, place: number | null): NamedJson | null {
  const total = totals[place ?? -1];
  return total === undefined ? null : { number: total.table ?? null, title: total.label, ...placeJson(total.row.position) };
}

function poolJson({ pools }: Agreement, place: number | null): NamedJson | null {
  const pool = pools[place ?? -1];
  return pool === undefined ? null : { number: null, title: pool.title, ...placeJson(pool.position) };
}

function figureJson({ target, old, now, difference, isChanged, gap }: FigureChange): FigureJson {
  const number = ({ amount }: EditionFigure): number | null => (amount === null ? null : amountToNumber(amount));
  const place = ({ position }: EditionFigure): PlaceJson | null => (position === null ? null : placeJson(position));
  return {
    column: String(target).replace(/^amount:/, ''),
    old: number(old),
    new: number(now),
    difference: difference === null ? null : amountToNumber(difference),
    changed: isChanged,
    reason: gap,
    oldUnit: old.amount?.unit ?? null,
    newUnit: now.amount?.unit ?? null,
    oldPlace: place(old),
    newPlace: place(now),
  };
}

function placeJson({ line, page }: Position): PlaceJson {
  return { line, page };
}
