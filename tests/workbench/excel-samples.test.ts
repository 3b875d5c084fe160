import { type HeadlessExcel, startHeadlessExcel } from '../support/headless-excel';

/**
 * What add-ins do that are written after Microsoft's samples (OfficeDev/office-js-snippets): their calls, our own code.
 * A host may refuse what it does not know; it may not answer otherwise than Excel.
 */
let host: HeadlessExcel;

beforeEach(async () => {
  host = await startHeadlessExcel();
});

afterEach(() => {
  jest.useRealTimers();
  return host.close();
});

const onSheet = async <T>(act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => T | Promise<T>): Promise<T> => Excel.run(async (context) => {
  const result = await act(context.workbook.worksheets.getItem('Ark1'), context);
  await context.sync();
  return result;
});

const codeOf = async (act: Promise<unknown>): Promise<string> => act.then(() => 'done', (error: unknown) => (error as OfficeExtension.Error).code);

const formula = (sheet: string, address: string): string | null => host.cell(sheet, address).formula;

describe('tables', () => {
  test('a table of a header row takes its first rows without an empty one between', async () => {
    await onSheet((sheet) => {
      const table = sheet.tables.add('A1:B1', true);
      table.getHeaderRowRange().values = [['Konto', 'Beløb']];
      table.rows.add(undefined, [['Løn', 10], ['Leje', 20]]);
      table.rows.add(undefined, [['Strøm', 5]]);
    });
    expect(host.values('A1:B5')).toEqual([['Konto', 'Beløb'], ['Løn', 10], ['Leje', 20], ['Strøm', 5], ['', '']]);
    expect(host.workbook.tables[0]?.area.rows).toBe(4);
  });

  test('rows that are all deleted leave room for the next', async () => {
    const count = await onSheet(async (sheet, context) => {
      sheet.getRange('A1:A3').values = [['Tal'], [1], [2]];
      const table = sheet.tables.add('A1:A3', true);
      table.rows.deleteRowsAt(0, 2);
      table.rows.load('count');
      await context.sync();
      const { count: found } = table.rows;
      table.rows.add(undefined, [[7]]);
      return found;
    });
    expect(count).toBe(0);
    expect(host.values('A1:A3')).toEqual([['Tal'], [7], ['']]);
  });

  test('a table made into a range leaves addresses in formulas', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:B3').values = [['a', 'b'], [1, ''], [2, '']];
      const table = sheet.tables.add('A1:B3', true);
      table.name = 'Tal';
      sheet.getRange('B2:B3').formulas = [['=[@a]*2'], ['=[@a]*2']];
      sheet.getRange('D1:D3').formulas = [['=SUM(Tal[a])'], ['=ROWS(Tal[#All])'], ['=SUM(Tal)']];
      table.convertToRange();
    });
    expect(['B2', 'B3', 'D1', 'D2', 'D3'].map((address) => formula('Ark1', address))).toEqual(["='Ark1'!$A2*2", "='Ark1'!$A3*2", "=SUM('Ark1'!$A$2:$A$3)", "=ROWS('Ark1'!$A$1:$B$3)", "=SUM('Ark1'!$A$2:$B$3)"]);
    expect(host.values('D1:D3')).toEqual([[3], [3], [9]]);
  });

  test('a deleted table leaves #REF!, never a silent 0', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:A3').values = [['a'], [1], [2]];
      const table = sheet.tables.add('A1:A3', true);
      table.name = 'Tal';
      sheet.getRange('D1').formulas = [['=SUM(Tal[a])']];
      table.delete();
    });
    expect([formula('Ark1', 'D1'), host.values('D1')]).toEqual(['=SUM(#REF!)', [['#REF!']]]);
  });

  test('a table cut to another sheet keeps its id, its name and what looks at it', async () => {
    const ids = await onSheet(async (sheet, context) => {
      sheet.getRange('B2:B4').values = [['a'], [1], [2]];
      const table = sheet.tables.add('B2:B4', true);
      table.name = 'Tal';
      table.load('id');
      sheet.getRange('F1:F2').formulas = [['=SUM(Tal[a])'], ['=B3']];
      const other = context.workbook.worksheets.add('Budget');
      sheet.getRange('A1:C5').moveTo(other.getRange('D10'));
      await context.sync();
      const moved = other.tables.getItem('Tal').load('id');
      await context.sync();
      return [table.id, moved.id];
    });
    expect(ids[1]).toBe(ids[0]);
    expect(host.workbook.tables[0]?.area).toMatchObject({ row: 10, column: 4 });
    expect([formula('Ark1', 'F2'), host.values('Ark1!F1:F2')]).toEqual(['=Budget!E12', [[3], [1]]]);
  });

  test('a table tells of selections that touch it, and of the one that leaves it', async () => {
    const seen: string[] = [];
    await onSheet((sheet) => {
      sheet.getRange('A1:B3').values = [['a', 'b'], [1, 2], [3, 4]];
      sheet.tables.add('A1:B3', true).onSelectionChanged.add((event) => {
        seen.push(`${String(event.isInsideTable)} ${event.address}`);
        return Promise.resolve();
      });
    });
    await host.userSelects('Ark1', 'B2:D9');
    await host.userSelects('Ark1', 'F1');
    await host.userSelects('Ark1', 'F2');
    expect(seen).toEqual(['true B2:B3', 'false ']);
  });
});

