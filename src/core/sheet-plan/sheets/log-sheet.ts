import { type Decision, type LogRow } from '../../reconciliation/acceptances';
import { type LocalizedText } from '../../reconciliation/rule';
import { type Language, type PlanCell } from '../plan';

/** The table of the log, one in a workbook; its sheet may be renamed. */
export const LOG_TABLE = 'ReserveLog';

type LogField = keyof LogRow;

const FIELDS: readonly { readonly field: LogField; readonly header: LocalizedText; readonly width: number }[] = [
  { field: 'number', header: { da: 'Nr.', en: 'No.' }, width: 5 },
  { field: 'at', header: { da: 'Tidspunkt', en: 'Time' }, width: 27 },
  { field: 'by', header: { da: 'Hvem', en: 'Who' }, width: 20 },
  { field: 'decision', header: { da: 'Beslutning', en: 'Decision' }, width: 22 },
  { field: 'reason', header: { da: 'Begrundelse', en: 'Reason' }, width: 50 },
  { field: 'initiative', header: { da: 'Initiativ', en: 'Initiative' }, width: 40 },
  { field: 'label', header: { da: 'Post', en: 'Item' }, width: 30 },
  { field: 'rule', header: { da: 'Kontrol', en: 'Rule' }, width: 24 },
  { field: 'figures', header: { da: 'Tal', en: 'Figures' }, width: 28 },
  { field: 'version', header: { da: 'Version', en: 'Version' }, width: 9 },
  { field: 'documentSha256', header: { da: 'Dokumentets kontrolsum (SHA-256)', en: 'Checksum of the document (SHA-256)' }, width: 20 },
  { field: 'key', header: { da: 'Nøgle', en: 'Key' }, width: 30 },
  { field: 'previousHash', header: { da: 'Forrige kontrolsum', en: 'Previous checksum' }, width: 20 },
  { field: 'hash', header: { da: 'Kontrolsum', en: 'Checksum' }, width: 20 },
];

/** Decisions as the log shows them; the hash is over the decision itself, so that the words may be read in any language. */
const DECISION_WORDS: Readonly<Record<Decision, LocalizedText>> = {
  accept: { da: 'godkendt', en: 'accepted' },
  comment: { da: 'kommenteret', en: 'commented' },
  withdraw: { da: 'godkendelse fortrudt', en: 'acceptance withdrawn' },
  edition: { da: 'udgave erstattet', en: 'edition replaced' },
};

/** Stands for what is not known, because an empty text and nothing are not the same to the hash. */
const NOTHING = '–';

const SHEET_NAME: LocalizedText = { da: 'Afstemningslog', en: 'Reconciliation log' };
const HEADING: LocalizedText = {
  da: 'Beslutninger om afvigelser. Rækker tilføjes og ændres aldrig; hver række har en kontrolsum, så ændringer kan ses.',
  en: 'Decisions on differences. Rows are added and never changed; each row has a checksum, so that changes can be seen.',
};

/** What the log's sheet is called when it is made. */
export function logSheetName(language: Language): string {
  return SHEET_NAME[language];
}

/** The line above the log. */
export function logHeading(language: Language): PlanCell {
  return { kind: 'text', text: HEADING[language], style: 'subtle' };
}

/** The log's headings and widths, in order. */
export function logColumns(language: Language): { readonly header: string; readonly width: number }[] {
  return FIELDS.map(({ header, width }) => ({ header: header[language], width }));
}

/** The language in which a log was begun, by its headings. */
export function logLanguage(headers: readonly string[]): Language {
  return FIELDS.filter(({ header }) => headers.includes(header.en)).length > FIELDS.filter(({ header }) => headers.includes(header.da)).length ? 'en' : 'da';
}

/** A log row as cells. */
export function logCells(row: LogRow, language: Language): PlanCell[] {
  return FIELDS.map(({ field }): PlanCell => {
    if (field === 'number') return { kind: 'number', value: row.number, format: '0' };
    return { kind: 'text', text: field === 'decision' ? DECISION_WORDS[row.decision][language] : (row[field] ?? NOTHING) };
  });
}

/** The decision that a cell names, in either language or as the hash knows it; null for anything else. */
function decisionNamed(text: string): Decision | null {
  const decisions = Object.keys(DECISION_WORDS) as Decision[];
  return decisions.find((decision) => [decision, DECISION_WORDS[decision].da, DECISION_WORDS[decision].en].includes(text)) ?? null;
}

/** The rows of a log as they stand in the sheet; a row that is none becomes one that no hash fits, so that the chain breaks there. */
export function parseLog(headers: readonly string[], values: readonly (readonly unknown[])[]): LogRow[] {
  const columns = new Map(FIELDS.map(({ field, header }) => [field, headers.findIndex((text) => text === header.da || text === header.en)]));
  return values
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) => {
      const text = (field: LogField): string => String(cells[columns.get(field) ?? -1] ?? '');
      const optional = (field: LogField): string | null => (text(field) === NOTHING ? null : text(field));
      const decision = decisionNamed(text('decision'));
      return {
        number: Number(text('number')),
        at: text('at'),
        by: optional('by'),
        decision: decision ?? 'comment',
        reason: text('reason'),
        initiative: optional('initiative'),
        label: optional('label'),
        rule: text('rule'),
        figures: text('figures'),
        version: text('version'),
        documentSha256: text('documentSha256'),
        key: text('key'),
        previousHash: text('previousHash'),
        hash: decision === null ? '' : text('hash'),
      };
    });
}
