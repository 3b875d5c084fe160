import { type Position } from '../budget/position';
import { type RowKind } from '../budget/table';
import { type LocalizedText, type Outcome, type Severity } from '../reconciliation/rule';
import { type Language } from './plan';

/** Every fixed text that Reserve writes into a sheet. */
const TEXTS = {
  overview: { da: 'Oversigt', en: 'Overview' },
  components: { da: 'Delposter', en: 'Components' },
  totals: { da: 'Totaler', en: 'Totals' },
  mentions: { da: 'Beløb i teksten', en: 'Amounts in the text' },
  pools: { da: 'Puljer', en: 'Pools' },
  findings: { da: 'Afstemning', en: 'Findings' },
  overviewTable: { da: 'Initiativer', en: 'Initiatives' },
  otherTables: { da: 'Andre tabeller', en: 'Other tables' },
  mentionsTable: { da: 'Tekstbeløb', en: 'TextAmounts' },
  findingsTable: { da: 'Afvigelser', en: 'Differences' },
  number: { da: 'Nr.', en: 'No.' },
  ministry: { da: 'Ministerium', en: 'Ministry' },
  theme: { da: 'Tema', en: 'Theme' },
  group: { da: 'Gruppe', en: 'Group' },
  initiative: { da: 'Initiativ', en: 'Initiative' },
  unit: { da: 'Enhed', en: 'Unit' },
  priceLevel: { da: 'Prisniveau', en: 'Price level' },
  total: { da: 'I alt', en: 'Total' },
  printedTotal: { da: 'Trykt i alt', en: 'Printed total' },
  check: { da: 'Tjek', en: 'Check' },
  componentSum: { da: 'Sum af delposter', en: 'Sum of components' },
  componentCheck: { da: 'Tjek af delposter', en: 'Component check' },
  recommendation: { da: 'Indstilling', en: 'Recommendation' },
  source: { da: 'Kilde', en: 'Source' },
  id: { da: 'Id', en: 'Id' },
  initiativeId: { da: 'Initiativ-id', en: 'Initiative id' },
  component: { da: 'Delpost', en: 'Component' },
  kind: { da: 'Art', en: 'Kind' },
  footnotes: { da: 'Fodnoter', en: 'Footnotes' },
  column: { da: 'Kolonne', en: 'Column' },
  sum: { da: 'Sum', en: 'Sum' },
  printed: { da: 'Trykt', en: 'Printed' },
  difference: { da: 'Forskel', en: 'Difference' },
  bound: { da: 'Grænse', en: 'Bound' },
  severity: { da: 'Alvor', en: 'Severity' },
  rule: { da: 'Kontrol', en: 'Rule' },
  label: { da: 'Post', en: 'Item' },
  computed: { da: 'Beregnet', en: 'Computed' },
  explanation: { da: 'Forklaring', en: 'Explanation' },
  status: { da: 'Status', en: 'Status' },
  open: { da: 'Åben', en: 'Open' },
  accepted: { da: 'Accepteret', en: 'Accepted' },
  amount: { da: 'Beløb', en: 'Amount' },
  million: { da: 'Mio. kr.', en: 'Million kr.' },
  purpose: { da: 'Formål', en: 'Purpose' },
  fromYear: { da: 'Fra', en: 'From' },
  toYear: { da: 'Til', en: 'To' },
  annual: { da: 'Pr. år', en: 'A year' },
  permanent: { da: 'Varigt', en: 'Permanent' },
  approximate: { da: 'Omtrent', en: 'About' },
  saving: { da: 'Besparelse', en: 'Saving' },
  yes: { da: 'ja', en: 'yes' },
  pool: { da: 'Pulje', en: 'Pool' },
  administration: { da: 'Administration', en: 'Administration' },
  rounds: { da: 'Ansøgningsrunder', en: 'Rounds' },
  support: { da: 'Støtteår', en: 'Support years' },
  noFindings: { da: 'Ingen afvigelser: alle kontrollerede tal stemmer.', en: 'No differences: every figure that was checked agrees.' },
  noTitle: { da: '(titlen kan ikke læses)', en: '(title not readable)' },
  damagedTitle: { da: 'Titlen er beskadiget i kilden.', en: 'The title is damaged in the source.' },
  unreadableCell: { da: 'Tallet kan ikke læses i kilden', en: 'The figure cannot be read in the source' },
  blankCell: { da: 'Feltet er tomt i kilden', en: 'The cell is empty in the source' },
  agrees: { da: '✓ stemmer', en: '✓ agrees' },
  rounding: { da: '≈ afrunding', en: '≈ rounding' },
  differs: { da: '✗ afviger', en: '✗ differs' },
  noYears: { da: '– ingen årsbeløb', en: '– no amounts per year' },
  noPrintedTotal: { da: '– ingen trykt total', en: '– no printed total' },
  noComponents: { da: '– ingen delposter', en: '– no components' },
  page: { da: 'Side', en: 'Page' },
  line: { da: 'Linje', en: 'Line' },
  asPrinted: { da: 'Som trykt', en: 'As printed' },
  quote: { da: 'Citat', en: 'Quote' },
  printedRow: { da: 'Trykt', en: 'Printed' },
} as const satisfies Record<string, LocalizedText>;

/** A fixed text in the sheet's language. */
export function sheetText(name: keyof typeof TEXTS, language: Language): string {
  return TEXTS[name][language];
}

/** Whether a cell holds a fixed text in either language. */
export function isSheetText(name: keyof typeof TEXTS, value: unknown): boolean {
  return value === TEXTS[name].da || value === TEXTS[name].en;
}

const ROW_KINDS: Readonly<Record<RowKind, LocalizedText>> = {
  component: { da: 'delpost', en: 'component' },
  'of-which': { da: 'heraf', en: 'of which' },
  subtotal: { da: 'subtotal', en: 'subtotal' },
  total: { da: 'i alt', en: 'total' },
  heading: { da: 'overskrift', en: 'heading' },
};

/** What kind of row it is, in the sheet's language. */
export function rowKindText(kind: RowKind, language: Language): string {
  return ROW_KINDS[kind][language];
}

const SEVERITIES: Readonly<Record<Severity, LocalizedText>> = {
  error: { da: '✗ fejl', en: '✗ error' },
  warning: { da: '! advarsel', en: '! warning' },
  info: { da: 'i oplysning', en: 'i information' },
};

/** How much a finding matters: a symbol and a word. */
export function severityText(severity: Severity, language: Language): string {
  return SEVERITIES[severity][language];
}

const OUTCOMES: Readonly<Record<Outcome, LocalizedText>> = {
  agrees: { da: '✓ stemmer', en: '✓ agrees' },
  'agrees-within-rounding': { da: '≈ stemmer efter afrunding', en: '≈ agrees within rounding' },
  differs: { da: '✗ afviger', en: '✗ differs' },
  'not-checkable': { da: '– kan ikke kontrolleres', en: '– not checkable' },
};

/** The tick mark of a verdict with its word. */
export function outcomeText(outcome: Outcome, language: Language): string {
  return OUTCOMES[outcome][language];
}

/** Where something stands in its document: "s. 3, l. 31" (page 3, line 31). */
export function sourceText(position: Position | null, language: Language): string {
  if (position === null) return '';
  const line = language === 'da' ? `l. ${position.line}` : `line ${position.line}`;
  if (position.page === null) return line;
  return language === 'da' ? `s. ${position.page}, ${line}` : `p. ${position.page}, ${line}`;
}
