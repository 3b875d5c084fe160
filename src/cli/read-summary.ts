import { type Agreement, type Initiative, type LayoutName, type UnreadReason } from '../core/budget/agreement';
import { cellAmount, totalCell } from '../core/budget/cells';
import { formatAmount, type Language } from '../core/money/danish-number';
import { type LocalizedText } from '../core/reconciliation/rule';

/** How many lines of a list the summary prints before it says how many more there are. */
const LISTED = 80;

const LAYOUT_NAMES: Readonly<Record<LayoutName, LocalizedText>> = {
  'initiative-sheets': { da: 'initiativark', en: 'initiative sheets' },
  'agreement-with-overview': { da: 'aftale med oversigtstabel', en: 'agreement with an overview table' },
  'initiative-forms': { da: 'initiativskemaer', en: 'initiative forms' },
  'expiring-grants': { da: 'bevillingsudløb', en: 'expiring grants' },
  report: { da: 'rapport uden tabeller', en: 'report without tables' },
  unknown: { da: 'andet dokument', en: 'other document' },
};

const REASONS: Readonly<Record<UnreadReason, LocalizedText>> = {
  'row-without-label': { da: 'række uden tekst', en: 'row without a label' },
  'cell-count': { da: 'antallet af tal passer ikke til kolonnerne', en: 'the figures do not fit the columns' },
  'malformed-amount': { da: 'tallet er ikke skrevet rigtigt', en: 'the number is malformed' },
  'broken-figure': { da: 'tallet er brudt over to linjer', en: 'the number is broken over two lines' },
  'foreign-currency': { da: 'anden valuta', en: 'foreign currency' },
  'unit-missing': { da: 'enheden mangler', en: 'the unit is missing' },
  'table-not-understood': { da: 'tabellen blev ikke forstået', en: 'the table was not understood' },
  'hidden-text': { da: 'skjult tekst, som ikke er læst', en: 'hidden text, which was not read' },
  'no-text-on-page': { da: 'ingen tekst på siden', en: 'no text on the page' },
  other: { da: 'ikke forstået', en: 'not understood' },
};

const TEXTS = {
  untitled: { da: '(uden titel)', en: '(untitled)' },
  damaged: { da: '(titlen er beskadiget)', en: '(the title is damaged)' },
  notStated: { da: 'ikke angivet', en: 'not stated' },
  initiatives: { da: 'initiativer', en: 'initiatives' },
  components: { da: 'rækker', en: 'rows' },
  pools: { da: 'puljer', en: 'pools' },
  mentions: { da: 'beløb i teksten', en: 'amounts in the text' },
  unread: { da: 'Ikke forstået', en: 'Not understood' },
  nothing: { da: 'Der blev hverken fundet tabeller eller beløb.', en: 'Neither tables nor amounts were found.' },
  line: { da: 'linje', en: 'line' },
  page: { da: 'side', en: 'page' },
  more: { da: 'flere', en: 'more' },
} satisfies Record<string, LocalizedText>;

/** What was read from a document, as a person reads it in a terminal. */
export function readSummaryText(agreement: Agreement, language: Language): string {
  const text = (key: keyof typeof TEXTS) => TEXTS[key][language];
  const lines = [
    agreement.title ?? agreement.document.name,
    `${LAYOUT_NAMES[agreement.document.layout][language]} · ${agreement.unit ?? text('notStated')} · ${agreement.priceLevel ?? text('notStated')}${yearsText(agreement)}`,
  ];
  const rows = agreement.initiatives.reduce((count, initiative) => count + initiative.components.length, 0);
  const counts = [
    [agreement.initiatives.length, text('initiatives')],
    [rows, text('components')],
    [agreement.pools.length, text('pools')],
    [agreement.mentions.length, text('mentions')],
  ] as const;
  lines.push(counts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`).join(' · ') || text('nothing'));
  if (agreement.initiatives.length > 0) lines.push('', ...limit(agreement.initiatives.map((initiative) => initiativeLine(initiative, language)), language));
  if (agreement.unread.length > 0) {
    lines.push('', `${text('unread')} (${agreement.unread.length})`);
    lines.push(
      ...limit(
        agreement.unread.map((item) => {
          const page = item.position.page === null ? '' : `${text('page')} ${item.position.page}, `;
          return `  ${page}${text('line')} ${item.position.line}: ${item.text.slice(0, 80)} (${REASONS[item.reason][language]})`;
        }),
        language,
      ),
    );
  }
  return lines.join('\n');
}

function initiativeLine(initiative: Initiative, language: Language): string {
  const only = initiative.columns.findIndex((column) => column.kind === 'amount');
  const row = initiative.total;
  const cell = row === null ? undefined : (totalCell(initiative.columns, row) ?? row.cells[only]);
  const amount = cellAmount(cell, initiative.unit);
  const title = `${initiative.number === null ? '' : `${initiative.number} `}${initiative.title ?? TEXTS.untitled[language]}${initiative.titleDamaged ? ` ${TEXTS.damaged[language]}` : ''}`;
  const shown = title.length > 72 ? `${title.slice(0, 71)}…` : title;
  return `  ${shown.padEnd(72)}  ${(amount === null ? '–' : formatAmount(amount, language)).padStart(18)}`;
}

function yearsText(agreement: Agreement): string {
  const first = agreement.years[0];
  const last = agreement.years.at(-1);
  return first === undefined || last === undefined ? '' : ` · ${first === last ? first : `${first}–${last}`}`;
}

function limit(lines: readonly string[], language: Language): string[] {
  return lines.length <= LISTED ? [...lines] : [...lines.slice(0, LISTED), `  … ${lines.length - LISTED} ${TEXTS.more[language]}`];
}
