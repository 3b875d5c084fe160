import { type Agreement, type Initiative, type LayoutName, type UnreadReason } from '../../core/budget/agreement';
import { cellAmount, totalCell } from '../../core/budget/cells';
import { type Column, type Row } from '../../core/budget/table';
import { type Amount } from '../../core/money/amount';
import { formatAmount, type Language } from '../../core/money/danish-number';
import { type Unit } from '../../core/money/unit';
import { type LocalizedText } from '../../core/reconciliation/rule';
import { type Answer } from '../command';
import { readOutput } from './read-output';

/** How many lines of a list the summary prints before it says how many more there are. */
const LISTED = 80;
/** How many characters of a name a line shows. */
const NAME_LENGTH = 72;

const LAYOUT_NAMES: Readonly<Record<LayoutName, LocalizedText>> = {
  'initiative-sheets': { da: 'initiativark', en: 'initiative sheets' },
  'agreement-with-overview': { da: 'aftale med oversigtstabel', en: 'agreement with an overview table' },
  'initiative-forms': { da: 'initiativskemaer', en: 'initiative forms' },
  'expiring-grants': { da: 'bevillingsudløb', en: 'expiring grants' },
  report: { da: 'rapport uden tabeller', en: 'report without tables' },
  unknown: { da: 'andet dokument', en: 'other document' },
};

const REASONS: Readonly<Record<UnreadReason, LocalizedText>> = {
  'row-without-label': { da: 'række uden navn', en: 'row without a label' },
  'cell-count': { da: 'antallet af tal passer ikke til kolonnerne', en: 'the figures do not fit the columns' },
  'malformed-amount': { da: 'tallet er ikke skrevet rigtigt', en: 'the number is malformed' },
  'broken-figure': { da: 'tallet er brudt over to linjer', en: 'the number is broken over two lines' },
  'merged-cell': { da: 'tallet står over flere rækker eller kolonner', en: 'the figure stands over several rows or columns' },
  'foreign-currency': { da: 'fremmed valuta', en: 'foreign currency' },
  'unit-missing': { da: 'enheden mangler', en: 'the unit is missing' },
  'table-not-understood': { da: 'tabellen blev ikke forstået', en: 'the table was not understood' },
  'hidden-text': { da: 'skjult tekst, som ikke er læst', en: 'hidden text, which was not read' },
  'no-text-on-page': { da: 'ingen læsbar tekst på siden', en: 'no readable text on the page' },
  unaccounted: { da: 'tal, der ikke er læst ind noget sted', en: 'figures that were read into nothing' },
  other: { da: 'ikke forstået', en: 'not understood' },
};

const TEXTS = {
  untitled: { da: '(uden titel)', en: '(untitled)' },
  damaged: { da: '(titlen er beskadiget)', en: '(the title is damaged)' },
  notStated: { da: 'ikke angivet', en: 'not stated' },
  unread: { da: 'Ikke forstået', en: 'Not understood' },
  nothing: { da: 'Der blev hverken fundet tabeller eller beløb.', en: 'Neither tables nor amounts were found.' },
  table: { da: 'Tabel', en: 'Table' },
  line: { da: 'linje', en: 'line' },
  page: { da: 'side', en: 'page' },
  more: { da: 'flere', en: 'more' },
} satisfies Record<string, LocalizedText>;

/** What is counted, one and several. */
const COUNTED = {
  initiatives: [{ da: 'initiativ', en: 'initiative' }, { da: 'initiativer', en: 'initiatives' }],
  components: [{ da: 'delpost', en: 'component' }, { da: 'delposter', en: 'components' }],
  totals: [{ da: 'total i dokumentet', en: 'total in the document' }, { da: 'totaler i dokumentet', en: 'totals in the document' }],
  pools: [{ da: 'pulje', en: 'pool' }, { da: 'puljer', en: 'pools' }],
  tables: [{ da: 'anden tabel', en: 'other table' }, { da: 'andre tabeller', en: 'other tables' }],
  mentions: [{ da: 'beløb i teksten', en: 'amount in the text' }, { da: 'beløb i teksten', en: 'amounts in the text' }],
} satisfies Record<string, readonly [LocalizedText, LocalizedText]>;

