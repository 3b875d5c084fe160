import { type FindingDecision } from '../../state/pane-state';

/** What the pane says of the findings of a workbook. */
export interface FindingsTexts {
  readonly heading: string;
  readonly check: string;
  readonly checkShort: string;
  readonly toolbar: string;
  readonly more: string;
  readonly previous: string;
  readonly next: string;
  readonly positionOf: (index: number, count: number) => string;
  readonly filterLabel: string;
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
  readonly stated: string;
  readonly computed: string;
  readonly atMost: string;
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
  checkShort: 'Kontrollér',
  toolbar: 'Handlinger',
  more: 'Flere handlinger',
  previous: 'Forrige afvigelse',
  next: 'Næste afvigelse',
  positionOf: (index, total) => `${index} af ${total}`,
  filterLabel: 'Vælg, hvad der vises',
  allRules: 'Alle kontrolregler',
  wholeAgreement: 'Hele aftalen',
  emptyWorkbook: 'Der er ingen importerede aftaler at kontrollere. Enhver anden tabel kan regnes efter: sæt markøren i den, og vælg »Kontrollér det valgte område«.',
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
  stated: 'Der står',
  computed: 'Beregnet',
  atMost: 'Højst',
  residual: 'Forskel',
  bound: 'Afrundingsmargin',
  unusual: 'usædvanligt stor for en afrunding',
  decisions: {
    accept: { open: 'Godkend …', label: 'Begrundelse', hint: 'Noteres i loggen. Tallet ændres ikke.', confirm: 'Godkend' },
    comment: { open: 'Kommentér …', label: 'Kommentar', hint: 'Noteres i loggen. Afvigelsen er stadig åben.', confirm: 'Gem kommentar' },
    withdraw: { open: 'Fortryd godkendelsen …', label: 'Begrundelse', hint: 'Noteres i loggen. Afvigelsen bliver åben igen.', confirm: 'Fortryd godkendelsen' },
  },
  acceptAll: (total) => `Godkend alle ${total} …`,
  acceptsAll: (total) => `Gælder de ${total} afvigelser, der har samme årsag.`,
  explained: (total) => `Se de ${total} afvigelser`,
  caused: (total) => `Se ${total} ${total === 1 ? 'afvigelse' : 'afvigelser'}, som ændringen giver`,
  notes: 'Til orientering',
  signedAs: (name) => `I dit navn: ${name}.`,
  changeSigner: 'Skift navn',
  commentedBy: (by, date, text) => `Kommentar ${date}${by === null ? '' : ` af ${by}`}: ${text}`,
  reopened: 'Genåbnet: tallene er ændret, siden afvigelsen blev godkendt.',
  hideFlags: 'Skjul farvemarkeringer',
  showFlags: 'Vis farvemarkeringer',
  acceptedBy: (by, date, reason) => `Godkendt ${date}${by === null ? '' : ` af ${by}`}: ${reason}`,
  place: (page, line) => (page === null ? `linje ${line}` : `side ${page}, linje ${line}`),
  countHeading: (total) => `${total} ${total === 1 ? 'afvigelse' : 'afvigelser'}`,
  rule: (title) => `Kontrolregel: ${title}`,
};

/** The English texts. */
export const findingsTextsEn: FindingsTexts = {
  heading: 'Check of the workbook',
  check: 'Check the workbook',
  checkShort: 'Check',
  toolbar: 'Actions',
  more: 'More actions',
  previous: 'Previous difference',
  next: 'Next difference',
  positionOf: (index, total) => `${index} of ${total}`,
  filterLabel: 'Choose what is shown',
  allRules: 'All rules',
  wholeAgreement: 'The whole agreement',
  emptyWorkbook: 'There are no imported agreements to check. Any other table can be recalculated: put the cursor in it and choose “Check the selected range”.',
  goToImport: 'Open an agreement',
  notChecked: 'The workbook has not been checked since the pane was opened.',
  clean: 'No differences. Everything that could be checked agrees.',
  noneShown: 'No differences match the filter.',
  showAll: 'Show all',
  goTo: (place) => `Go to ${place}`,
  noCell: 'The figure is not in a cell.',
  showSource: 'Show in the source',
  inDocument: 'In the document',
  inSheet: 'In the sheet',
  stated: 'Stated',
  computed: 'Calculated',
  atMost: 'At most',
  residual: 'Difference',
  bound: 'Rounding allowance',
  unusual: 'unusually large for rounding',
  decisions: {
    accept: { open: 'Accept …', label: 'Reason', hint: 'Recorded in the log. The figure does not change.', confirm: 'Accept' },
    comment: { open: 'Comment …', label: 'Comment', hint: 'Recorded in the log. The difference stays open.', confirm: 'Save comment' },
    withdraw: { open: 'Withdraw acceptance …', label: 'Reason', hint: 'Recorded in the log. The difference is open again.', confirm: 'Withdraw acceptance' },
  },
  acceptAll: (total) => `Accept all ${total} …`,
  acceptsAll: (total) => `For the ${total} differences that have the same cause.`,
  explained: (total) => `See the ${total} differences`,
  caused: (total) => `See the ${total} ${total === 1 ? 'difference' : 'differences'} that the change makes`,
  notes: 'For information',
  signedAs: (name) => `In your name: ${name}.`,
  changeSigner: 'Change name',
  commentedBy: (by, date, text) => `Comment ${date}${by === null ? '' : ` by ${by}`}: ${text}`,
  reopened: 'Reopened: the figures have changed since the difference was accepted.',
  hideFlags: 'Hide coloured flags',
  showFlags: 'Show coloured flags',
  acceptedBy: (by, date, reason) => `Accepted ${date}${by === null ? '' : ` by ${by}`}: ${reason}`,
  place: (page, line) => (page === null ? `line ${line}` : `page ${page}, line ${line}`),
  countHeading: (total) => `${total} ${total === 1 ? 'difference' : 'differences'}`,
  rule: (title) => `Rule: ${title}`,
};
