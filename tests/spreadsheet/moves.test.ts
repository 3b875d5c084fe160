import { ExcelSide } from '../../src/workbench/excel-side/excel-side';
import { MAX_COLUMNS, MAX_ROWS } from '../../src/spreadsheet/cells/address';

/** A sheet with a table, a name, a comment, a rule and formulas that look at one another. */
function filled() {
  const side = new ExcelSide();
  const { workbook } = side;
  const sheet = workbook.activeSheet;
  const put = (address: string, rows: unknown[][]): void => side.enter(sheet, { ...side.areaOf(address), rows: rows.length, columns: rows[0]?.length ?? 0 }, (row, column) => rows[row]?.[column]);
  put('B3', [['Navn', '2026', 'I alt'], ['Æbler', 1, null], ['Pærer', 2, null], ['Kiwi', 3, null]]);
  const table = workbook.addTable(sheet, side.areaOf('B3:D6'), true, 'user');
  put('D4', [['=[@2026]*2'], ['=[@2026]*2'], ['=[@2026]*2']]);
  put('F3', [['=SUM(C4:C6)'], ['=SUM(Tabel1[2026])'], ['=C5*10']]);
  workbook.addName('Basis', '=Ark1!$C$4:$C$6', null);
  workbook.addComment(sheet, 4, 2, 'Se her', 'Mig', 'user');
  sheet.conditionalFormats.push({ id: 'r', area: side.areaOf('C4:C6'), type: 'Custom', settings: new Map([['Formula', '=$C4>2']]) });
  const seen = () => {
    workbook.settle();
    return JSON.stringify({
      cells: [...sheet.cells].filter(([, cell]) => cell.value !== null || cell.formula !== undefined).sort(([a], [b]) => a - b).map(([key, cell]) => [key, cell.value, cell.formula]),
      tables: workbook.tables.map(({ name, area, columns }) => [name, area, columns.map((column) => column.name)]),
      names: workbook.names.map(({ formula }) => formula),
      comments: workbook.comments.map(({ row, column, content }) => [row, column, content]),
      rules: sheet.conditionalFormats.map(({ area, settings }) => [area, settings.get('Formula')]),
    });
  };
  return { side, workbook, sheet, table, put, seen, formula: (address: string) => { const { row, column } = side.areaOf(address); return sheet.cell(row, column)?.formula; } };
}

const row = (index: number, rows = 1) => ({ row: index, column: 0, rows, columns: MAX_COLUMNS });
const column = (index: number) => ({ row: 0, column: index, rows: MAX_ROWS, columns: 1 });

test.each([
  ['a deleted row', row(4), 'row', true],
  ['a deleted column of a table', column(2), 'column', true],
  ['a deleted table', row(2, 4), 'row', true],
  ['an inserted row', row(4), 'row', false],
  ['an inserted column in a table', column(2), 'column', false],
] as const)('%s is taken back whole, and can be done again', (_, area, axis, isDeletion) => {
  const { side, workbook, sheet, seen } = filled();
  side.history.commit();
  const before = seen();
  workbook.shiftCells(sheet, area, axis, isDeletion, 'user');
  const after = seen();
  expect(after).not.toBe(before);
  side.undo();
  expect(seen()).toBe(before);
  side.redo();
  expect(seen()).toBe(after);
  side.undo();
  expect(seen()).toBe(before);
});

test("a table's header row is not deleted from under it", () => {
  const { workbook, sheet, seen } = filled();
  const before = seen();
  expect(() => workbook.shiftCells(sheet, row(2), 'row', true, 'user')).toThrow(expect.objectContaining({ code: 'InvalidOperation' }) as Error);
  expect(seen()).toBe(before);
});

test('the formula of a rule moves with its cells, also when the first of them goes', () => {
  const { workbook, sheet } = filled();
  workbook.shiftCells(sheet, row(0, 2), 'row', false, 'user');
  expect(sheet.conditionalFormats[0]?.settings.get('Formula')).toBe('=$C6>2');
  workbook.shiftCells(sheet, row(5), 'row', true, 'user');
  expect(sheet.conditionalFormats[0]).toMatchObject({ area: { row: 5, rows: 2 } });
  expect(sheet.conditionalFormats[0]?.settings.get('Formula')).toBe('=$C6>2');
});

test('moved cells take along what looks at them, and their comments; the overwritten cells are gone', () => {
  const { workbook, sheet, side, put, formula } = filled();
  put('A10', [[5], ['=A10*2'], ['=$A$10+F3']]);
  put('C10', [['=SUM(A10:A11)'], ['=SUM(A9:A11)']]);
  put('H20', [['gammel']]);
  workbook.addComment(sheet, 9, 0, 'Flytter med', 'Mig', 'user');
  workbook.moveCells(sheet, side.areaOf('A10:A12'), sheet, 19, 7, 'user');
  expect(['H21', 'H22', 'C10', 'C11'].map(formula)).toEqual(['=H20*2', '=$H$20+F3', '=SUM(H20:H21)', '=SUM(A9:A11)']);
  expect(sheet.valueAt(19, 7)).toBe(5);
  expect(sheet.valueAt(9, 0)).toBeNull();
  expect(workbook.commentAt(sheet, 19, 7)?.content).toBe('Flytter med');
});

test('cells moved to another sheet go on looking at the cells that stayed', () => {
  const { workbook, sheet, side, put, formula } = filled();
  put('A10', [[5], ['=A10*C4']]);
  put('A20', [['=A11']]);
  workbook.renameSheet(sheet, 'Tal');
  const other = workbook.addSheet('Andet ark');
  workbook.moveCells(sheet, side.areaOf('A10:A11'), other, 0, 0, 'user');
  expect(other.cell(1, 0)?.formula).toBe('=A1*Tal!C4');
  expect(formula('A20')).toBe("='Andet ark'!A2");
});

test('a deleted sheet clears what could be undone; what looked at it shows #REF!', () => {
  const { side, workbook, sheet, put } = filled();
  const other = workbook.addSheet('Andet');
  side.enter(other, side.areaOf('A1:A2'), (row) => ['=Ark1!C4', '=SUM(Tabel1[2026])'][row]);
  put('A1', [['sidste']]);
  expect(side.history.undoCount).toBeGreaterThan(1);
  workbook.deleteSheet(sheet);
  side.history.commit();
  expect([side.history.undoCount, workbook.tables]).toEqual([0, []]);
  expect([other.cell(0, 0)?.formula, other.cell(1, 0)?.formula]).toEqual(['=#REF!', '=SUM(#REF!)']);
});

test('a copied sheet has its own table, which its formulas use, and its own comments', () => {
  const { workbook, sheet } = filled();
  workbook.addSheet('Andet');
  const copy = workbook.copySheet(sheet, workbook.freeCopyName(sheet), 1);
  workbook.settle();
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['Ark1', 'Ark1 (2)', 'Andet']);
  expect(workbook.tablesOn(copy).map(({ name, area }) => [name, area.rows])).toEqual([['Tabel2', 4]]);
  expect(copy.cells.size).toBe(sheet.cells.size);
  expect(copy.cell(3, 5)?.formula).toBe('=SUM(Tabel2[2026])');
  expect(sheet.cell(3, 5)?.formula).toBe('=SUM(Tabel1[2026])');
  expect(workbook.commentAt(copy, 4, 2)?.content).toBe('Se her');
  expect(new Set(workbook.comments.map(({ id }) => id)).size).toBe(2);
});
