import { type Initiative, type InitiativePlace, type Pool, type PrintedTotal } from '../../budget/agreement';
import { isBefore } from '../../budget/position';
import { type BudgetTable } from '../../budget/table';
import { type Claims, type Entry } from '../parts/claims';
import { matchDetails } from './join-details';

/** What entries about the same initiatives were joined to, before the agreements of a file are put together. */
export interface Assembled {
  readonly initiatives: readonly JoinedInitiative[];
  readonly totals: readonly PrintedTotal[];
  readonly pools: readonly Pool[];
  /** The initiatives whose sections print tables besides their own. */
  readonly tableOwners: ReadonlyMap<BudgetTable, JoinedInitiative>;
}

/** An initiative without its id. */
export type JoinedInitiative = Omit<Initiative, 'id'> & { readonly part: Entry['part'] };

/**
 * One initiative for every row of the overview, in its order, each with its sheet or form where it has one; sheets and forms without a row behind them, in theirs.
 * Without an overview every entry is an initiative.
 */
export function assemble(overview: Claims, details: Claims, others: Claims): Assembled {
  const rows = overview.entries;
  const rowOf = matchDetails(details.entries, rows);
  const joinedOf = new Map<Entry, JoinedInitiative>();
  const listed = rows.map((row, index) => {
    const detail = details.entries[rowOf.indexOf(index)];
    const joined = detail === undefined ? alone(row) : join(row, detail);
    joinedOf.set(detail ?? row, joined);
    return joined;
  });
  const unlisted = [...details.entries.filter((_, index) => rowOf[index] === -1), ...others.entries].map((entry) => {
    const joined = alone(entry);
    joinedOf.set(entry, joined);
    return joined;
  });
  const initiatives = [...listed, ...unlisted];
  const owners = [...overview.furtherTables, ...details.furtherTables].flatMap(({ table, entry }) => {
    const owner = joinedOf.get(entry);
    return owner === undefined ? [] : [[table, owner] as const];
  });
  const titles = new Map([...joinedOf].map(([entry, joined]) => [entry.title, joined.title]));
  return {
    initiatives,
    totals: [...overview.totals, ...details.totals, ...others.totals],
    pools: [...details.pools.map((pool) => withOwnTitle(pool, titles)), ...overview.pools],
    tableOwners: new Map(owners),
  };
}

function alone(entry: Entry): JoinedInitiative {
  return { ...entry, places: placesOf([entry]) };
}

/** The figures and sentences of the initiative's own part, with the number and the groups of the overview's row; the row itself stays as a second printing of the figures. */
function join(row: Entry, detail: Entry): JoinedInitiative {
  const isNamed = detail.title !== null && !detail.titleDamaged;
  const named = isNamed ? {} : { title: row.title ?? detail.title, titleDamaged: row.title === null && detail.titleDamaged };
  const listed = row.total === null ? {} : { overview: { unit: row.unit, priceLevel: row.priceLevel, columns: row.columns, row: row.total } };
  return {
    ...detail,
    ...named,
    number: row.number ?? detail.number,
    group: row.group.length > 0 ? row.group : detail.group,
    notes: [...detail.notes, ...row.notes],
    ...(detail.total === null && detail.components.length === 0 ? figuresOf(row) : listed),
    places: placesOf([row, detail]),
  };
}

/** The row's figures, for an initiative whose own part prints none. */
function figuresOf({ unit, priceLevel, columns, total, components }: Entry): Pick<Entry, 'unit' | 'priceLevel' | 'columns' | 'total' | 'components'> {
  return { unit, priceLevel, columns, total, components };
}

function placesOf(entries: readonly Entry[]): InitiativePlace[] {
  const places = entries.flatMap(({ part, position, section }): InitiativePlace[] => [{ kind: part, position }, ...(section === null ? [] : [{ kind: 'prose-section', position: section.position } as const])]);
  return places.sort((a, b) => (isBefore(a.position, b.position) ? -1 : 1));
}

/** A pool under the title that its initiative has after joining. */
function withOwnTitle(pool: Pool, titles: ReadonlyMap<string | null, string | null>): Pool {
  const title = titles.get(pool.initiative);
  return title === undefined ? pool : { ...pool, initiative: title };
}
