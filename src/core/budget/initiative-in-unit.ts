import { type Unit } from '../money/unit';
import { type Initiative } from './agreement';
import { rowInUnit } from './cells';

/** An initiative with the figures of its tables in another unit, exactly; what its text states stays as it is printed. */
export function initiativeInUnit(initiative: Initiative, unit: Unit): Initiative {
  const { total, components } = initiative;
  return { ...initiative, unit, total: total === null ? null : rowInUnit(total, unit), components: components.map((row) => rowInUnit(row, unit)) };
}
