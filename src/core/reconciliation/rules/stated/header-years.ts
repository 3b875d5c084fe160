import { type Agreement, type Initiative } from '../../../budget/agreement';
import { type Position } from '../../../budget/position';
import { type Column } from '../../../budget/table';
import { observe, placeAt } from '../../checking/check-building';
import { spellYears } from '../../checking/initiative-figures';
import { type Check, type CheckedPlace, type Rule } from '../../rule';

const ID = 'header-years';

/** A year that stands twice in the head of a table, drawn from its neighbours and from the period that the text states. */
export const headerYears: Rule = {
  id: ID,
  reference: 'Sequence test of a listing (ISA 500; a standard computer-assisted audit test)',
  title: { da: 'Årstal i tabellens kolonneoverskrifter', en: 'Years in the column headings of the table' },
  check: ({ agreement }) => {
    const said = new Set<string>();
    return headsOf(agreement).flatMap((head): Check[] => {
      const found = repeatedYear(head.columns);
      const key = found === null ? '' : `${head.place.position?.page ?? ''}|${head.key}`;
      if (found === null || said.has(key)) return [];
      said.add(key);
      return [repeated(head, found)];
    });
  },
};

/** The head of a table with what it belongs to; `key` tells tables apart. */
interface Head {
  readonly columns: readonly Column[];
  readonly place: CheckedPlace;
  readonly key: string;
  readonly initiative: Initiative | null;
}

function headsOf({ initiatives, tables }: Agreement): Head[] {
  const own = initiatives.map((initiative, index): Head => headOf(initiative.columns, index, initiative.total?.position ?? initiative.position, hasOwnTable(initiative) ? initiative : null));
  const listed = initiatives.flatMap(({ overview }, index): Head[] => (overview === undefined ? [] : [headOf(overview.columns, index, overview.row.position, null)]));
  const others = tables.map((table, index): Head => ({ columns: table.columns, place: placeAt({ table: index, position: table.position }), key: `table ${index}`, initiative: null }));
  return [...own, ...listed, ...others];
}

function headOf(columns: readonly Column[], index: number, position: Position, owner: Initiative | null): Head {
  return { columns, place: placeAt({ initiative: index, position }), key: owner === null ? JSON.stringify(columns) : owner.id, initiative: owner };
}

function hasOwnTable({ places }: Initiative): boolean {
  return places.some(({ kind }) => kind === 'initiative-sheet' || kind === 'initiative-form');
}

function repeatedYear(columns: readonly Column[]): { year: number; likely: number; order: number } | null {
  const order = columns.findIndex((column) => column.kind === 'amount' && column.likelyYear !== undefined);
  const column = columns[order];
  return column?.kind !== 'amount' || column.likelyYear === undefined || column.years === undefined ? null : { year: column.years.from, likely: column.likelyYear, order: order + 1 };
}

function repeated({ place, initiative }: Head, { year, likely, order }: { year: number; likely: number; order: number }): Check {
  const lead = initiative?.lead ?? null;
  const isBorneOut = lead !== null && lead.from !== null && lead.to !== null && likely >= lead.from && likely <= lead.to;
  const period = isBorneOut ? spellYears(lead.from ?? likely, lead.to ?? likely) : null;
  return observe({ rule: ID, place, initiative: initiative?.title ?? null, label: String(year) }, 'differs', 'error', {
    da: `Årstallet ${year} står to gange i tabellens kolonneoverskrifter, og ${likely} mangler: kolonne ${order} er formentlig ${likely}${period === null ? '' : `, for teksten siger ${period}`}.`,
    en: `The year ${year} appears twice in the table's column headings and ${likely} is missing: column ${order} is probably ${likely}${period === null ? '' : `, for the text says ${period}`}.`,
  }, { seen: [String(year), String(order)] });
}
