import { type Agreement, type Pool } from '../../budget/agreement';
import { isBefore } from '../../budget/position';
import { normalizeWording } from './wording';

/** Answers of one agreement, worked out once: every pool rule asks for the same owners. */
const owners = new WeakMap<Agreement, readonly (number | null)[]>();

/**
 * Which initiative each pool belongs to, as indexes into the agreement's initiatives, in the order of its pools; null where it cannot be told.
 * Initiatives of one wording are told apart by the place: the last one before the pool.
 */
export function poolOwners(agreement: Agreement): readonly (number | null)[] {
  const known = owners.get(agreement);
  if (known !== undefined) return known;
  const named = initiativesByWording(agreement);
  const found = agreement.pools.map((pool) => ownerOf(agreement, pool, named));
  owners.set(agreement, found);
  return found;
}

function initiativesByWording(agreement: Agreement): Map<string, number[]> {
  const named = new Map<string, number[]>();
  agreement.initiatives.forEach((initiative, index) => {
    const wordings = new Set([initiative.title, initiative.section?.text ?? null].flatMap((title) => (title === null ? [] : [normalizeWording(title)])));
    for (const wording of wordings) named.set(wording, [...(named.get(wording) ?? []), index]);
  });
  return named;
}

function ownerOf(agreement: Agreement, pool: Pool, named: ReadonlyMap<string, number[]>): number | null {
  if (pool.initiative === null) return null;
  const candidates = named.get(normalizeWording(pool.initiative)) ?? [];
  if (candidates.length <= 1) return candidates[0] ?? null;
  const earlier = candidates.filter((index) => {
    const initiative = agreement.initiatives[index];
    return initiative !== undefined && !isBefore(pool.position, initiative.position);
  });
  return earlier[earlier.length - 1] ?? null;
}
