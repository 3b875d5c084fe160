import { type PlannedSheet } from '../sheet-plan/plan';
import { planPicture } from '../sheet-plan/pictures/plan-picture';
import { PICTURE_KINDS, type PictureFacts } from '../sheet-plan/pictures/picture';
import { type ImportRecord, type WrittenPicture } from './store-records';

/** What a picture of an import is made of; its agreement is given apart, because that of an earlier edition may be meant. */
export function pictureFacts({ state }: Pick<ImportRecord, 'state'>, agreement: ImportRecord['agreement']): PictureFacts {
  return { agreement, language: state.language, overview: state.tables.find(({ role }) => role === 'overview') ?? null };
}

/** A picture as it was planned, made again, but for its name and the names in its formulas; null where a document that it was made of is gone. Shape: `records` are the workbook's imports and the editions before them. */
export function pictureAgain({ kind, documents }: WrittenPicture, record: ImportRecord, records: readonly ImportRecord[]): PlannedSheet | null {
  const agreement = [record, ...records].find((one) => one.agreement.document.sha256 === documents[0])?.agreement;
  const known = PICTURE_KINDS.find((candidate) => candidate === kind);
  return agreement === undefined || known === undefined ? null : planPicture(known, pictureFacts(record, agreement), []);
}
