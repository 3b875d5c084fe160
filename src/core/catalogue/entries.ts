import { type Agreement, type Initiative } from '../budget/agreement';
import { componentRowId, initiativeRowId, mentionRowId, parseRowId, poolRowId, rowOf, totalRowId, type HeadedRow } from '../budget/row-reference';
import { type Unit } from '../money/unit';
import { normalizeName } from './name-matching';

/** A row that an entry consists of, with what its figures are in. */
export interface EntryRow extends HeadedRow {
  readonly unit: Unit | null;
  readonly priceLevel: string | null;
}

/** Something that a name or a row id finds: an initiative, a component of one, a group of initiatives, a printed total, a pool or an amount of the text. */
export interface CatalogueEntry {
  readonly kind: 'initiative' | 'component' | 'group' | 'total' | 'pool' | 'mention';
  readonly agreement: Agreement;
  readonly title: string;
  readonly normalizedTitle: string;
  /** The row id by which a formula can name it; null for a group, which is no row. */
  readonly rowId: string | null;
  /** The initiative that it is, or is a part of. */
  readonly initiative: Initiative | null;
  /** The unit of all its rows; null when they differ or have none. */
  readonly unit: Unit | null;
  /** One row, or a group's initiatives. */
  readonly rows: readonly EntryRow[];
}

/** Everything in an agreement that a name finds: initiatives, then groups, then components. Of an agreement that the workbook has in part, what it has; no group is then whole. */
export function entriesOf(agreement: Agreement): CatalogueEntry[] {
  const { inserted } = agreement;
  if (inserted === undefined) return [...initiativeEntries(agreement), ...groupEntries(agreement), ...componentEntries(agreement)];
  const shown = new Set(inserted.map((place) => agreement.initiatives[place]));
  return [...initiativeEntries(agreement), ...componentEntries(agreement)].filter(({ initiative }) => initiative !== null && shown.has(initiative));
}

/** What a row id names in an agreement ("I5", "I5D2", "T1", "P1", "M1"); null when it has no such row, or when the workbook has not got it. */
export function entryOfRowId(agreement: Agreement, rowId: string): CatalogueEntry | null {
  const reference = parseRowId(rowId);
  const headed = reference === null ? null : rowOf(agreement, reference);
  if (reference === null || headed === null) return null;
  const { inserted } = agreement;
  if (inserted !== undefined && (reference.initiative === null || !inserted.includes(reference.initiative))) return null;
  if (reference.initiative !== null) {
    const initiative = agreement.initiatives[reference.initiative];
    const { component } = reference;
    if (initiative === undefined) return null;
    return component === null
      ? entryOf('initiative', agreement, initiative, initiative.title ?? rowId, initiativeRowId(reference.initiative), headed)
      : entryOf('component', agreement, initiative, headed.row.label ?? rowId, componentRowId(reference.initiative, component), headed);
  }
  if (reference.total !== null) return entryOf('total', agreement, null, headed.row.label ?? rowId, totalRowId(reference.total), headed);
  if (reference.pool !== undefined) return entryOf('pool', agreement, null, headed.row.label ?? rowId, poolRowId(reference.pool), headed);
  return entryOf('mention', agreement, null, headed.row.label ?? rowId, mentionRowId(reference.mention ?? 0), headed);
}

/** An entry of all of an agreement's initiatives together; its title is what the agreement is called. */
export function entryOfAgreement(agreement: Agreement): CatalogueEntry {
  return entryOfMembers(agreement, agreement.title ?? agreement.document.name, agreement.initiatives);
}

/** The names of an agreement's groups, outermost first, each once. */
export function groupNames(agreement: Agreement): string[] {
  return [...new Set(agreement.initiatives.flatMap((initiative) => initiative.group))];
}

function initiativeEntries(agreement: Agreement): CatalogueEntry[] {
  return agreement.initiatives.flatMap((initiative, index): CatalogueEntry[] => {
    const { title, total, columns } = initiative;
    return title === null || total === null ? [] : [entryOf('initiative', agreement, initiative, title, initiativeRowId(index), { columns, row: total })];
  });
}

function componentEntries(agreement: Agreement): CatalogueEntry[] {
  return agreement.initiatives.flatMap((initiative, index) =>
    initiative.components.flatMap((row, component): CatalogueEntry[] =>
      row.label === null || row.kind === 'heading' ? [] : [entryOf('component', agreement, initiative, row.label, componentRowId(index, component), { columns: initiative.columns, row })],
    ),
  );
}

function entryOf(kind: CatalogueEntry['kind'], agreement: Agreement, initiative: Initiative | null, title: string, rowId: string, headed: HeadedRow): CatalogueEntry {
  const unit = initiative === null ? (unitOfCells(headed) ?? agreement.unit) : initiative.unit;
  const priceLevel = initiative?.priceLevel ?? agreement.priceLevel;
  return { kind, agreement, title, normalizedTitle: normalizeName(title), rowId, initiative, unit, rows: [{ ...headed, unit, priceLevel }] };
}

function unitOfCells({ row }: HeadedRow): Unit | null {
  for (const cell of row.cells) if (cell.kind === 'amount') return cell.amount.unit;
  return null;
}

function groupEntries(agreement: Agreement): CatalogueEntry[] {
  const members = new Map<string, Initiative[]>();
  for (const initiative of agreement.initiatives) {
    for (const name of new Set(initiative.group)) (members.get(name) ?? members.set(name, []).get(name))?.push(initiative);
  }
  return groupNames(agreement).map((title) => entryOfMembers(agreement, title, members.get(title) ?? []));
}

function entryOfMembers(agreement: Agreement, title: string, members: readonly Initiative[]): CatalogueEntry {
  const rows = members.flatMap(({ columns, total, unit, priceLevel }): EntryRow[] => (total === null ? [] : [{ columns, row: total, unit, priceLevel: priceLevel ?? agreement.priceLevel }]));
  const units = new Set(members.map(({ unit }) => unit));
  return { kind: 'group', agreement, title, normalizedTitle: normalizeName(title), rowId: null, initiative: null, unit: units.size === 1 ? ([...units][0] ?? null) : null, rows };
}
