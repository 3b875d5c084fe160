import { type Agreement, type Initiative, type PartKind } from '../../../budget/agreement';
import { columnYears } from '../../../budget/cells';
import { notCheckable, observe, placeAt, type Subject } from '../../checking/check-building';
import { hasFigures } from '../../checking/printed-rows';
import { type Check, type CheckedPlace, type Rule } from '../../rule';

const ID = 'price-level-stated';

/** Every table states its price level, and the tables of one agreement state the same. Tables that begin in another year are another agreement's. */
export const priceLevelStated: Rule = {
  id: ID,
  reference: 'Danish budget guidance: amounts are given at a stated price and wage level (pl-niveau)',
  title: { da: 'Prisniveau angivet', en: 'Price level stated' },
  check: ({ agreement }) => {
    const tables = pricedTables(agreement);
    const usual = usualLevels(tables);
    const usualOf = ({ year }: PricedTable): string | null => usual.get(year) ?? null;
    const isInOrder = (table: PricedTable): boolean => table.level !== null && [null, table.level.toLowerCase()].includes(usualOf(table));
    return onePerTable(tables, isInOrder).map((table) => {
      const { level, places: [place = placeAt({}), ...others], initiative, label } = table;
      return checkTable({ rule: ID, place, initiative, label }, level, usualOf(table), others);
    });
  },
};

/** A printed table, or one initiative's part of it. */
interface PricedTable {
  /** Tells the tables apart. */
  readonly key: string;
  readonly level: string | null;
  /** The first year of its columns; null without years. */
  readonly year: number | null;
  /** Where it stands: the table itself, or its initiatives. */
  readonly places: readonly CheckedPlace[];
  readonly initiative: string | null;
  readonly label: string | null;
}

function pricedTables(agreement: Agreement): PricedTable[] {
  const initiatives = agreement.initiatives.flatMap((initiative, index): PricedTable[] => {
    const rows = [...(initiative.total === null ? [] : [initiative.total]), ...initiative.components];
    if (!rows.some(hasFigures)) return [];
    const place = placeAt({ initiative: index, position: initiative.caption?.position ?? initiative.position });
    return [{ key: tableKey(initiative, index), level: initiative.priceLevel, year: columnYears(initiative.columns)[0] ?? null, places: [place], initiative: initiative.title, label: null }];
  });
  const tables = agreement.tables.flatMap((table, index): PricedTable[] => {
    const place = placeAt({ table: index, position: table.position });
    return table.rows.some(hasFigures) ? [{ key: `table ${index}`, level: table.priceLevel, year: columnYears(table.columns)[0] ?? null, places: [place], initiative: null, label: table.caption?.text ?? null }] : [];
  });
  return [...initiatives, ...tables];
}

/** The table that an initiative is printed in: its own on a sheet or a form, else the one that its caption, or its columns and outer group, tell from the others. */
function tableKey(initiative: Initiative, index: number): string {
  const { caption, columns, places } = initiative;
  if (places.some(({ kind }) => ONE_TABLE_EACH.has(kind))) return String(index);
  const isOnly = !places.some(({ kind }) => kind === 'budget-table');
  return JSON.stringify([caption?.position.page, caption?.position.line, columns, initiative.unit, initiative.priceLevel, isOnly ? null : initiative.group[0]]);
}

/** Parts that print a table for one initiative. */
const ONE_TABLE_EACH: ReadonlySet<PartKind> = new Set(['initiative-sheet', 'initiative-form']);

/** What is found of a table is said once, at its first initiative, for all of them; what is in order is said of each. */
function onePerTable(tables: readonly PricedTable[], isInOrder: (table: PricedTable) => boolean): PricedTable[] {
  const groups = new Map<string, PricedTable[]>();
  tables.forEach((table, index) => {
    const key = isInOrder(table) ? `in order ${index}` : table.key;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [table]);
    else group.push(table);
  });
  return [...groups.values()].flatMap(([first, ...more]) => {
    if (first === undefined) return [];
    return more.length === 0 ? [first] : [{ ...first, places: [first, ...more].flatMap(({ places }) => places), initiative: null }];
  });
}

function checkTable(subject: Subject, level: string | null, usual: string | null, others: readonly CheckedPlace[]): Check {
  if (level === null) {
    return notCheckable(subject, { da: 'Tabellen angiver intet prisniveau, så dens beløb kan ikke sammenlignes med andre aftalers.', en: "The table states no price level, so its amounts cannot be compared with other agreements'." }, 'warning', null, others);
  }
  if (usual !== null && level.toLowerCase() !== usual) {
    return observe(subject, 'differs', 'warning', {
      da: `Tabellen er i ${level}, men aftalens øvrige tabeller i ${usual}; beløb i forskellige prisniveauer lægges ikke sammen.`,
      en: `The table is at ${level}, but the agreement's other tables at ${usual}; amounts of different price levels are not added.`,
    }, { related: others, seen: [level, usual] });
  }
  return observe(subject, 'agrees', 'info', { da: `Tabellen er i ${level}.`, en: `The table is at ${level}.` });
}

/** The level that most tables state that begin in one year; those without years go by all. */
function usualLevels(tables: readonly PricedTable[]): Map<number | null, string | null> {
  const years = new Set(tables.map(({ year }) => year));
  const stated = (year: number | null): string[] => tables.flatMap((table) => (table.level === null || (year !== null && table.year !== year) ? [] : [table.level.toLowerCase()]));
  return new Map([...years].map((year) => [year, mostUsed(stated(year))]));
}

function mostUsed(levels: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
