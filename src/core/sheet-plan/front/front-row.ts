import { sheetDate } from '../layout/dates';
import { amountFormat } from '../layout/figures/number-formats';
import { textLiteral, wholeColumn } from '../layout/table-formulas';
import { type Language, linkAddress, type PlanCell } from '../plan';
import { statusText } from '../sheet-texts';
import { type FrontAgreement, type FrontSheet } from './front-agreement';
import { FRONT_LINKS, linkText } from './front-columns';

/** The sheets whose rows say by their own sums that something is wrong, with or without the add-in. */
const LIVE: ReadonlySet<FrontSheet['link']> = new Set(['overview', 'components', 'totals']);

/**
 * A row's cell by its column's key. Shape: `at` gives the address of another cell of the row.
 * What belongs to no column that is there any more is left out by who writes the row.
 */
export function frontCell(key: string, agreement: FrontAgreement, at: (key: string) => string | null, language: Language): PlanCell {
  switch (key) {
    case 'title': return { kind: 'text', text: agreement.title, style: 'wrapped' };
    case 'status': return statusCell(agreement, at('verdict'), language);
    case 'errors': return { kind: 'number', value: agreement.open.errors, format: '0', style: 'wrapped' };
    case 'warnings': return { kind: 'number', value: agreement.open.warnings, format: '0', style: 'wrapped' };
    case 'total': return totalCell(agreement);
    case 'unit': return { kind: 'text', text: agreement.unit ?? '', style: 'wrapped-indented' };
    case 'price-level': return { kind: 'text', text: agreement.priceLevel ?? '', style: 'wrapped' };
    case 'document': return { kind: 'text', text: agreement.document, style: 'wrapped' };
    case 'imported': return { kind: 'text', text: sheetDate(agreement.importedAt, language), style: 'wrapped' };
    case 'verdict': return { kind: 'text', text: statusText(agreement.status, language) };
    case 'id': return { kind: 'text', text: agreement.importId, style: 'subtle' };
    default: return linkCell(agreement, key, language);
  }
}

/** What the last check found, and an error as soon as a row of the agreement's own sheets says so. */
function statusCell({ sheets }: FrontAgreement, verdict: string | null, language: Language): PlanCell {
  const wrong = sheets.flatMap(({ link, table, headers }) => {
    const header = headers.get('status');
    return table === null || header === undefined || !LIVE.has(link) ? [] : [`COUNTIF(${wholeColumn(table, header)},"✗*")`];
  });
  if (verdict === null) return { kind: 'text', text: '' };
  if (wrong.length === 0) return { kind: 'formula', formula: `=${verdict}`, format: 'General', style: 'wrapped-indented' };
  return { kind: 'formula', formula: `=IF(${wrong.join('+')}>0,${textLiteral(statusText('error', language))},${verdict})`, format: 'General', style: 'wrapped-indented' };
}

/** The sum of the overview's totals as they stand; nothing where it would add amounts of several units, or where the document has no overview. */
function totalCell({ sheets, isMixed, decimals }: FrontAgreement): PlanCell {
  const overview = sheets.find(({ link }) => link === 'overview');
  const header = overview?.headers.get('total') ?? overview?.headers.get('printed-total');
  if (isMixed || overview === undefined || overview.table === null || header === undefined) return { kind: 'blank', format: 'General' };
  return { kind: 'formula', formula: `=SUM(${wholeColumn(overview.table, header)})`, format: amountFormat(decimals), style: 'wrapped' };
}

function linkCell({ sheets }: FrontAgreement, key: string, language: Language): PlanCell {
  const link = FRONT_LINKS.find((one) => `link:${one}` === key);
  const target = sheets.find((one) => one.link === link);
  if (link === undefined || target === undefined) return { kind: 'blank', format: 'General' };
  return { kind: 'formula', formula: `=HYPERLINK(${textLiteral(`#${linkAddress(target)}`)},${textLiteral(linkText(link, language))})`, format: 'General', style: 'wrapped-link' };
}
