import { ExcelSide } from '../../src/workbench/excel-side/excel-side';

/** A table of five rows with a calculated column, a comment, a link and a look on the row of the pears. */
function table() {
  const side = new ExcelSide();
  const { workbook } = side;
  const sheet = workbook.activeSheet;
  const put = (address: string, rows: unknown[][]): void => side.enter(sheet, { ...side.areaOf(address), rows: rows.length, columns: rows[0]?.length ?? 0 }, (row, column) => rows[row]?.[column]);
  put('B2', [['Navn', 'Beløb', 'Dobbelt'], ['Pærer', 2, null], ['Æbler', 10, null], ['', 5, null], ['Kiwi', 1, null], ['Abrikos', 10, null]]);
  const fruit = workbook.addTable(sheet, side.areaOf('B2:D7'), true, 'user');
  put('D3', [['=C3*2'], ['=C4*2'], ['=C5*2'], ['=C6*2'], ['=C7*2']]);
  put('F2', [['=SUBTOTAL(9;Tabel1[Beløb])'], ['=SUM(Tabel1[Beløb])']]);
  workbook.addComment(sheet, 2, 1, 'Se her', 'Mig', 'user');
  workbook.restyle(sheet, side.areaOf('B3'), (style) => ({ ...style, bold: true }), 'user');
  side.history.commit();
  workbook.settle();
  const column = (letter: string): unknown[] => [3, 4, 5, 6, 7].map((row) => sheet.valueAt(row - 1, letter.charCodeAt(0) - 65));
  const sort = (index: number, isDescending = false): void => {
    workbook.sortRows(sheet, fruit.dataArea, [{ column: index, isDescending }], 'user');
    workbook.settle();
    side.history.commit();
  };
  const filter = (index: number, shown: readonly string[] | null): void => {
    const filtered = fruit.columns[index];
    if (!filtered) throw new Error('no such column');
    workbook.filterTable(fruit, filtered, shown);
    workbook.settle();
    side.history.commit();
  };
  const hidden = (): number[] => [...sheet.hiddenRows].map((row) => row + 1).sort((a, b) => a - b);
  return { side, workbook, sheet, fruit, column, sort, filter, hidden, at: (address: string) => { const { row, column: c } = side.areaOf(address); return sheet.valueAt(row, c); } };
}

describe('sorting', () => {
  test('the rows move whole, the Danish way, with empty cells last whichever way', () => {
    const { column, sort } = table();
    sort(0);
    expect(column('B')).toEqual(['Abrikos', 'Kiwi', 'Pærer', 'Æbler', null]);
    expect(column('C')).toEqual([10, 1, 2, 10, 5]);
    sort(0, true);
    expect(column('B')).toEqual(['Æbler', 'Pærer', 'Kiwi', 'Abrikos', null]);
  });

  test('equal rows keep their order', () => {
    const { column, sort } = table();
    sort(1, true);
    expect(column('B')).toEqual(['Æbler', 'Abrikos', null, 'Pærer', 'Kiwi']);
  });

  test('formulas, looks and comments go with their rows', () => {
    const { column, sort, sheet, workbook } = table();
    sort(1);
    expect(column('D')).toEqual([2, 4, 10, 20, 20]);
    expect(sheet.cell(2, 3)?.formula).toBe('=C3*2');
    expect(sheet.styleAt(3, 1)).toEqual({ bold: true });
    expect(sheet.styleAt(2, 1)).toBeUndefined();
    expect(workbook.comments.map(({ row, column: at }) => [row, at])).toEqual([[3, 1]]);
  });

  test('texts stay as they were entered', () => {
    const { sort, sheet } = table();
    sort(0);
    expect(sheet.cell(2, 1)?.hasQuotePrefix).toBeUndefined();
  });

  test('it is one step that can be taken back and done again', () => {
    const { column, sort, side, workbook } = table();
    const before = column('B');
    const steps = side.history.undoCount;
    sort(0);
    const after = column('B');
    expect(side.history.undoCount).toBe(steps + 1);
    side.undo();
    expect(column('B')).toEqual(before);
    expect(workbook.comments.map(({ row }) => row)).toEqual([2]);
    side.redo();
    expect(column('B')).toEqual(after);
  });

  test('merged cells and a protected sheet are refused, and nothing moves', () => {
    const { side, workbook, sheet } = table();
    workbook.merge(sheet, side.areaOf('H1:H2'), false);
    expect(() => workbook.sortRows(sheet, side.areaOf('H1:I3'), [{ column: 0 }], 'user')).toThrow();
    workbook.protect(sheet, { options: {}, password: null });
    expect(() => workbook.sortRows(sheet, side.areaOf('B3:D7'), [{ column: 0 }], 'user')).toThrow();
  });
});

describe('filtering', () => {
  test('shows the rows with the ticked texts; columns add up, and clearing shows all', () => {
    const { filter, hidden } = table();
    filter(1, ['10', '5']);
    expect(hidden()).toEqual([3, 6]);
    filter(0, ['Æbler', '']);
    expect(hidden()).toEqual([3, 6, 7]);
    filter(1, null);
    expect(hidden()).toEqual([3, 6, 7]);
    filter(0, null);
    expect(hidden()).toEqual([]);
  });

  test('SUBTOTAL leaves out what is filtered away, SUM does not', () => {
    const { filter, at } = table();
    filter(1, ['10']);
    expect([at('F2'), at('F3')]).toEqual([20, 28]);
  });

  test('rows that are filtered away stay where they are when the others are sorted', () => {
    const { filter, sort, column } = table();
    filter(1, ['10', '2']);
    sort(0);
    expect(column('B')).toEqual(['Abrikos', 'Pærer', null, 'Kiwi', 'Æbler']);
  });

  test('it is taken back with its rows, and goes with the column when one is inserted before it', () => {
    const { side, workbook, sheet, fruit, filter, hidden } = table();
    filter(1, ['10']);
    side.undo();
    expect([fruit.isFiltered, hidden()]).toEqual([false, []]);
    side.redo();
    expect([fruit.isFiltered, hidden()]).toEqual([true, [3, 5, 6]]);
    workbook.shiftCells(sheet, { ...side.areaOf('C1'), rows: 1_048_576 }, 'column', false, 'user');
    expect(fruit.columns.map(({ shown }) => shown !== undefined)).toEqual([false, false, true, false]);
  });

  test('a saved workbook keeps it', () => {
    const { side, filter } = table();
    filter(1, ['10']);
    const again = new ExcelSide();
    again.open(JSON.parse(JSON.stringify(side.save())) as ReturnType<typeof side.save>);
    expect(again.workbook.tables[0]?.columns[1]?.shown).toEqual(['10']);
  });
});
