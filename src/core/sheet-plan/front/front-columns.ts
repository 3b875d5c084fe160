import { namedColumns } from '../layout/table-columns';
import { sheetText } from '../sheet-texts';
import { type Language, type PlannedColumn, type PlannedSheet } from '../plan';

/** The name of the front sheet's first heading, one in a workbook; its sheet may be renamed and moved. */
export const FRONT_NAME = 'ReserveForside';

/** The sheets of an import that the front leads to, in their order. */
export const FRONT_LINKS = ['overview', 'components', 'totals', 'pools', 'mentions', 'other-tables', 'findings', 'sources'] as const satisfies readonly PlannedSheet['role'][];

/** A sheet that the front can lead to. */
export type FrontLink = (typeof FRONT_LINKS)[number];

/** The heading of a link's column, and what its cells say. */
export function linkText(link: FrontLink, language: Language): string {
  return sheetText(link === 'other-tables' ? 'otherTables' : link, language);
}

/** Characters that a link's indent and bold heading take beside its longest word. */
const LINK_ROOM = 3;

function longestWord(text: string): number {
  return Math.max(...text.split(' ').map((word) => word.length));
}

/** The columns of the front sheet, the same in every workbook: so narrow that a page on its side shows them in a size that can be read, long texts on several lines. */
export function frontColumns(language: Language): PlannedColumn[] {
  const column = namedColumns(language);
  return [
    column('title', 'agreement', 36),
    column('status', 'status', 15),
    column('errors', 'openErrors', 7),
    column('warnings', 'openWarnings', 11),
    column('unit', 'unit', 10),
    column('price-level', 'priceLevel', 11),
    column('total', 'total', 12),
    ...FRONT_LINKS.map((link): PlannedColumn => ({ key: `link:${link}`, header: linkText(link, language), width: longestWord(linkText(link, language)) + LINK_ROOM })),
    column('document', 'document', 22),
    column('imported', 'imported', 11),
    { ...column('verdict', 'verdict', 22), isMachine: true },
    { ...column('id', 'id', 36), isMachine: true },
  ];
}

/** The columns of a front sheet by the headings that stand in it, in whichever language; null for one that is not the front's. */
export function frontKeys(headers: readonly unknown[]): (string | null)[] {
  const [danish, english] = [frontColumns('da'), frontColumns('en')];
  return headers.map((header) => danish.find((column, index) => column.header === header || english[index]?.header === header)?.key ?? null);
}

/** The language in which a front sheet was made, by its headings. */
export function frontLanguage(headers: readonly unknown[]): Language {
  const known = (language: Language): number => frontColumns(language).filter(({ header }) => headers.includes(header)).length;
  return known('en') > known('da') ? 'en' : 'da';
}
