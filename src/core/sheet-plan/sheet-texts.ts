import { type Position, spellPosition } from '../budget/position';
import { type RowKind } from '../budget/table';
import { type LocalizedText, type Outcome, type Severity } from '../reconciliation/rule';
import { type Language } from './plan';

/** The mark of a finding that stands under another one. */
export const FOLLOWING = '↳';

/** Every fixed text that Reserve writes into a sheet. */
const TEXTS = {
  front: { da: 'Forside', en: 'Front page' },
  frontTitle: { da: 'Aftaler i projektmappen', en: 'Agreements in the workbook' },
  frontNote: { da: 'Fejl og advarsler er talt ved seneste kontrol. Status bliver til fejl, så snart en sum i aftalens ark ikke stemmer.', en: 'Errors and warnings were counted at the last check. The status becomes an error as soon as a sum in the agreement\u2019s sheets does not agree.' },
  agreement: { da: 'Aftale', en: 'Agreement' },
  openErrors: { da: 'Åbne fejl', en: 'Open errors' },
  openWarnings: { da: 'Åbne advarsler', en: 'Open warnings' },
  overview: { da: 'Oversigt', en: 'Overview' },
  components: { da: 'Delposter', en: 'Components' },
  totals: { da: 'Totaler', en: 'Totals' },
  mentions: { da: 'Beløb i teksten', en: 'Amounts in the text' },
  pools: { da: 'Puljer', en: 'Pools' },
  findings: { da: 'Afstemning', en: 'Reconciliation' },
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
  printedTotal: { da: 'I alt ifølge aftalen', en: 'Total in the agreement' },
  check: { da: 'Årene mod i alt', en: 'Years against total' },
  componentSum: { da: 'Sum af delposter', en: 'Sum of components' },
  componentCheck: { da: 'Delposter mod i alt', en: 'Components against total' },
  sumCheck: { da: 'Sum mod i alt', en: 'Sum against total' },
  recommendation: { da: 'Indstilling', en: 'Recommendation' },
  source: { da: 'Kilde', en: 'Source' },
  sources: { da: 'Kilder', en: 'Sources' },
  document: { da: 'Dokument', en: 'Document' },
  imported: { da: 'Importeret', en: 'Imported' },
  componentDifference: { da: 'Forskel, delposter', en: 'Difference, components' },
  componentMargin: { da: 'Afrundingsmargin, delposter', en: 'Rounding allowance, components' },
  sumMargin: { da: 'Afrundingsmargin, sum', en: 'Rounding allowance, sum' },
  sumDifference: { da: 'Største forskel', en: 'Largest difference' },
  verdict: { da: 'Fundet ved kontrol', en: 'Found in the check' },
  sentence: { da: 'Sætning', en: 'Sentence' },
  usedIn: { da: 'Bruges i', en: 'Used in' },
  notRead: { da: '– ikke læst', en: '– not read' },
  id: { da: 'Id', en: 'Id' },
  initiativeId: { da: 'Initiativ-id', en: 'Initiative id' },
  component: { da: 'Delpost', en: 'Component' },
  kind: { da: 'Rækketype', en: 'Row type' },
  footnotes: { da: 'Fodnoter', en: 'Footnotes' },
  column: { da: 'Kolonne', en: 'Column' },
  sum: { da: 'Sum', en: 'Sum' },
  printed: { da: 'I dokumentet', en: 'In the document' },
  stated: { da: 'Der står', en: 'Stated' },
  inSheet: { da: 'I arket', en: 'In the sheet' },
  difference: { da: 'Forskel', en: 'Difference' },
  bound: { da: 'Afrundingsmargin', en: 'Rounding allowance' },
  finding: { da: 'Fund', en: 'Finding' },
  cause: { da: 'Årsag', en: 'Cause' },
  noCause: { da: 'Årsag ikke fundet', en: 'No cause found' },
  deviation: { da: 'Afvigelse', en: 'Difference' },
  notChecked: { da: 'Ikke kontrolleret', en: 'Not checked' },
  largeRounding: { da: 'Stor afrunding', en: 'Large rounding' },
  followsFrom: { da: `${FOLLOWING} følger af nr.`, en: `${FOLLOWING} follows from no.` },
  belongsTo: { da: `${FOLLOWING} hører til nr.`, en: `${FOLLOWING} belongs to no.` },
  corrected: { da: 'Skal måske være', en: 'Perhaps should be' },
  atMost: { da: 'Højst', en: 'At most' },
  severity: { da: 'Alvorlighed', en: 'Severity' },
  rule: { da: 'Kontrol', en: 'Rule' },
  label: { da: 'Post', en: 'Item' },
  computed: { da: 'Beregnet', en: 'Calculated' },
  explanation: { da: 'Forklaring', en: 'Explanation' },
  cell: { da: 'Celle', en: 'Cell' },
  show: { da: 'Vis', en: 'Show' },
  status: { da: 'Status', en: 'Status' },
  open: { da: 'Åben', en: 'Open' },
  accepted: { da: 'Godkendt', en: 'Accepted' },
  amount: { da: 'Beløb', en: 'Amount' },
  million: { da: 'Mio. kr.', en: 'DKK million' },
  purpose: { da: 'Formål', en: 'Purpose' },
  fromYear: { da: 'Fra', en: 'From' },
  toYear: { da: 'Til', en: 'To' },
  annual: { da: 'Årligt', en: 'Annual' },
  permanent: { da: 'Varigt', en: 'Permanent' },
  approximate: { da: 'Ca.', en: 'Approx.' },
  saving: { da: 'Besparelse', en: 'Saving' },
  yes: { da: 'ja', en: 'yes' },
  pool: { da: 'Pulje', en: 'Pool' },
  administration: { da: 'Administration', en: 'Administration' },
  rounds: { da: 'Ansøgningsrunder', en: 'Application rounds' },
  support: { da: 'Støtteår', en: 'Support years' },
  noFindings: { da: 'Ingen afvigelser: alle kontrollerede tal stemmer.', en: 'No differences: every figure that was checked agrees.' },
  noTitle: { da: '(titlen kan ikke læses)', en: '(the title cannot be read)' },
  damagedTitle: { da: 'Titlen er beskadiget i kilden.', en: 'The title is damaged in the source.' },
  unreadableCell: { da: 'Tallet kan ikke læses i kilden', en: 'The figure cannot be read in the source' },
  blankCell: { da: 'Feltet er tomt i kilden', en: 'The cell is empty in the source' },
  agrees: { da: '✓ stemmer', en: '✓ agrees' },
  rounding: { da: '≈ afrunding', en: '≈ rounding' },
  differs: { da: '✗ afviger', en: '✗ differs' },
  nothingToCompare: { da: '– intet at sammenligne med', en: '– nothing to compare with' },
  page: { da: 'Side', en: 'Page' },
  line: { da: 'Linje', en: 'Line' },
  asPrinted: { da: 'I dokumentet', en: 'In the document' },
  quote: { da: 'Citat', en: 'Quotation' },
  printedRow: { da: 'I dokumentet', en: 'In the document' },
} as const satisfies Record<string, LocalizedText>;

