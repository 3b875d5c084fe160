import { type FindingDecision } from '../state/pane-state';

/** What the pane says of the findings of a workbook. */
export interface FindingsTexts {
  readonly heading: string;
  readonly check: string;
  readonly filterLabel: string;
  readonly ruleLabel: string;
  readonly allRules: string;
  readonly wholeAgreement: string;
  readonly emptyWorkbook: string;
  readonly goToImport: string;
  readonly notChecked: string;
  readonly clean: string;
  readonly noneShown: string;
  readonly showAll: string;
  readonly goTo: (place: string) => string;
  readonly noCell: string;
  readonly showSource: string;
  readonly inDocument: string;
  readonly inSheet: string;
  readonly computed: string;
  readonly residual: string;
  readonly bound: string;
  readonly unusual: string;
  readonly decisions: Readonly<Record<FindingDecision['kind'], { readonly open: string; readonly label: string; readonly hint: string; readonly confirm: string }>>;
  readonly acceptAll: (count: number) => string;
  readonly acceptsAll: (count: number) => string;
  readonly explained: (count: number) => string;
  readonly caused: (count: number) => string;
  readonly notes: string;
  readonly signedAs: (name: string) => string;
  readonly changeSigner: string;
  readonly commentedBy: (by: string | null, date: string, text: string) => string;
  readonly reopened: string;
  readonly hideFlags: string;
  readonly showFlags: string;
  readonly acceptedBy: (by: string | null, date: string, reason: string) => string;
  readonly place: (page: number | null, line: number) => string;
  readonly countHeading: (count: number) => string;
  readonly rule: (title: string) => string;
}

/** The Danish texts. */
export const findingsTextsDa: FindingsTexts = {
  heading: 'Kontrol af projektmappen',
  check: 'Kontrollér projektmappen',
  filterLabel: 'Vis',
  ruleLabel: 'Kontrolregel',
  allRules: 'Alle kontrolregler',
  wholeAgreement: 'Hele aftalen',
  emptyWorkbook: 'Der er ingen importerede aftaler at kontrollere. Enhver anden tabel kan efterregnes: stil dig i den, og vælg »Kontrollér markeringen«.',
  goToImport: 'Hent en aftale',
  notChecked: 'Projektmappen er ikke kontrolleret, siden ruden blev åbnet.',
  clean: 'Ingen afvigelser. Alt, der kunne kontrolleres, stemmer.',
  noneShown: 'Ingen afvigelser svarer til filteret.',
  showAll: 'Vis alle',
  goTo: (place) => `Gå til ${place}`,
  noCell: 'Tallet står ikke i en celle.',
  showSource: 'Vis i kilden',
  inDocument: 'I dokumentet',
  inSheet: 'I arket',
  computed: 'Beregnet',
  residual: 'Forskel',
  bound: 'Grænse',
  unusual: 'usædvanligt stor for en afrunding',
  decisions: {
    accept: { open: 'Acceptér …', label: 'Begrundelse', hint: 'Gemmes i loggen. Tallet ændres ikke.', confirm: 'Acceptér' },
    comment: { open: 'Kommentér …', label: 'Kommentar', hint: 'Gemmes i loggen. Afvigelsen bliver ved med at være åben.', confirm: 'Gem kommentar' },
    withdraw: { open: 'Træk accepten tilbage …', label: 'Begrundelse', hint: 'Gemmes i loggen. Afvigelsen bliver åben igen.', confirm: 'Træk tilbage' },
  },
  acceptAll: (total) => `Acceptér alle ${total} …`,
  acceptsAll: (total) => `Gælder de ${total} afvigelser, der har samme årsag.`,
  explained: (total) => `Se de ${total} afvigelser`,
  caused: (total) => `Se ${total} ${total === 1 ? 'afvigelse' : 'afvigelser'}, som ændringen giver`,
  notes: 'Til orientering',
  signedAs: (name) => `I dit navn: ${name}.`,
  changeSigner: 'Skift navn',
  commentedBy: (by, date, text) => `Kommentar ${date}${by === null ? '' : ` af ${by}`}: ${text}`,
  reopened: 'Genåbnet: tallene er ikke længere dem, der blev accepteret.',
  hideFlags: 'Skjul markeringer',
  showFlags: 'Vis markeringer',
  acceptedBy: (by, date, reason) => `Accepteret ${date}${by === null ? '' : ` af ${by}`}: ${reason}`,
  place: (page, line) => (page === null ? `linje ${line}` : `side ${page}, linje ${line}`),
  countHeading: (total) => `${total} ${total === 1 ? 'afvigelse' : 'afvigelser'}`,
  rule: (title) => `Kontrolregel: ${title}`,
};

/** The English texts. */
export const findingsTextsEn: FindingsTexts = {
  heading: 'Check of the workbook',
  check: 'Check the workbook',
  filterLabel: 'Show',
  ruleLabel: 'Rule',
  allRules: 'All rules',
  wholeAgreement: 'The whole agreement',
  emptyWorkbook: 'There are no imported agreements to check. Any other table can be recalculated: put the cursor in it and choose “Check the selection”.',
  goToImport: 'Get an agreement',
  notChecked: 'The workbook has not been checked since the pane was opened.',
  clean: 'No differences. Everything that could be checked agrees.',
  noneShown: 'No differences match the filter.',
  showAll: 'Show all',
  goTo: (place) => `Go to ${place}`,
  noCell: 'The figure is not in a cell.',
  showSource: 'Show in the source',
  inDocument: 'In the document',
  inSheet: 'In the sheet',
  computed: 'Computed',
  residual: 'Difference',
  bound: 'Bound',
  unusual: 'unusually large for rounding',
  decisions: {
    accept: { open: 'Accept …', label: 'Reason', hint: 'Kept in the log. The figure does not change.', confirm: 'Accept' },
    comment: { open: 'Comment …', label: 'Comment', hint: 'Kept in the log. The difference stays open.', confirm: 'Save comment' },
    withdraw: { open: 'Withdraw acceptance …', label: 'Reason', hint: 'Kept in the log. The difference is open again.', confirm: 'Withdraw' },
  },
  acceptAll: (total) => `Accept all ${total} …`,
  acceptsAll: (total) => `For the ${total} differences that have the same cause.`,
  explained: (total) => `See the ${total} differences`,
  caused: (total) => `See the ${total} ${total === 1 ? 'difference' : 'differences'} that the change makes`,
  notes: 'Notes',
  signedAs: (name) => `In your name: ${name}.`,
  changeSigner: 'Change name',
  commentedBy: (by, date, text) => `Comment ${date}${by === null ? '' : ` by ${by}`}: ${text}`,
  reopened: 'Reopened: the figures are no longer those that were accepted.',
  hideFlags: 'Hide flags',
  showFlags: 'Show flags',
  acceptedBy: (by, date, reason) => `Accepted ${date}${by === null ? '' : ` by ${by}`}: ${reason}`,
  place: (page, line) => (page === null ? `line ${line}` : `page ${page}, line ${line}`),
  countHeading: (total) => `${total} ${total === 1 ? 'difference' : 'differences'}`,
  rule: (title) => `Rule: ${title}`,
};
