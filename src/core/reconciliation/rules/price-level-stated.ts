import { type Agreement } from '../../budget/agreement';
import { notCheckable, observe, placeAt, type Subject } from '../checking/check-building';
import { hasFigures } from '../checking/printed-rows';
import { type Check, type CheckedPlace, type Rule } from '../rule';

const ID = 'price-level-stated';

/** Every table states its price level, and the tables of one agreement state the same. */
export const priceLevelStated: Rule = {
  id: ID,
  reference: 'Danish budget guidance: amounts are given at a stated price and wage level (pl-niveau)',
  title: { da: 'Pl-niveau angivet', en: 'Price level stated' },
  check: ({ agreement }) => {
    const tables = pricedTables(agreement);
    const usual = mostUsed(tables.flatMap(({ level }) => (level === null ? [] : [level.toLowerCase()])));
    return tables.map(({ level, place, initiative, label }) => checkTable({ rule: ID, place, initiative, label }, level, usual));
  },
};

interface PricedTable {
  readonly level: string | null;
  readonly place: CheckedPlace;
  readonly initiative: string | null;
  readonly label: string | null;
}

function pricedTables(agreement: Agreement): PricedTable[] {
  const initiatives = agreement.initiatives.flatMap((initiative, index): PricedTable[] => {
    const rows = [...(initiative.total === null ? [] : [initiative.total]), ...initiative.components];
    if (!rows.some(hasFigures)) return [];
    return [{ level: initiative.priceLevel, place: placeAt({ initiative: index, position: initiative.caption?.position ?? initiative.position }), initiative: initiative.title, label: null }];
  });
  const tables = agreement.tables.flatMap((table, index): PricedTable[] =>
    table.rows.some(hasFigures) ? [{ level: table.priceLevel, place: placeAt({ table: index, position: table.position }), initiative: null, label: table.caption?.text ?? null }] : [],
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

function mostUsed(levels: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
