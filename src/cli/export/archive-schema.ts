/** The type of a column in a file. Units: `time` in ISO 8601. */
export type ColumnType = 'text' | 'whole' | 'number' | 'truth' | 'time';

/** The columns of every table in the order in which the files have them; each table begins with the document that a row is from. */
export const ARCHIVE_TABLES = {
  documents: { name: 'text', version: 'text', layout: 'text', pages: 'whole', title: 'text', price_level: 'text', unit: 'text', first_year: 'whole', last_year: 'whole', initiatives: 'whole', verdict: 'text', agrees: 'whole', agrees_within_rounding: 'whole', differs: 'whole', not_checkable: 'whole', figures: 'whole', unaccounted: 'whole', is_partly_read: 'truth', exported_at: 'time' },
  initiatives: { initiative: 'whole', number: 'text', title: 'text', is_title_damaged: 'truth', ministry: 'text', group: 'text', unit: 'text', price_level: 'text', recommendation: 'text', page: 'whole', line: 'whole' },
  components: { initiative: 'whole', component: 'whole', label: 'text', kind: 'text', page: 'whole', line: 'whole' },
  amounts: { source: 'text', initiative: 'whole', component: 'whole', item: 'whole', label: 'text', column: 'text', year: 'whole', value: 'number', unit: 'text', kroner: 'number', price_level: 'text', printed: 'text', page: 'whole', line: 'whole' },
  stated: { initiative: 'whole', role: 'text', value: 'number', unit: 'text', kroner: 'number', from_year: 'whole', to_year: 'whole', is_approximate: 'truth', is_annual: 'truth', is_permanent: 'truth', purpose: 'text', price_level: 'text', page: 'whole', line: 'whole' },
  pools: { pool: 'whole', title: 'text', initiative: 'text', administration_percent: 'number', support_from: 'whole', support_to: 'whole', page: 'whole', line: 'whole' },
  checks: { check: 'whole', rule: 'text', outcome: 'text', severity: 'text', initiative: 'text', label: 'text', column: 'text', printed: 'number', computed: 'number', residual: 'number', bound: 'number', unit: 'text', page: 'whole', line: 'whole', message_da: 'text', message_en: 'text' },
  causes: { cause: 'whole', kind: 'text', severity: 'text', is_certain: 'truth', checks: 'whole', initiative: 'text', label: 'text', column: 'text', printed: 'number', corrected: 'number', unit: 'text', page: 'whole', line: 'whole', message_da: 'text', message_en: 'text' },
  places: { initiative: 'whole', kind: 'text', page: 'whole', line: 'whole' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, ColumnType>>>>;

export type ArchiveTable = keyof typeof ARCHIVE_TABLES;

export const TABLE_NAMES = Object.keys(ARCHIVE_TABLES) as ArchiveTable[];

/** The first column of every table: the SHA-256 of the document that the row is from. */
export const DOCUMENT_COLUMN = 'document';

/** The columns of a table with their types, the document first. */
export function columnsOf(table: ArchiveTable): readonly (readonly [name: string, type: ColumnType])[] {
  return [[DOCUMENT_COLUMN, 'text'], ...Object.entries(ARCHIVE_TABLES[table])];
}

/** A row as it is kept between reading and writing. Shape: a value by its column; a column that is left out is null. */
export type ArchiveRow = Readonly<Record<string, string | number | boolean | null>>;

/** All rows of one document. */
export interface ArchivedDocument {
  readonly sha256: string;
  readonly version: string;
  readonly rows: Readonly<Record<ArchiveTable, readonly ArchiveRow[]>>;
}
