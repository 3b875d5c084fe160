import { type Agreement, type Pool } from '../../../budget/agreement';
import { type Amount, sumAmounts } from '../../../money/amount';
import { compareRestated, printedFigure, type Figure } from '../../arithmetic';
import { notCheckable, observe, placeAt, type Subject } from '../../checking/check-building';
import { endSentence, inBothLanguages, spellFigure } from '../../checking/check-texts';
import { printedTotal, printedYear } from '../../checking/initiative-figures';
import { poolOwners } from '../../checking/pool-owner';
import { type Check, type CheckedColumn, type CheckedPlace, type Rule } from '../../rule';

const ID = 'pool-within-initiative';

/** A pool is a part of its initiative: in no year, and in no total, above it, unless the text names a frame from an earlier agreement. */
export const poolWithinInitiative: Rule = {
  id: ID,
  reference: 'A part cannot exceed its whole (ISA 520, analytical relation); frames carried over from earlier agreements are excepted',
  title: { da: 'Pulje ↔ initiativets bevilling', en: 'Pool vs the initiative’s grant' },
  check: ({ agreement }) => {
    const alone = agreement.pools.flatMap((pool, index) => checkPool(agreement, pool, index));
    return [...alone, ...checkTogether(agreement)];
  },
};

function checkPool(agreement: Agreement, pool: Pool, index: number): Check[] {
  const owner = poolOwners(agreement)[index] ?? null;
  const initiative = owner === null ? undefined : agreement.initiatives[owner];
  const subject = (column: CheckedColumn): Subject => ({
    rule: ID,
    place: placeAt({ pool: index, initiative: owner, column, position: pool.position }),
    initiative: initiative?.title ?? pool.initiative,
    label: pool.title,
  });
  if (pool.amounts.length === 0 && pool.total === null) return [];
  if (owner === null || initiative === undefined) {
    return [notCheckable(subject(null), { da: 'Puljens initiativ blev ikke fundet i tabellen.', en: "The pool's initiative was not found in the table." })];
  }
  const years = pool.amounts.flatMap(({ year, amount, position }) => {
    const whole = printedYear(initiative, owner, year);
    const named = subject(year);
    const place = { ...named.place, position };
    return whole === null ? [] : [within({ ...named, place }, printedFigure(amount), whole.figure, whole.place, pool)];
  });
  const total = printedTotal(initiative, owner);
  const own = pool.total === null || total === null || pool.amounts.length > 0 ? [] : [within(subject('total'), printedFigure(pool.total), total.figure, total.place, pool)];
  return [...years, ...own].flatMap((check) => check ?? []);
}

function within(subject: Subject, part: Figure, whole: Figure, place: CheckedPlace, { hasEarlierFrame = false, areSeveral = false }: { readonly hasEarlierFrame?: boolean; readonly areSeveral?: boolean }): Check | null {
  const comparison = compareRestated(part, whole);
  if (comparison === null) return null;
  const { printed, computed, residual, bound } = comparison;
  const isWithin = residual.coefficient >= 0 || comparison.outcome !== 'differs';
  const text = (danish: string, english: string) =>
    inBothLanguages((language) => endSentence((language === 'da' ? danish : english).replace('{pool}', spellFigure(printed, language, printed.unit)).replace('{whole}', spellFigure(computed, language, printed.unit))));
  const figures = { printed, computed, residual, bound, related: [place], within: areSeveral ? 'parts' : 'part' } as const;
  const [isDanish, isEnglish] = areSeveral ? ['Puljerne er tilsammen', 'Together the pools are'] : ['Puljen er', 'The pool is'];
  if (isWithin) return observe(subject, 'agrees', 'info', text(`${isDanish} {pool} af initiativets {whole}`, `${isEnglish} {pool} of the initiative's {whole}`), figures);
  if (hasEarlierFrame) {
    const message = text(
      'Puljen er {pool} og initiativet {whole}; teksten nævner en ramme fra en tidligere aftale, som kan dække resten',
      'The pool is {pool} and the initiative {whole}; the text names a frame from an earlier agreement, which may cover the rest',
    );
    return notCheckable(subject, message, 'info', printed, [place]);
  }
  return observe(subject, 'differs', 'error', text(`${isDanish} {pool}, men initiativet har kun {whole}`, `${isEnglish} {pool}, but the initiative has only {whole}`), figures);
}

/** Several pools of one initiative in one year: together they are a part of it too. */
function checkTogether(agreement: Agreement): Check[] {
  const sums = new Map<string, { owner: number; year: number; amounts: Amount[]; first: number; pools: Pool[] }>();
  agreement.pools.forEach((pool, index) => {
    const owner = poolOwners(agreement)[index] ?? null;
    if (owner === null) return;
    for (const { year, amount } of pool.amounts) {
      const key = `${owner}|${year}`;
      const sum = sums.get(key) ?? { owner, year, amounts: [], first: index, pools: [] };
      sum.amounts.push(amount);
      sum.pools.push(pool);
      sums.set(key, sum);
    }
  });
  return [...sums.values()].flatMap(({ owner, year, amounts, first, pools }) => {
    const initiative = agreement.initiatives[owner];
    const unit = amounts[0]?.unit;
    if (initiative === undefined || unit === undefined || amounts.length < 2 || pools.some((pool) => pool.hasEarlierFrame)) return [];
    const whole = printedYear(initiative, owner, year);
    if (whole === null || amounts.some((amount) => (compareRestated(printedFigure(amount), whole.figure)?.residual.coefficient ?? 0) < 0)) return [];
    const label = pools.map((pool) => pool.title).join(' + ');
    const place = placeAt({ pool: first, initiative: owner, column: year, position: pools[pools.length - 1]?.position ?? null });
    return within({ rule: ID, place, initiative: initiative.title, label }, printedFigure(sumAmounts(amounts, unit)), whole.figure, whole.place, { areSeveral: true }) ?? [];
  });
}