/** A fixed text in the sheet's language. */
export function sheetText(name: keyof typeof TEXTS, language: Language): string {
  return TEXTS[name][language];
}

/** Whether a cell holds a fixed text in either language. */
export function isSheetText(name: keyof typeof TEXTS, value: unknown): boolean {
  return value === TEXTS[name].da || value === TEXTS[name].en;
}

/** What becomes of a row, from the gravest: what its findings come to, and what stands where there are none. */
export type RowStatus = 'error' | 'warning' | 'info' | 'accepted' | 'partly' | 'agrees' | 'unchecked';

const STATUSES: Readonly<Record<RowStatus, LocalizedText>> = {
  error: { da: '✗ fejl', en: '✗ error' },
  warning: { da: '! advarsel', en: '! warning' },
  info: { da: 'i til orientering', en: 'i for information' },
  accepted: { da: '● godkendt', en: '● accepted' },
  partly: { da: '– delvist kontrolleret', en: '– partly checked' },
  agrees: { da: '✓ stemmer', en: '✓ agrees' },
  unchecked: { da: '– ikke kontrolleret', en: '– not checked' },
};

/** A row's status: a mark of its own and words. */
export function statusText(status: RowStatus, language: Language): string {
  return STATUSES[status][language];
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

/** How much a finding matters: a symbol and a word. */
export function severityText(severity: Severity, language: Language): string {
  return STATUSES[severity][language];
}

const OUTCOMES: Readonly<Record<Outcome, LocalizedText>> = {
  agrees: { da: '✓ stemmer', en: '✓ agrees' },
  'agrees-within-rounding': { da: '≈ stemmer inden for afrunding', en: '≈ agrees within rounding' },
  differs: { da: '✗ afviger', en: '✗ differs' },
  'not-checkable': { da: '– kan ikke kontrolleres', en: '– cannot be checked' },
};

/** The tick mark of a verdict with its word. */
export function outcomeText(outcome: Outcome, language: Language): string {
  return OUTCOMES[outcome][language];
}

/** Where something stands in its document; empty where that is not known. */
export function sourceText(position: Position | null, language: Language): string {
  return position === null ? '' : spellPosition(position, language);
}
