/** The texts of two editions side by side. */
export interface EditionTexts {
  readonly found: (title: string, changes: number) => string;
  readonly see: string;
  readonly orSeparate: string;
  readonly open: string;
  readonly heading: string;
  readonly back: string;
  readonly old: string;
  readonly now: string;
  readonly same: string;
  readonly initiatives: string;
  readonly totals: string;
  readonly pools: string;
  readonly unchanged: string;
  readonly bothSources: string;
  readonly notHere: string;
  readonly textNotAtHand: string;
  readonly pairing: string;
  readonly pairingHint: string;
  readonly none: string;
  readonly noLongerHere: string;
  readonly write: string;
  readonly written: (sheet: string) => string;
  readonly takeOver: string;
  readonly takeOverLead: string;
  readonly confirm: string;
  readonly rows: (gone: number, added: number, kept: number) => string;
  readonly acceptances: (count: number) => string;
  readonly leftTables: (names: string) => string;
  readonly newSheets: (names: string) => string;
  readonly columns: (added: string, gone: string) => string;
  readonly pictures: (names: string) => string;
  readonly edited: (count: number) => string;
  readonly editedCell: (column: string, imported: string, current: string, next: string) => string;
  readonly overwrite: string;
  readonly formulas: (count: number) => string;
  readonly counting: (count: number) => string;
  readonly taken: (title: string, cells: number, added: number, gone: number) => string;
  readonly keptEdits: (count: number) => string;
  readonly decisions: (standing: number, reopened: number) => string;
  readonly left: (names: string) => string;
}

const spell = (locale: string, value: number, one: string, many: string): string => `${value.toLocaleString(locale)} ${value === 1 ? one : many}`;

/** Two editions in Danish. */
export const editionTextsDa: EditionTexts = {
  found: (title, changes) => `Det ligner en ny udgave af »${title}«, som står i projektmappen. ${changes === 0 ? 'Beløbene er de samme.' : `${spell('da-DK', changes, 'ændring', 'ændringer')}.`}`,
  see: 'Se ændringer',
  orSeparate: 'Eller indsæt den som en særskilt aftale:',
  open: 'Sammenlign to aftaler',
  heading: 'Ændringer mellem to udgaver',
  back: 'Tilbage',
  old: 'Gammel udgave',
  now: 'Ny udgave',
  same: 'Alt, hvad der kunne sammenlignes, er det samme i de to udgaver.',
  initiatives: 'Ændrede initiativer',
  totals: 'Ændrede totaler',
  pools: 'Ændrede puljer',
  unchanged: 'Uændrede initiativer',
  bothSources: 'Se begge kilder',
  notHere: 'Står ikke i denne udgave.',
  textNotAtHand: 'Dokumentets tekst er ikke ved hånden. Åbn dokumentet for at se den.',
  pairing: 'Parring',
  pairingHint: 'Er et initiativ parret forkert, kan du rette det her. Der sammenlignes igen med det samme.',
  none: 'Nyt',
  noLongerHere: 'Den ene af de to aftaler er ikke længere åben. Åbn den igen for at sammenligne.',
  write: 'Skriv ændringerne i et ark',
  written: (sheet) => `Ændringerne står på arket ${sheet}. Hver forskel er en formel.`,
  takeOver: 'Erstat på de samme ark …',
  takeOverLead: 'Den nye udgave sættes i stedet for den gamle på de samme ark. Tabeller, navne, formler og dine egne kolonner, rækker og noter bliver, og det noteres i loggen.',
  confirm: 'Erstat den gamle udgave',
  rows: (gone, added, kept) =>
    [`${spell('da-DK', added, 'række kommer til', 'rækker kommer til')}, ${spell('da-DK', gone, 'udgår', 'udgår')}.`, ...(kept === 0 ? [] : [`${spell('da-DK', kept, 'udgået række bliver stående uden beløb', 'udgåede rækker bliver stående uden beløb')}, fordi du har skrevet i eller ved siden af dem.`])].join(' '),
  acceptances: (count) => `${spell('da-DK', count, 'godkendelse genåbnes', 'godkendelser genåbnes')}, fordi tallene er ændret.`,
  leftTables: (names) => `Disse tabeller har fået andre rækker i aftalen. De bliver stående som dine egne med de gamle tal: ${names}.`,
  newSheets: (names) => `Nye ark: ${names}.`,
  columns: (added, gone) => [...(added === '' ? [] : [`Nye kolonner i tabellerne: ${added}.`]), ...(gone === '' ? [] : [`Kolonner, der udgår: ${gone}.`])].join(' '),
  pictures: (names) => `Diagrammerne på ${names} har stadig den gamle udgaves kolonner. Indsæt dem igen.`,
  edited: (count) => `${spell('da-DK', count, 'celle, du selv har rettet,', 'celler, du selv har rettet,')} er også ændret i den nye udgave. ${count === 1 ? 'Den' : 'De'} beholdes og markeres, medmindre du vælger den nye udgaves tal:`,
  editedCell: (column, imported, current, next) => `${column}: ${imported} → din ${current}; ny udgave ${next}`,
  overwrite: 'Brug den nye udgave',
  formulas: (count) => `${spell('da-DK', count, 'formel', 'formler')} peger på rækker eller kolonner, der udgår eller får et andet id. Ret ${count === 1 ? 'den' : 'dem'} bagefter:`,
  counting: (count) => `${spell('da-DK', count, 'formel', 'formler')} finder en kolonne ved at tælle (fx LOPSLAG og INDEKS). Se efter bagefter, at ${count === 1 ? 'den' : 'de'} stadig henter den rigtige:`,
  taken: (title, cells, added, gone) => `Den nye udgave af »${title}« har erstattet den gamle: ${spell('da-DK', cells, 'celle er ændret', 'celler er ændret')}, ${spell('da-DK', added, 'række er kommet til', 'rækker er kommet til')}, ${gone} er udgået.`,
  keptEdits: (count) => `${spell('da-DK', count, 'egen rettelse er beholdt og markeret', 'egne rettelser er beholdt og markeret')}.`,
  decisions: (standing, reopened) => `${spell('da-DK', standing, 'godkendelse står', 'godkendelser står')} ved magt, ${reopened} er genåbnet.`,
  left: (names) => `Står som dine egne: ${names}.`,
};

