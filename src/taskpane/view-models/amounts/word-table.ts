import { type Agreement, type Initiative } from '../../../core/budget/agreement';
import { formatUnit, type Language } from '../../../core/money/danish-number';
import { sourceText } from '../../../core/sheet-plan/sheet-texts';
import { figureTable } from './figures';

/** A table as a text processor shows it. Shape: `heads` and every row's `cells` run parallel; the first column is the rows' names. */
export interface WordTable {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[]; readonly isTotal: boolean }[];
  /** Where the figures are from. */
  readonly source: string;
}

/** What the table's own words are. */
export interface WordTableWords {
  readonly total: string;
  readonly totalRow: string;
  readonly unlabelled: string;
}

/** An initiative's figures as a table for a note; null without figures. Blanks that align figures on a screen are left out. */
export function wordTable(agreement: Agreement, initiative: Initiative, words: WordTableWords, language: Language): WordTable | null {
  const table = figureTable(initiative, words.total, language);
  if (table === null) return null;
  const unit = initiative.unit ?? agreement.unit;
  const level = initiative.priceLevel ?? agreement.priceLevel;
  return {
    title: initiative.title ?? agreement.document.name,
    heads: [[unit === null ? null : formatUnit(unit, language), level].filter((part) => part !== null).join(', '), ...table.headers.map(({ text }) => text)],
    rows: table.rows.map(({ kind, label, cells }) => ({ label: kind === 'total' ? words.totalRow : (label ?? words.unlabelled), cells: cells.map(({ text }) => text.replace(/[\u2007\u2008]/g, '')), isTotal: kind === 'total' })),
    source: [agreement.title, agreement.document.name, sourceText(initiative.position, language)].filter((part) => part !== null && part !== '').join(', '),
  };
}

/** The table as text, a tab between columns, as spreadsheets and text processors paste it. */
export function tableAsText({ title, heads, rows, source }: WordTable): string {
  return [title, heads.join('\t'), ...rows.map(({ label, cells }) => [asText(label), ...cells].join('\t')), source].map(asText).join('\n');
}

/** A text that a spreadsheet takes for a formula gets a blank before it. Source: OWASP, CSV injection. */
function asText(text: string): string {
  return /^[=+@-]/.test(text) ? ` ${text}` : text;
}
