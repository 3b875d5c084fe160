import { type Agreement, type Unread } from '../../../budget/agreement';
import { amountToMillion } from '../../../money/amount';
import { formatAmount, formatUnit } from '../../../money/danish-number';
import { type Unit } from '../../../money/unit';
import { notCheckable, observe, placeAt, type Subject } from '../../checking/check-building';
import { endSentence } from '../../checking/check-texts';
import { hasFigures } from '../../checking/printed-rows';
import { type Check, type LocalizedText, type Rule } from '../../rule';

const ID = 'unit-stated';

/** More than the whole Danish economy turns out in a year (some 3,000 billion kr. in 2024, Statistics Denmark). Units: million kroner. */
const MOST_MILLION = 3_000_000;
/** Fewer kroner than this may well recur as a number of thousands or millions. */
const LEAST_KRONER = 10_000;

/** Every amount has a whole unit that it can have: tables state theirs, prose does not break off after "mio.", figures are well formed and not too large for their unit. */
export const unitStated: Rule = {
  id: ID,
  reference: 'A figure without its unit has no meaning (Danish budget guidance: amounts are given with unit and price level)',
  title: { da: 'Enhed angivet', en: 'Unit stated' },
  check: ({ agreement }) => [
    ...agreement.initiatives.flatMap((initiative, index): Check[] => {
      const rows = [...(initiative.total === null ? [] : [initiative.total]), ...initiative.components];
      if (!rows.some(hasFigures)) return [];
      const subject: Subject = { rule: ID, place: placeAt({ initiative: index, position: initiative.caption?.position ?? initiative.position }), initiative: initiative.title, label: null };
      return [checkTable(subject, initiative.unit)];
    }),
    ...agreement.tables.flatMap((table, index): Check[] => {
      if (!table.rows.some(hasFigures)) return [];
      return [checkTable({ rule: ID, place: placeAt({ table: index, position: table.position }), initiative: null, label: table.caption?.text ?? null }, table.unit)];
    }),
    ...agreement.unread.flatMap((unread) => checkUnread(unread, ownerOf(agreement.initiatives, unread))),
    ...checkMagnitudes(agreement),
  ],
};

/** Amounts of the text that are too large for their unit: more than anything costs, or the digits of an amount in kroner with a unit a thousand times larger or more. */
function checkMagnitudes(agreement: Agreement): Check[] {
  const inKroner = new Set(agreement.mentions.filter(({ amount }) => amount.unit === 'kr.').map(({ amount }) => amount.coefficient));
  return agreement.mentions.flatMap((mention): Check[] => {
    const { amount, position } = mention;
    const isSlip = amount.unit !== 'kr.' && amount.decimals === 0 && Math.abs(amount.coefficient) >= LEAST_KRONER && inKroner.has(amount.coefficient);
    if (!isSlip && Math.abs(amountToMillion(amount)) <= MOST_MILLION) return [];
    const owner = ownerOf(agreement.initiatives, mention);
    const subject: Subject = { rule: ID, place: placeAt({ initiative: owner?.index ?? null, position }), initiative: owner?.title ?? null, label: formatAmount(amount, 'da') };
    const message = { da: `»${formatAmount(amount, 'da')}« kan næppe være rigtigt: beløbet er for stort til sin enhed.`, en: `“${formatAmount(amount, 'en')}” can hardly be right: the amount is too large for its unit.` };
    return [observe(subject, 'differs', 'warning', message, { printed: amount })];
  });
}

function checkTable(subject: Subject, unit: Unit | null): Check {
  if (unit !== null) return observe(subject, 'agrees', 'info', { da: endSentence(`Tabellen er i ${unit}`), en: endSentence(`The table is in ${formatUnit(unit, 'en')}`) });
  return notCheckable(subject, { da: 'Tabellen angiver ingen enhed, så dens tal kan ikke sammenlignes med andre.', en: 'The table states no unit, so its figures cannot be compared with others.' }, 'warning');
}

/** An amount as the text prints it: digits, and one word behind them at most. Where something else lacks its unit, it names a table or a column. */
const AMOUNT = /^\D{0,2}\d[\d.,\s]{0,30}\p{L}{0,9}\.?$/u;

const SLIP: Readonly<Partial<Record<Unread['reason'], LocalizedText>>> = {
  'unit-missing': { da: ' uden »kr.«', en: ' without “kr.”' },
  'malformed-amount': { da: ', som ikke er skrevet som et beløb', en: ', which is not written as an amount' },
};

function checkUnread(unread: Unread, owner: { title: string | null; index: number } | null): Check[] {
  const slip = SLIP[unread.reason];
  if (slip === undefined) return [];
  const text = unread.text.trim();
  const subject: Subject = { rule: ID, place: placeAt({ initiative: owner?.index ?? null, position: unread.position }), initiative: owner?.title ?? null, label: text };
  const message =
    unread.reason === 'unit-missing' && !AMOUNT.test(text)
      ? { da: `Der er ingen enhed ved »${text}«, så tallene dér er ikke læst.`, en: `No unit is stated at “${text}”, so the figures there were not read.` }
      : { da: `Der står »${text}«${slip.da}.`, en: `It says “${text}”${slip.en}.` };
  return [observe(subject, 'differs', 'warning', message, { seen: [text] })];
}

/** The initiative whose text a line belongs to: the last one that starts before it. */
function ownerOf(initiatives: readonly { readonly title: string | null; readonly position: Unread['position']; readonly section: { readonly position: Unread['position'] } | null }[], unread: Pick<Unread, 'position'>): { title: string | null; index: number } | null {
  let owner: { title: string | null; index: number; page: number; line: number } | null = null;
  initiatives.forEach((initiative, index) => {
    const start = initiative.section?.position ?? initiative.position;
    const [page, line] = [start.page ?? 0, start.line];
    const isBefore = page < (unread.position.page ?? 0) || (page === (unread.position.page ?? 0) && line <= unread.position.line);
    const isLater = owner === null || page > owner.page || (page === owner.page && line > owner.line);
    if (isBefore && isLater) owner = { title: initiative.title, index, page, line };
  });
  return owner;
}
