import { type Agreement } from '../budget/agreement';
import { UNITS } from '../money/unit';
import { isFlag, isNumber, isText, isWhole, isYear, listOf, oneOf, orNull, record, variants, type Shape } from './schema';

const unit = oneOf(...UNITS);
const box = record({ left: isNumber, top: isNumber, right: isNumber, bottom: isNumber });
const position = record({ page: orNull(isWhole), line: isWhole, box: orNull(box) });
const placedText = record({ text: isText, position });
const isDecimals: Shape = (value) => isWhole(value) && Number(value) >= 0 && Number(value) <= 15;
const amount = record({ coefficient: isWhole, decimals: isDecimals, unit });
const cell = variants({
  amount: record({ amount, text: isText, position }),
  nil: record({ text: isText, position }),
  blank: record({ position }),
  unreadable: record({ text: isText, position }),
  text: record({ text: isText, position }),
});
const column = variants({
  year: record({ year: isYear, basis: orNull(isText), header: isText }),
  total: record({ header: isText }),
  amount: record({ header: isText }),
  text: record({ header: isText }),
});
const row = record({
  kind: oneOf('total', 'subtotal', 'component', 'of-which', 'heading'),
  number: orNull(isText),
  label: orNull(isText),
  cells: listOf(cell),
  footnotes: listOf(isText),
  level: isWhole,
  position,
});
const mentionFields = {
  amount,
  approximate: isFlag,
  annual: isFlag,
  permanent: isFlag,
  from: orNull(isYear),
  to: orNull(isYear),
  priceLevel: orNull(isText),
  purpose: orNull(isText),
  position,
};
const stated = record({ ...mentionFields, role: oneOf('lead', 'economy', 'breakdown', 'pool', 'background', 'other') });
const partKind = oneOf('overview', 'initiative-sheet', 'initiative-form', 'prose-section', 'pool-annex', 'expiring-grants', 'budget-table', 'other-table', 'prose');
const initiative = record({
  id: isText,
  number: orNull(isText),
  title: orNull(isText),
  titleDamaged: isFlag,
  group: listOf(isText),
  unit: orNull(unit),
  priceLevel: orNull(isText),
  caption: orNull(placedText),
  columns: listOf(column),
  total: orNull(row),
  components: listOf(row),
  stated: listOf(stated),
  lead: orNull(record({ hasAmount: isFlag, from: orNull(isYear), to: orNull(isYear), position })),
  section: orNull(placedText),
  places: listOf(record({ kind: partKind, position })),
  recommendation: orNull(placedText),
  sectionRecommendation: orNull(placedText),
  notes: listOf(isText),
  sources: listOf(isText),
  position,
});
const pool = record({
  title: isText,
  initiative: orNull(isText),
  amounts: listOf(record({ year: isYear, amount, position })),
  total: orNull(amount),
  administrationPercent: orNull(isNumber),
  roundYears: listOf(isYear),
  supportFrom: orNull(isYear),
  supportTo: orNull(isYear),
  hasEarlierFrame: isFlag,
  position,
});
const unreadReason = oneOf('row-without-label', 'cell-count', 'malformed-amount', 'broken-figure', 'merged-cell', 'foreign-currency', 'unit-missing', 'table-not-understood', 'no-text-on-page', 'hidden-text', 'unaccounted', 'other');
const citedLine = record({ page: orNull(isWhole), line: isWhole, text: isText });
const agreement = record({
  document: record({
    name: isText,
    sha256: isText,
    layout: oneOf('initiative-sheets', 'agreement-with-overview', 'initiative-forms', 'expiring-grants', 'report', 'unknown'),
    pages: orNull(isWhole),
  }),
  title: orNull(isText),
  priceLevel: orNull(isText),
  unit: orNull(unit),
  years: listOf(isYear),
  initiatives: listOf(initiative),
  totals: listOf(record({ label: isText, group: listOf(isText), columns: listOf(column), row })),
  pools: listOf(pool),
  mentions: listOf(record(mentionFields)),
  unread: listOf(record({ text: isText, reason: unreadReason, position })),
  unmatchedSections: listOf(record({ title: placedText, stated: listOf(stated) })),
  countClaims: listOf(record({ count: isWhole, subject: isText, position })),
  parts: listOf(record({ kind: partKind, first: position, last: position })),
  tables: listOf(record({ caption: orNull(placedText), unit: orNull(unit), priceLevel: orNull(isText), columns: listOf(column), rows: listOf(row), position })),
  hasRoundingNote: isFlag,
  isPartlyRead: isFlag,
}, { citedLines: listOf(citedLine) });

/** A stored agreement, checked field by field before anything relies on it; null when it is not one. */
export function parseAgreement(stored: unknown): Agreement | null {
  return agreement(stored) ? (stored as Agreement) : null;
}
