import { type Agreement } from '../budget/agreement';
import { parseRowId, totalRowId } from '../budget/row-reference';
import { entriesOf, entryOfRowId, type CatalogueEntry } from '../catalogue/entries';
import { indexNames, placesOfName, type NameIndex } from '../catalogue/name-index';
import { normalizeName } from '../catalogue/name-matching';
import { GENERIC_TOTAL_SUBJECTS, LABEL_ENDS_AS_TOTAL, TOTAL_WORDS } from '../extraction/vocabulary';
import { bareLabel, type Grid, type WorksheetReading } from '../reconciliation/worksheet/worksheet-reading';
import { indexLikeness, likestNames, type LikenessIndex } from './likeness';
import { type RowMatch, type RowMatchReason } from './tie-out';

/** How many candidates are offered where a row is not matched. */
const CANDIDATES = 5;

/** Everything in an agreement that a row can be, ready for look-up. */
interface Targets {
  readonly agreement: Agreement;
  readonly entries: readonly CatalogueEntry[];
  readonly names: NameIndex;
  readonly likeness: LikenessIndex;
  /** What was found by a name before: budgets repeat names such as "Løn" on many rows. */
  readonly byName: Map<string, Found | null>;
}

/**
 * What each row with a label is in the agreement: by a row id in any of its label cells, by the same name, by a name that only one holds, by
 * likeness; `chosen` overrules. Headings, headers and blank rows are none.
 */
export function matchRows(grid: Grid, reading: WorksheetReading, agreement: Agreement, chosen: ReadonlyMap<number, string | null> = new Map()): RowMatch[] {
  const targets = targetsOf(agreement);
  const labelColumns = reading.columns.flatMap(({ role }, index) => (role === 'label' || role === 'other' ? [index] : []));
  const matches = reading.rows.flatMap(({ role }, row): RowMatch[] => {
    if (role === 'header' || role === 'blank' || role === 'heading') return [];
    const texts = labelColumns.flatMap((column) => textOf(grid.values[row]?.[column]));
    const found = matchRow(targets, texts, chosen.has(row) ? (chosen.get(row) ?? null) : undefined);
    return texts.length === 0 && found.entry === null ? [] : [{ row, label: texts.find((text) => parseRowId(text.toUpperCase()) === null) ?? texts[0] ?? '', ...found, isShared: false }];
  });
  return withShared(matches);
}

function targetsOf(agreement: Agreement): Targets {
  const totals = agreement.totals.flatMap((_total, index) => entryOfRowId(agreement, totalRowId(index)) ?? []);
  const entries = [...entriesOf(agreement), ...totals];
  const names = entries.map(({ title }) => title);
  return { agreement, entries, names: indexNames(names.map(normalizeName)), likeness: indexLikeness(names), byName: new Map() };
}

type Found = Pick<RowMatch, 'entry' | 'reason' | 'candidates'>;

function matchRow(targets: Targets, texts: readonly string[], chosen: string | null | undefined): Found {
  if (chosen !== undefined) return { entry: chosen === null ? null : entryOfRowId(targets.agreement, chosen), reason: 'user', candidates: [] };
  for (const text of texts) {
    const entry = byRowId(targets, text);
    if (entry !== null) return found(entry, 'row-id');
  }
  for (const text of texts) {
    const match = byName(targets, text);
    if (match !== null) return match;
  }
  const { places, isUnique } = likestNames(targets.likeness, texts.join(' '));
  const likest = places.flatMap((place) => targets.entries[place] ?? []);
  const [first] = likest;
  return isUnique && first !== undefined ? found(first, 'likeness') : { entry: null, reason: null, candidates: likest };
}

function found(entry: CatalogueEntry, reason: RowMatchReason): Found {
  return { entry, reason, candidates: [] };
}

/** "I5", or "2026-2029/I5" as the workbook's row ids are written with their agreement. */
function byRowId({ agreement }: Targets, text: string): CatalogueEntry | null {
  const rowId = text.trim().toUpperCase().replace(/^.*\//, '');
  return parseRowId(rowId) === null ? null : entryOfRowId(agreement, rowId);
}

/** The same name, else the only name that holds it; initiatives come before the parts of them. "I alt" is the agreement's own total. */
function byName(targets: Targets, text: string): Found | null {
  const name = withoutTotalWord(text);
  if (name === '') return wholeOf(targets);
  const wanted = normalizeName(name);
  const same = targets.names.exact.get(wanted);
  if (same !== undefined) return onlyOf(targets, same, 'name');
  const known = targets.byName.get(wanted);
  if (known !== undefined) return known;
  const match = onlyOf(targets, placesOfName(targets.names, wanted).map(({ place }) => place), 'part-of-name');
  targets.byName.set(wanted, match);
  return match;
}

/** The only one of its kind among entries that a name fits; else the candidates. */
function onlyOf({ entries }: Targets, places: readonly number[], reason: RowMatchReason): Found | null {
  const fits = places.flatMap((place) => entries[place] ?? []);
  const best = ['initiative', 'total', 'group', 'component'].map((kind) => fits.filter((entry) => entry.kind === kind)).find((one) => one.length > 0);
  const [only, second] = best ?? [];
  if (only === undefined) return null;
  return second === undefined ? found(only, reason) : { entry: null, reason: null, candidates: (best ?? []).slice(0, CANDIDATES) };
}

function wholeOf({ agreement, entries }: Targets): Found | null {
  const whole = entries.find(({ kind, rowId }) => kind === 'total' && agreement.totals[Number(rowId?.slice(1)) - 1]?.group.length === 0);
  return whole === undefined ? null : found(whole, 'name');
}

/** A label without what calls it a total: empty for the total of everything. */
function withoutTotalWord(text: string): string {
  const label = bareLabel(text);
  if (TOTAL_WORDS.has(label)) return '';
  const subject = LABEL_ENDS_AS_TOTAL.exec(label)?.[1]?.trim();
  if (subject === undefined) return text;
  return GENERIC_TOTAL_SUBJECTS.has(subject) ? '' : subject;
}

/** Marks the rows that stand for one and the same thing; of these the only one that the user chose is it. */
function withShared(matches: readonly RowMatch[]): RowMatch[] {
  const counts = new Map<string, { all: number; chosen: number }>();
  for (const { entry, reason } of matches) {
    if (entry === null) continue;
    const count = counts.get(keyOf(entry)) ?? { all: 0, chosen: 0 };
    counts.set(keyOf(entry), { all: count.all + 1, chosen: count.chosen + (reason === 'user' ? 1 : 0) });
  }
  return matches.map((match) => {
    const count = match.entry === null ? undefined : counts.get(keyOf(match.entry));
    const isMeant = match.reason === 'user' && count?.chosen === 1;
    return count !== undefined && count.all > 1 && !isMeant ? { ...match, isShared: true } : match;
  });
}

/** One text for each thing of an agreement. */
export function keyOf({ kind, rowId, title }: CatalogueEntry): string {
  return `${kind} ${rowId ?? title}`;
}

function textOf(value: unknown): string[] {
  return typeof value === 'string' && value.trim() !== '' ? [value] : [];
}