describe('ranges', () => {
  test('one value fills a range; one formula is filled in from the first cell; a matrix of another size is refused', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:B2').values = 5 as unknown as number[][];
      sheet.getRange('C1:C3').formulas = '=A1*2' as unknown as string[][];
      sheet.getRange('A1:B2').numberFormat = '0.0' as unknown as string[][];
    });
    expect(host.values('A1:C3')).toEqual([[5, 5, 10], [5, 5, 10], ['', '', 0]]);
    expect(formula('Ark1', 'C3')).toBe('=A3*2');
    expect(host.cell('Ark1', 'B2').text).toBe('5,0');
    expect(await codeOf(onSheet((sheet) => { sheet.getRange('A1:A9').values = [[1]]; }))).toBe('InvalidArgument');
  });

  test('a copy may pass over blank cells, and turn rows into columns', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:C1').formulas = [['1', '', '=A1+$A$1']];
      sheet.getRange('A3:C3').values = [[7, 8, 9]];
      sheet.getRange('A3').copyFrom('A1:C1', 'All', true);
      sheet.getRange('E1').copyFrom('A1:C1', 'All', false, true);
      sheet.getRange('G1').copyFrom('A1:C1', 'Values', false, true);
      sheet.getRange('A5:B6').copyFrom('A1:C1');
    });
    expect(host.values('A3:C3')).toEqual([[1, 8, 2]]);
    expect([formula('Ark1', 'C3'), formula('Ark1', 'E3'), formula('Ark1', 'G3')]).toEqual(['=A3+$A$1', '=E1+$A$1', null]);
    expect(host.values('E1:G3')).toEqual([[1, '', 1], ['', '', ''], [2, '', 2]]);
    expect(host.values('A5:C6')).toEqual([[1, '', 2], ['', '', '']]);
  });

  test('negative counts stay within the range; a range of no rows is refused', async () => {
    const addresses = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('B2:E6');
      const found = [range.getColumnsAfter(-2), range.getColumnsBefore(-1), range.getRowsBelow(-1), range.getRowsAbove(-2), range.getResizedRange(-2, -1)];
      for (const one of found) one.load('address');
      await context.sync();
      return found.map(({ address }) => address.slice(address.indexOf('!') + 1));
    });
    expect(addresses).toEqual(['D2:E6', 'B2:B6', 'B6:E6', 'B2:E3', 'B2:D4']);
    expect(await codeOf(onSheet((sheet) => { sheet.getRange('B2:E6').getResizedRange(-5, 0).load('address'); }))).toBe('InvalidArgument');
  });

  test.each([['tomato', '#FF6347'], ['DarkSlateGrey', '#2F4F4F'], ['4472c4', '#4472C4'], ['#fff2cc', '#FFF2CC']])('the colour %s', async (color, expected) => {
    await onSheet((sheet) => { sheet.getRange('A1').format.fill.color = color; });
    expect(host.cell('Ark1', 'A1').fill).toBe(expected);
  });

  test('a colour that HTML does not know, and a member that the host does not, are refused', async () => {
    expect(await codeOf(onSheet((sheet) => { sheet.getRange('A1').format.fill.color = 'lyserød'; }))).toBe('InvalidArgument');
    expect(await codeOf(onSheet((sheet) => { sheet.shapes.addLine(0, 0, 1, 1); }))).toBe('ApiNotFound');
    expect(await codeOf(onSheet((sheet) => { sheet.getRange('A1').copyFrom('B1', 'Link'); }))).toBe('ApiNotFound');
  });
});

