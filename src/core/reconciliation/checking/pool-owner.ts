import { type Agreement, type Pool } from '../../budget/agreement';
import { isSameWording } from './wording';

/**
 * Which initiative a pool belongs to, as an index into the agreement's initiatives; null when it cannot be told.
 * Initiatives of one wording are told apart by the place: the last one before the pool.
 */
export function ownerOfPool(agreement: Agreement, pool: Pool): number | null {
  const name = pool.initiative;
  if (name === null) return null;
  const owners = agreement.initiatives.flatMap((initiative, index) => {
    const isNamed = [initiative.title, initiative.section?.text ?? null].some((title) => title !== null && isSameWording(title, name));
    return isNamed ? [index] : [];
  });
  if (owners.length <= 1) return owners[0] ?? null;
  const before = owners.filter((index) => {
    const position = agreement.initiatives[index]?.position;
    if (position === undefined) return false;
    return (position.page ?? 0) < (pool.position.page ?? 0) || ((position.page ?? 0) === (pool.position.page ?? 0) && position.line <= pool.position.line);
  });
  return before[before.length - 1] ?? null;
}