const ROWS: readonly [LocalizedText, LocalizedText] = [{ da: 'række', en: 'row' }, { da: 'rækker', en: 'rows' }];

/** What `read` says of an agreement. */
export function answerRead(agreement: Agreement): Answer {
  return { json: () => readOutput(agreement), text: (language) => readSummaryText(agreement, language), exitCode: 0 };
}

/** What was read from a document, as a person reads it in a terminal. */
export function readSummaryText(agreement: Agreement, language: Language): string {
  const text = (key: keyof typeof TEXTS) => TEXTS[key][language];
  const lines = [
    agreement.title ?? agreement.document.name,
    `${LAYOUT_NAMES[agreement.document.layout][language]} · ${agreement.unit ?? text('notStated')} · ${agreement.priceLevel ?? text('notStated')}${yearsText(agreement)}`,
  ];
  lines.push(countsText(agreement, language) || text('nothing'));
  const found = agreement.initiatives.length > 0 ? agreement.initiatives.map((initiative) => initiativeLine(initiative, language)) : otherLines(agreement, language);
  if (found.length > 0) lines.push('', ...limit(found, language));
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

function countsText(agreement: Agreement, language: Language): string {
  const counts: Readonly<Record<keyof typeof COUNTED, number>> = {
    initiatives: agreement.initiatives.length,
    components: agreement.initiatives.reduce((count, initiative) => count + initiative.components.length, 0),
    totals: agreement.totals.length,
    pools: agreement.pools.length,
    tables: agreement.tables.length,
    mentions: agreement.mentions.length,
  };
  const names = Object.keys(COUNTED) as (keyof typeof COUNTED)[];
  return names.filter((name) => counts[name] > 0).map((name) => `${counts[name]} ${COUNTED[name][counts[name] === 1 ? 0 : 1][language]}`).join(' · ');
}

/** What a document without initiatives gives: its printed totals, pools and tables by their captions. */
function otherLines(agreement: Agreement, language: Language): string[] {
  const totals = agreement.totals.map(({ label, columns, row }) => amountLine(label, rowAmount(columns, row, agreement.unit), language));
  const pools = agreement.pools.map(({ title, total }) => amountLine(title, total, language));
  const tables = agreement.tables.map(({ caption, number, rows }) => {
    const name = caption?.text ?? (number === undefined ? TEXTS.untitled[language] : `${TEXTS.table[language]} ${number}`);
    return `  ${shorten(name)} (${rows.length} ${ROWS[rows.length === 1 ? 0 : 1][language]})`;
  });
  return [...totals, ...pools, ...tables];
}

/** The one amount of a row: its total, or what stands in its only column of amounts. */
function rowAmount(columns: readonly Column[], row: Row, unit: Unit | null): Amount | null {
  return cellAmount(totalCell(columns, row) ?? row.cells[columns.findIndex((column) => column.kind === 'amount')], unit);
}

function amountLine(name: string, amount: Amount | null, language: Language): string {
  return `  ${shorten(name).padEnd(NAME_LENGTH)}  ${(amount === null ? '–' : formatAmount(amount, language)).padStart(18)}`;
}

function shorten(name: string): string {
  return name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH - 1)}…` : name;
}

function initiativeLine(initiative: Initiative, language: Language): string {
  const amount = initiative.total === null ? null : rowAmount(initiative.columns, initiative.total, initiative.unit);
  const title = `${initiative.number === null ? '' : `${initiative.number} `}${initiative.title ?? TEXTS.untitled[language]}${initiative.titleDamaged ? ` ${TEXTS.damaged[language]}` : ''}`;
  return amountLine(title, amount, language);
}

function yearsText(agreement: Agreement): string {
  const first = agreement.years[0];
  const last = agreement.years.at(-1);
  return first === undefined || last === undefined ? '' : ` · ${first === last ? first : `${first}–${last}`}`;
}

function limit(lines: readonly string[], language: Language): string[] {
  return lines.length <= LISTED ? [...lines] : [...lines.slice(0, LISTED), `  … ${lines.length - LISTED} ${TEXTS.more[language]}`];
}