test('a copied sheet has its comments, and formulas on its own table', async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange('A1:A3').values = [['a'], [1], [2]];
    sheet.tables.add('A1:A3', true).name = 'Tal';
    sheet.getRange('C1').formulas = [['=SUM(Tal[a])']];
    context.workbook.comments.add('Ark1!A2', 'Se her');
    await context.sync();
    sheet.copy('End').name = 'Kopi';
  });
  const copied = host.workbook.tablesOn(host.sheet('Kopi'))[0]?.name;
  expect(copied).not.toBe('Tal');
  expect(formula('Kopi', 'C1')).toBe(`=SUM(${String(copied)}[a])`);
  expect([host.cell('Kopi', 'A2').comment, host.cell('Ark1', 'A2').comment]).toEqual(['Se her', 'Se her']);
});

describe('calculation', () => {
  test('the time of day is not cut to the minute', async () => {
    const now = new Date(2026, 10, 27, 12, 34, 56);
    jest.spyOn(Date, 'now').mockReturnValue(now.getTime());
    jest.useFakeTimers({ doNotFake: ['setTimeout', 'setImmediate', 'nextTick', 'queueMicrotask', 'setInterval', 'clearTimeout', 'clearInterval', 'performance'], now });
    await onSheet((sheet) => { sheet.getRange('A1').formulas = [['=NOW()-TODAY()']]; });
    expect(Number(host.values('A1')[0]?.[0]) * 86_400).toBeCloseTo(45_296, 3);
  });

  test('the size of an error is an error, the size of a range its own', async () => {
    await onSheet((sheet) => { sheet.getRange('A1:D1').formulas = [['=ROWS(#N/A)', '=COLUMNS(#REF!)', '=ROWS(H:H)', '=ROWS({1;2;3})']]; });
    expect(host.values('A1:D1')).toEqual([['#N/A', '#REF!', 1_048_576, 3]]);
  });

  test.each([['desktop', 0], ['web', null]] as const)('an empty cell comes to a function of an add-in on the %s as %s', async (platform, empty) => {
    const heard: unknown[] = [];
    CustomFunctions.associate('HEAR', (one: unknown, many: unknown) => {
      heard.push(one, many);
      return 1;
    });
    host.side.platform = platform;
    host.useCustomFunctions({ functions: [{ id: 'HEAR', name: 'HEAR', parameters: [{ name: 'one', type: 'any' }, { name: 'many', type: 'any', dimensionality: 'matrix' }] }] }, 'X');
    await host.userEdits('Ark1', 'A1', '=X.HEAR(D1;D1:E1)');
    await host.userEdits('Ark1', 'E1', 'x');
    expect(heard.slice(-2)).toEqual([empty, [[empty, 'x']]]);
  });
});
