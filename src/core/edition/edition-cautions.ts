import { type Agreement } from '../budget/agreement';
import { areOtherPriceLevels } from './compare-figures';
import { type EditionCaution, type EditionRow } from './edition';

/** At least this share of the smaller edition's initiatives has to stand in the other one, or they may be two agreements. */
const SAME_AGREEMENT = 0.5;

/** What a reader must know before he trusts a comparison: editions that may be two agreements, other years, units and price levels, and what was not read. */
export function cautionsOf(old: Agreement, now: Agreement, rows: readonly EditionRow[]): EditionCaution[] {
  return [...fewPairs(old, now, rows), ...otherYears(old, now), ...otherMeasures(old, now), ...unread(old, 'old'), ...unread(now, 'now'), ...textAlone(old, now)];
}

/** Whether most initiatives of the smaller edition stand in the other one. */
export function isMostlyPaired(old: Agreement, now: Agreement, rows: readonly EditionRow[]): boolean {
  const of = Math.min(old.initiatives.length, now.initiatives.length);
  return of > 0 && pairCount(rows) >= SAME_AGREEMENT * of;
}

function fewPairs(old: Agreement, now: Agreement, rows: readonly EditionRow[]): EditionCaution[] {
  if (isMostlyPaired(old, now, rows)) return [];
  return [{ kind: 'few-pairs', pairs: pairCount(rows), of: Math.min(old.initiatives.length, now.initiatives.length) }];
}

function pairCount(rows: readonly EditionRow[]): number {
  return rows.filter(({ old, now }) => old.length > 0 && now.length > 0).reduce((count, { old, now }) => count + Math.min(old.length, now.length), 0);
}

function otherYears(old: Agreement, now: Agreement): EditionCaution[] {
  const [onlyOld, onlyNow] = [old.years.filter((year) => !now.years.includes(year)), now.years.filter((year) => !old.years.includes(year))];
  if (onlyOld.length + onlyNow.length === 0) return [];
  if (old.years.length > 0 && now.years.length > 0 && onlyOld.length === old.years.length) return [{ kind: 'no-common-years', old: old.years, now: now.years }];
  return [{ kind: 'other-years', onlyOld, onlyNow }];
}

function otherMeasures(old: Agreement, now: Agreement): EditionCaution[] {
  const units: EditionCaution[] = old.unit === now.unit || old.unit === null || now.unit === null ? [] : [{ kind: 'units', old: old.unit, now: now.unit }];
  return areOtherPriceLevels(old.priceLevel, now.priceLevel) ? [...units, { kind: 'price-levels', old: old.priceLevel, now: now.priceLevel }] : units;
}

function unread({ unread: left, isPartlyRead }: Agreement, edition: 'old' | 'now'): EditionCaution[] {
  return left.length === 0 && !isPartlyRead ? [] : [{ kind: 'unread', edition, count: left.length, isPartlyRead }];
}

/** Documents whose money stands in sentences alone. */
function textAlone(old: Agreement, now: Agreement): EditionCaution[] {
  const alone = [old, now].filter(({ initiatives, mentions }) => initiatives.length === 0 && mentions.length > 0);
  return alone.length === 0 ? [] : [{ kind: 'text-not-compared', mentions: alone.reduce((count, { mentions }) => count + mentions.length, 0) }];
}
