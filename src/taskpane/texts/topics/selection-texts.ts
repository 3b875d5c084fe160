import { type GridCheck } from '../../../core/reconciliation/worksheet/worksheet-footing';
import { type ColumnReading, type RowReading } from '../../../core/reconciliation/worksheet/worksheet-reading';

/** The texts of the check of a selection. */
export interface SelectionTexts {
  readonly heading: string;
  readonly check: string;
  readonly back: string;
  readonly area: (place: string, rows: number, columns: number) => string;
  readonly nothingChecked: string;
  readonly noFindings: string;
  readonly unchecked: string;
  readonly findings: string;
  readonly columns: string;
  readonly rows: string;
  readonly rolesHint: string;
  readonly columnNamed: (letters: string) => string;
  readonly rowNamed: (row: number) => string;
  readonly unsummedColumns: (names: string) => string;
  readonly unsummedRows: (count: number) => string;
  readonly directions: Readonly<Record<GridCheck['direction'], string>>;
  readonly columnRoles: Readonly<Record<ColumnReading['role'], string>>;
  readonly rowRoles: Readonly<Record<RowReading['role'], string>>;
  readonly reasons: Readonly<Record<ColumnReading['reason'], string>>;
}

const spell = (locale: string, value: number, one: string, many: string): string => `${value.toLocaleString(locale)} ${value === 1 ? one : many}`;

/** The check of a selection in Danish. */
export const selectionTextsDa: SelectionTexts = {
  heading: 'Kontrol af det valgte område',
  check: 'Kontrollér det valgte område',
  back: 'Tilbage til projektmappen',
  area: (place, rows, columns) => `${place}: ${spell('da-DK', rows, 'række', 'rækker')}, ${spell('da-DK', columns, 'kolonne', 'kolonner')}`,
  nothingChecked: 'Der er ikke fundet nogen sum, så intet er kontrolleret. Udpeg en total blandt rækkerne eller kolonnerne herunder.',
  noFindings: 'Ingen afvigelser blandt de summer, der kunne kontrolleres.',
  unchecked: 'Ikke kontrolleret',
  findings: 'Afvigelser',
  columns: 'Kolonner',
  rows: 'Rækker',
  rolesHint: 'Er en række eller kolonne opfattet forkert, kan du rette den her. Tabellen regnes efter igen.',
  columnNamed: (letters) => `Kolonne ${letters}`,
  rowNamed: (row) => `Række ${row}`,
  unsummedColumns: (names) => `Kolonner uden en sum: ${names}`,
  unsummedRows: (count) => `${spell('da-DK', count, 'række indgår', 'rækker indgår')} ikke i nogen sum.`,
  directions: { down: 'ned ad kolonnen', across: 'hen ad rækken' },
  columnRoles: { label: 'Navne', year: 'År', amount: 'Beløb', total: 'Total', other: 'Tælles ikke med' },
  rowRoles: { header: 'Kolonneoverskrift', heading: 'Mellemoverskrift', component: 'Delpost', 'of-which': 'Heraf-række', subtotal: 'Subtotal', total: 'Total', blank: 'Tælles ikke med' },
  reasons: { header: 'efter overskriften', label: 'efter navnet', arithmetic: 'fordi tallene går op', content: 'efter indholdet', user: 'rettet af dig' },
};

/** The check of a selection in English. */
export const selectionTextsEn: SelectionTexts = {
  heading: 'Check of the selected range',
  check: 'Check the selected range',
  back: 'Back to the workbook',
  area: (place, rows, columns) => `${place}: ${spell('en-GB', rows, 'row', 'rows')}, ${spell('en-GB', columns, 'column', 'columns')}`,
  nothingChecked: 'No sum was found, so nothing has been checked. Point out a total among the rows or columns below.',
  noFindings: 'No differences among the sums that could be checked.',
  unchecked: 'Not checked',
  findings: 'Differences',
  columns: 'Columns',
  rows: 'Rows',
  rolesHint: 'If a row or column was understood wrongly, you can correct it here. The table is recalculated.',
  columnNamed: (letters) => `Column ${letters}`,
  rowNamed: (row) => `Row ${row}`,
  unsummedColumns: (names) => `Columns without a sum: ${names}`,
  unsummedRows: (count) => `${spell('en-GB', count, 'row is', 'rows are')} in no sum.`,
  directions: { down: 'down the column', across: 'across the row' },
  columnRoles: { label: 'Names', year: 'Year', amount: 'Amounts', total: 'Grand total', other: 'Not counted' },
  rowRoles: { header: 'Column heading', heading: 'Subheading', component: 'Component', 'of-which': 'Of-which row', subtotal: 'Subtotal', total: 'Grand total', blank: 'Not counted' },
  reasons: { header: 'by the heading', label: 'by the name', arithmetic: 'because the figures add up', content: 'by the contents', user: 'corrected by you' },
};