/** Two editions in English. */
export const editionTextsEn: EditionTexts = {
  found: (title, changes) => `This looks like a new edition of “${title}”, which is in the workbook. ${changes === 0 ? 'The amounts are the same.' : `${spell('en-GB', changes, 'change', 'changes')}.`}`,
  see: 'See changes',
  orSeparate: 'Or insert it as a separate agreement:',
  open: 'Compare two agreements',
  heading: 'Changes between two editions',
  back: 'Back',
  old: 'Old edition',
  now: 'New edition',
  same: 'Everything that could be compared is the same in both editions.',
  initiatives: 'Changed initiatives',
  totals: 'Changed totals',
  pools: 'Changed pools',
  unchanged: 'Unchanged initiatives',
  bothSources: 'See both sources',
  notHere: 'Not in this edition.',
  textNotAtHand: 'The text of the document is not at hand. Open the document to see it.',
  pairing: 'Pairing',
  pairingHint: 'If an initiative was paired wrongly, you can correct it here. The comparison is made again at once.',
  none: 'New',
  noLongerHere: 'One of the two agreements is no longer open. Open it again to compare.',
  write: 'Write the changes on a sheet',
  written: (sheet) => `The changes are on the sheet ${sheet}. Each difference is a formula.`,
  takeOver: 'Replace on the same sheets …',
  takeOverLead: 'The new edition takes the place of the old one on the same sheets. Tables, names, formulas and your own columns, rows and notes stay, and the log records it.',
  confirm: 'Replace the old edition',
  rows: (gone, added, kept) =>
    [`${spell('en-GB', added, 'row is added', 'rows are added')}, ${spell('en-GB', gone, 'goes', 'go')}.`, ...(kept === 0 ? [] : [`${spell('en-GB', kept, 'row that is gone stays without amounts', 'rows that are gone stay without amounts')}, because you have written in or beside them.`])].join(' '),
  acceptances: (count) => `${spell('en-GB', count, 'acceptance is reopened', 'acceptances are reopened')}, because the figures changed.`,
  leftTables: (names) => `These tables have other rows in the agreement now. They stay as your own with the old figures: ${names}.`,
  newSheets: (names) => `New sheets: ${names}.`,
  columns: (added, gone) => [...(added === '' ? [] : [`New columns in the tables: ${added}.`]), ...(gone === '' ? [] : [`Columns that go: ${gone}.`])].join(' '),
  pictures: (names) => `The charts on ${names} still have the columns of the old edition. Insert them again.`,
  edited: (count) => `${spell('en-GB', count, 'cell that you corrected', 'cells that you corrected')} changed in the new edition, too. ${count === 1 ? 'It is' : 'They are'} kept and flagged unless you choose the new edition’s figure:`,
  editedCell: (column, imported, current, next) => `${column}: ${imported} → yours ${current}; new edition ${next}`,
  overwrite: 'Use the new edition',
  formulas: (count) => `${spell('en-GB', count, 'formula points', 'formulas point')} at rows or columns that go or get another id. Correct ${count === 1 ? 'it' : 'them'} afterwards:`,
  counting: (count) => `${spell('en-GB', count, 'formula finds', 'formulas find')} a column by counting (such as VLOOKUP and INDEX). Check afterwards that ${count === 1 ? 'it still fetches' : 'they still fetch'} the right one:`,
  taken: (title, cells, added, gone) => `The new edition of “${title}” has replaced the old one: ${spell('en-GB', cells, 'cell changed', 'cells changed')}, ${spell('en-GB', added, 'row was added', 'rows were added')}, ${gone} went.`,
  keptEdits: (count) => `${spell('en-GB', count, 'correction of yours was kept and flagged', 'corrections of yours were kept and flagged')}.`,
  decisions: (standing, reopened) => `${spell('en-GB', standing, 'acceptance stands', 'acceptances stand')}, ${reopened} reopened.`,
  left: (names) => `Left as your own: ${names}.`,
};
