import { type Bench } from './bench';
import { OVERVIEW } from './preparations';

/** Something that the user or a co-author does meanwhile. Shape: `isCorrection` where it changes a figure of the import, which goes with it. */
export interface Happening {
  readonly what: string;
  readonly act: (bench: Bench) => void;
  readonly isCorrection?: boolean;
}

const THEIRS = 'en kollegas';
const WHOLE_ROW = { column: 0, rows: 1, columns: 16_384 };
const hasOverview = ({ excel }: Bench): boolean => excel.workbook.sheetNamed(OVERVIEW) !== null;
const whereItStands = (act: (bench: Bench) => void) => (bench: Bench): void => {
  if (hasOverview(bench)) act(bench);
};
const theyWrite = ({ excel }: Bench, sheet: string, address: string): void => excel.side.enter(excel.sheet(sheet), excel.side.areaOf(address), () => THEIRS, 'coauthor');

/** What may come between any two syncs. */
export const HAPPENINGS: readonly Happening[] = [
  { what: 'a co-author writes on a sheet of the user', act: (bench) => theyWrite(bench, 'Ark1', 'T20') },
  { what: 'a co-author writes beside an imported table', act: whereItStands((bench) => theyWrite(bench, OVERVIEW, 'T20')) },
  { what: 'a co-author writes over an imported figure', isCorrection: true, act: whereItStands((bench) => theyWrite(bench, OVERVIEW, 'E5')) },
  { what: 'a co-author makes a sheet of the wanted name', act: (bench) => (hasOverview(bench) ? undefined : theyWrite(bench, bench.excel.workbook.addSheet(OVERVIEW).name, 'D20')) },
  { what: 'a co-author deletes the overview', act: whereItStands(({ excel }) => excel.workbook.deleteSheet(excel.sheet(OVERVIEW), 'coauthor')) },
  { what: 'a co-author renames the overview', act: whereItStands(({ excel }) => excel.workbook.renameSheet(excel.sheet(OVERVIEW), 'Kollegas navn', 'coauthor')) },
  { what: 'a co-author writes a comment', act: whereItStands(({ excel }) => void excel.workbook.addComment(excel.sheet(OVERVIEW), 4, 4, THEIRS, 'Bo', 'coauthor')) },
  { what: 'the user inserts a row above the overview', act: whereItStands(({ excel }) => excel.workbook.shiftCells(excel.sheet(OVERVIEW), { row: 0, ...WHOLE_ROW }, 'row', false, 'user')) },
  { what: 'the user deletes a row of the overview', act: whereItStands(({ excel }) => excel.workbook.shiftCells(excel.sheet(OVERVIEW), { row: 5, ...WHOLE_ROW }, 'row', true, 'user')) },
  { what: 'the user protects the overview', act: whereItStands(({ excel }) => excel.protectSheet(OVERVIEW)) },
  { what: 'the user protects the workbook', act: ({ excel }) => void (excel.workbook.isStructureProtected = true) },
  { what: 'the user presses Ctrl+Z', act: ({ excel }) => void excel.side.undo() },
];

/** How often a text of theirs stands in cells and comments. */
export function theirs({ excel }: Bench): number {
  const cells = excel.workbook.sheets.flatMap((sheet) => [...sheet.cells.values()].filter(({ value }) => value === THEIRS));
  return cells.length + excel.workbook.comments.filter(({ content }) => content === THEIRS).length;
}

/** What a request does that writes over cells or takes sheets away: Excel has no lock, so what comes in the very moment of such a request cannot be seen before it. */
const TAKING = new Set(['Delete', 'ValuesAsJson']);

/** Lets something happen before the given sync of the next action is carried out. Shape: `kept` is how many texts of theirs must stand afterwards. */
export function letHappen(bench: Bench, sync: number, happening: Happening): { readonly kept: () => number } {
  let count = 0;
  bench.excel.resetCounters();
  bench.excel.intercept(({ index, body }) => {
    if (index !== sync) return null;
    happening.act(bench);
    count = body.Actions.some(({ Name }) => TAKING.has(Name ?? '')) ? 0 : theirs(bench);
    return null;
  });
  return { kept: () => count };
}
