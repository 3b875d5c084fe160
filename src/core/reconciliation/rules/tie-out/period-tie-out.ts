import { type Agreement, type Initiative, type Pool } from '../../../budget/agreement';
import { placeAt, notCheckable, observe, type Subject } from '../../checking/check-building';
import { hasRepeatedYear, initiativePlace, moneyYears, moneyYearsOfAll, spellYears, tableYears } from '../../checking/initiative-figures';
import { poolOwners } from '../../checking/pool-owner';
import { type Check, type Rule } from '../../rule';

const ID = 'period-tie-out';

/** The stated period against the years with money, and a pool's years of support within them. */
export const periodTieOut: Rule = {
  id: ID,
  reference: 'Tie-out of the same fact in two places (ISA 500); the Danish practice of granting per fiscal year',
  title: { da: 'Perioden i teksten ↔ år med beløb', en: 'Period in the text vs years with amounts' },
  check: ({ agreement }) => [
    ...agreement.initiatives.flatMap((initiative, index) => checkLead(agreement, initiative, index)),
    ...agreement.pools.flatMap((pool, index) => checkPool(agreement, pool, index)),
  ],
};

interface Period {
  readonly from: number;
  readonly to: number;
  readonly place: Check['place'];
}

function checkLead(agreement: Agreement, initiative: Initiative, index: number): Check[] {
  const place = initiativePlace(initiative, index);
  const period = statedPeriod(initiative, place);
  const subject: Subject = { rule: ID, place: period?.place ?? place, initiative: initiative.title, label: null };
  if (tableYears(initiative).length === 0) return [];
  if (period === null) {
    if (initiative.lead === null) return [];
    const message = { da: 'Indledningen angiver ingen hel periode.', en: 'The lead states no complete period.' };
    return [notCheckable({ ...subject, place: { ...place, position: initiative.lead.position } }, message)];
  }
  if (hasRepeatedYear(initiative.columns)) return [notCheckable(subject, { da: 'Et årstal står to gange i tabellens kolonneoverskrifter.', en: "A year appears twice in the table's column headings." })];
  const money = moneyYearsOfAll(agreement, initiative);
  if (money === null) return [notCheckable(subject, { da: 'Årene med beløb er ikke læst.', en: 'The years with amounts were not read.' })];
  const stated = spellYears(period.from, period.to);
  const granted = spellYears(money.from, money.to);
  if (period.from === money.from && period.to === money.to) {
    return [observe(subject, 'agrees', 'info', { da: `Teksten siger ${stated}, og tabellen har beløb i ${granted}: stemmer.`, en: `The text says ${stated} and the table has amounts in ${granted}: agrees.` })];
  }
  return [observe(subject, 'differs', 'error', { da: `Teksten siger ${stated}, men tabellen har beløb i ${granted}.`, en: `The text says ${stated}, but the table has amounts in ${granted}.` }, { seen: [stated, granted] })];
}

/** The period of the lead sentence, else of the first amount that states the total. */
function statedPeriod(initiative: Initiative, place: Check['place']): Period | null {
  const { lead } = initiative;
  if (lead !== null && lead.from !== null && lead.to !== null) return { from: lead.from, to: lead.to, place: { ...place, position: lead.position } };
  for (const stated of initiative.stated) {
    if (stated.role !== 'lead' && stated.role !== 'economy') continue;
    if (stated.from !== null && stated.to !== null) return { from: stated.from, to: stated.to, place: { ...place, position: stated.position } };
  }
  return null;
}

/** Support may stretch over years without a grant of their own between the first and the last; outside them there is nothing to support with. */
function checkPool(agreement: Agreement, pool: Pool, index: number): Check[] {
  const owner = poolOwners(agreement)[index] ?? null;
  const place = placeAt({ pool: index, initiative: owner, position: pool.position });
  const initiative = owner === null ? null : (agreement.initiatives[owner] ?? null);
  const subject: Subject = { rule: ID, place, initiative: initiative?.title ?? pool.initiative, label: pool.title };
  if (pool.supportFrom === null || pool.supportTo === null || initiative === null) return [];
  const money = moneyYears(initiative);
  if (money === null) return [notCheckable(subject, { da: 'Årene med beløb er ikke læst.', en: 'The years with amounts were not read.' })];
  const support = spellYears(pool.supportFrom, pool.supportTo);
  const granted = spellYears(money.from, money.to);
  if (pool.supportFrom >= money.from && pool.supportTo <= money.to) {
    return [observe(subject, 'agrees', 'info', { da: `Puljen støtter ${support}, inden for årene med bevilling ${granted}.`, en: `The pool supports ${support}, within the years with a grant ${granted}.` })];
  }
  if (pool.hasEarlierFrame) {
    return [observe(subject, 'not-checkable', 'info', { da: `Puljen støtter ${support}; teksten nævner en ramme fra en tidligere aftale, så tabellens år ${granted} afgør det ikke.`, en: `The pool supports ${support}; the text names a frame from an earlier agreement, so the table's years ${granted} do not settle it.` }, { seen: [support, granted] })];
  }
  const years = tableYears(initiative);
  const lastYear = years[years.length - 1] ?? Infinity;
  if (pool.supportFrom >= money.from && money.to === lastYear) {
    return [observe(subject, 'not-checkable', 'info', { da: `Puljen støtter ${support}, ud over tabellens sidste år ${lastYear}.`, en: `The pool supports ${support}, beyond the table's last year ${lastYear}.` }, { seen: [support, String(lastYear)] })];
  }
  return [observe(subject, 'differs', 'warning', { da: `Puljen støtter ${support}, men initiativet har kun bevilling i ${granted}.`, en: `The pool supports ${support}, but the initiative has a grant in ${granted} only.` }, { seen: [support, granted] })];
}
