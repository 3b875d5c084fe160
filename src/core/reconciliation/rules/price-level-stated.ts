import { type Agreement } from '../../budget/agreement';
import { columnYears } from '../../budget/cells';
import { notCheckable, observe, placeAt, type Subject } from '../checking/check-building';
import { hasFigures } from '../checking/printed-rows';
import { type Check, type CheckedPlace, type Rule } from '../rule';

const ID = 'price-level-stated';

/** Every table states its price level, and the tables of one agreement state the same. Tables that begin in another year are another agreement's. */
export const priceLevelStated: Rule = {
  id: ID,
  reference: 'Danish budget guidance: amounts are given at a stated price and wage level (pl-niveau)',
  title: { da: 'Pl-niveau angivet', en: 'Price level stated' },
  check: ({ agreement }) => {
    const tables = pricedTables(agreement);
    const usual = usualLevels(tables);
    return tables.map(({ level, year, place, initiative, label }) => checkTable({ rule: ID, place, initiative, label }, level, usual.get(year) ?? null));
  },
};

interface PricedTable {
  readonly level: string | null;
  /** The first year of its columns; null without years. */
  readonly year: number | null;
  readonly place: CheckedPlace;
  readonly initiative: string | null;
  readonly label: string | null;
}

function pricedTables(agreement: Agreement): PricedTable[] {
  const initiatives = agreement.initiatives.flatMap((initiative, index): PricedTable[] => {
    const rows = [...(initiative.total === null ? [] : [initiative.total]), ...initiative.components];
    if (!rows.some(hasFigures)) return [];
    return [{ level: initiative.priceLevel, year: columnYears(initiative.columns)[0] ?? null, place: placeAt({ initiative: index, position: initiative.caption?.position ?? initiative.position }), initiative: initiative.title, label: null }];
  });
  const tables = agreement.tables.flatMap((table, index): PricedTable[] =>
    table.rows.some(hasFigures) ? [{ level: table.priceLevel, year: columnYears(table.columns)[0] ?? null, place: placeAt({ table: index, position: table.position }), initiative: null, label: table.caption?.text ?? null }] : [],
  );
  return [...initiatives, ...tables];
}

function checkTable(subject: Subject, level: string | null, usual: string | null): Check {
  if (level === null) {
    return notCheckable(subject, { da: 'Tabellen angiver intet pl-niveau, så dens beløb kan ikke sammenlignes med andre aftalers.', en: "The table states no price level, so its amounts cannot be compared with other agreements'." }, 'warning');
  }
  if (usual !== null && level.toLowerCase() !== usual) {
    return observe(subject, 'differs', 'warning', {
      da: `Tabellen er i ${level}, men aftalens øvrige tabeller i ${usual}; beløb i forskellige pl-niveauer lægges ikke sammen.`,
      en: `The table is at ${level}, but the agreement's other tables at ${usual}; amounts of different price levels are not added.`,
    });
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
