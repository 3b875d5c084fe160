import { type Unread } from '../../budget/agreement';
import { notCheckable, observe, placeAt, type Subject } from '../checking/check-building';
import { hasFigures } from '../checking/printed-rows';
import { type Check, type LocalizedText, type Rule } from '../rule';

const ID = 'unit-stated';

/** Every amount has a whole unit: tables state theirs, prose does not break off after "mio.", and figures are well formed. */
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
  ],
};

function checkTable(subject: Subject, unit: string | null): Check {
  if (unit !== null) return observe(subject, 'agrees', 'info', { da: `Tabellen er i ${unit}`, en: `The table is in ${unit}` });
  return notCheckable(subject, { da: 'Tabellen angiver ingen enhed, så dens tal kan ikke sammenlignes med andre.', en: 'The table states no unit, so its figures cannot be compared with others.' }, 'warning');
}

const SLIP: Readonly<Partial<Record<Unread['reason'], LocalizedText>>> = {
  'unit-missing': { da: 'mangler »kr.«', en: 'lacks “kr.”' },
  'malformed-amount': { da: 'er ikke et velformet beløb', en: 'is not a well-formed amount' },
};

function checkUnread(unread: Unread, owner: { title: string | null; index: number } | null): Check[] {
  const slip = SLIP[unread.reason];
  if (slip === undefined) return [];
  const text = unread.text.trim();
  const subject: Subject = { rule: ID, place: placeAt({ initiative: owner?.index ?? null, position: unread.position }), initiative: owner?.title ?? null, label: text };
  return [observe(subject, 'differs', 'warning', { da: `»${text}« ${slip.da}.`, en: `“${text}” ${slip.en}.` })];
}

/** The initiative whose text a line belongs to: the last one that starts before it. */
function ownerOf(initiatives: readonly { readonly title: string | null; readonly position: Unread['position']; readonly section: { readonly position: Unread['position'] } | null }[], unread: Unread): { title: string | null; index: number } | null {
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
