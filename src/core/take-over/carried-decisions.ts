import { componentRowId, initiativeRowId, NO_ROW, parseRowId, poolRowId, totalRowId, type RowReference } from '../budget/row-reference';
import { type EarlierEdition } from '../import-store/store-records';
import { type CarriedDecisions, type LogRow } from '../reconciliation/acceptances';

/** Decisions on the figures of earlier editions, followed to the same figures of the edition that stands: by rule, row and column, for lines move from one edition to the next. */
export function carriedDecisions(earlier: readonly EarlierEdition[]): CarriedDecisions {
  const editions = new Map(earlier.map(({ documentSha256, rows }) => [documentSha256, rows]));
  return {
    keyOf: ({ key, documentSha256 }: LogRow) => {
      const rows = editions.get(documentSha256);
      return rows === undefined ? null : (followedKey(key, rows) ?? 'gone');
    },
    keyOfFinding: (key) => joinKey(partsOf(key)),
  };
}

/** A finding's key in parts. Shape: `path` is the place in the agreement, counted from 1; the place in the document and the order among findings of one place are left out. */
interface KeyParts {
  readonly rule: string;
  readonly path: string;
  readonly rest: readonly string[];
}

function partsOf(key: string): KeyParts {
  const [rule = '', path = '', column = '', , ...cell] = key.replace(/#\d+$/, '').split('|');
  return { rule, path, rest: [column, ...cell] };
}

function joinKey({ rule, path, rest }: KeyParts): string {
  return [rule, path, ...rest].join('|');
}

/** The key of a finding under the place that its row has now; null where the row is gone, or is none that is followed. */
function followedKey(key: string, rows: EarlierEdition['rows']): string | null {
  const parts = partsOf(key);
  const path = followedPath(parts.path, rows);
  return path === null ? null : joinKey({ ...parts, path });
}

/** The path under the rows that its initiative, total and pool have now. Tables of no initiative are not followed. */
function followedPath(path: string, rows: EarlierEdition['rows']): string | null {
  const [initiative = '', component = '', total = '', pool = '', table = '', row = ''] = path.split('.');
  if (table !== '' || row !== '') return null;
  const own = component === '' ? followedRow(initiative, initiativeRowId, rows) : followedRow(component, (place) => componentRowId(Number(initiative) - 1, place), rows);
  const [whole, funded] = [followedRow(total, totalRowId, rows), followedRow(pool, poolRowId, rows)];
  if (own === null || whole === null || funded === null) return null;
  const count = (index: number | null | undefined): string => (index === null || index === undefined ? '' : String(index + 1));
  return [count(own.initiative), count(own.component), count(whole.total), count(funded.pool), '', ''].join('.');
}

/** What a row is in the edition that stands; no row for an empty text, null for one that is gone. */
function followedRow(text: string, rowIdOf: (place: number) => string, rows: EarlierEdition['rows']): RowReference | null {
  return text === '' ? NO_ROW : parseRowId(rows[rowIdOf(Number(text) - 1)] ?? '');
}
