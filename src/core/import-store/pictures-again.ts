import { type PlannedSheet } from '../sheet-plan/plan';
import { planPicture } from '../sheet-plan/pictures/plan-picture';
import { PICTURE_KINDS, type PictureFacts, type PictureKind, type PictureSource, type PictureTable } from '../sheet-plan/pictures/picture';
import { type ImportRecord, type WrittenPicture } from './store-records';

/** An import whose tables are looked at. */
type WithTables = Pick<ImportRecord, 'state' | 'agreement'>;

/** What a picture of an import is made of. Shape: `others` are the workbook's other imports; only a picture that holds several against each other hears of them. */
export function pictureFacts(kind: PictureKind, record: WithTables, others: readonly WithTables[]): PictureFacts {
  return { ...sourceOf(record), findings: tableOf(record, 'findings'), language: record.state.language, others: kind === 'price-levels' ? others.map(sourceOf) : [] };
}

/** The documents that a picture is made of, its own first, by their hashes. */
export function documentsOf({ agreement, others }: PictureFacts): string[] {
  return [agreement, ...others.map((other) => other.agreement)].map(({ document }) => document.sha256);
}

function sourceOf(record: WithTables): PictureSource {
  return { agreement: record.agreement, overview: tableOf(record, 'overview') };
}

function tableOf({ state }: WithTables, role: 'overview' | 'findings'): PictureTable | null {
  return state.tables.find((table) => table.role === role) ?? null;
}

/** A picture as it was planned, made again, but for its name and the names in its formulas; null where a document that it was made of is gone. Shape: `records` are the workbook's imports and the editions before them. */
export function pictureAgain({ kind, documents }: WrittenPicture, record: ImportRecord, records: readonly ImportRecord[]): PlannedSheet | null {
  const known = PICTURE_KINDS.find((candidate) => candidate === kind);
  const [own, ...others] = documents.map((sha256) => [record, ...records].find(({ agreement }) => agreement.document.sha256 === sha256));
  const present = others.filter((other) => other !== undefined);
  if (known === undefined || own === undefined || present.length < others.length) return null;
  return planPicture(known, pictureFacts(known, { state: record.state, agreement: own.agreement }, present), []);
}
