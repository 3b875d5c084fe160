import { pictureAgain } from '../../core/import-store/pictures-again';
import { STORE_SHEET, type ImportRecord, type WrittenPicture } from '../../core/import-store/store-records';
import { type FoundCell } from '../../core/sheet-plan/written/own-cells';
import { type PlannedSheet } from '../../core/sheet-plan/plan';
import { type PlacedComment } from '../writing/flags';
import { areasOf } from '../writing/write-cells';
import { chartsOf, contentOf, foreignThings, querySheet, type SheetContent, type SheetQuery } from './sheet-content';

/** The sheet of a picture that is queued to be read. Shape: `isCertain` by its id; `plan` null where it cannot be known any more what was written. */
export interface PictureQuery extends SheetQuery {
  readonly picture: WrittenPicture;
  readonly plan: PlannedSheet | null;
  readonly isCertain: boolean;
}

/** Queues the sheets of an import's pictures that are still there: by id, else by name. Shape: `records` are the workbook's imports and the editions before them. */
export function queryPictures(context: Excel.RequestContext, record: ImportRecord, records: readonly ImportRecord[], worksheets: readonly Excel.Worksheet[]): PictureQuery[] {
  return (record.state.pictures ?? []).flatMap((picture): PictureQuery[] => {
    const certain = worksheets.find(({ id }) => id === picture.id);
    const sheet = certain ?? worksheets.find(({ name }) => name.toLowerCase() === picture.name.toLowerCase());
    if (sheet === undefined || sheet.name === STORE_SHEET) return [];
    return [{ ...querySheet(context, sheet.id, sheet.name), picture, plan: pictureAgain(picture, record, records), isCertain: certain !== undefined }];
  });
}

/** What is on a picture's sheet, told apart. Shape: `cells` are those in which something stands. */
export function pictureContent(query: PictureQuery, cells: readonly FoundCell[], comments: readonly PlacedComment[]): SheetContent {
  const { plan, name } = query;
  const charts = plan === null ? [] : chartsOf(plan, query);
  const own = { blocks: plan === null ? [] : areasOf(plan), tables: [], marks: {}, charts };
  return contentOf(name, cells, comments, own, foreignThings(query, { tables: new Set(), charts: new Set(charts) }));
}
