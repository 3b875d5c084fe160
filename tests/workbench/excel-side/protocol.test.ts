import { type HeadlessExcel, startHeadlessExcel } from '../../support/headless-excel';

let host: HeadlessExcel;

beforeEach(async () => {
  host = await startHeadlessExcel();
});

afterEach(() => host.close());

const outcome = async (act: () => Promise<unknown>): Promise<string> => {
  try {
    await act();
    return 'done';
  } catch (error) {
    return (error as OfficeExtension.Error).code;
  }
};

const write = (value: unknown) => () => Excel.run(async (context) => {
  context.workbook.worksheets.getItem('Ark1').getRange('A1').values = [[value]];
  await context.sync();
});

describe('faults', () => {
  test('not applied: the error and an untouched workbook', async () => {
    host.intercept(() => ({ mode: 'not-applied', code: 'GeneralException' }));
    expect(await outcome(write(1))).toBe('GeneralException');
    expect(host.values('A1')).toEqual([['']]);
    host.intercept(null);
    expect(await outcome(write(1))).toBe('done');
  });

  test('applied, but an error is returned', async () => {
    host.intercept(() => ({ mode: 'applied-but-error', code: 'RequestAborted' }));
    expect(await outcome(write(2))).toBe('RequestAborted');
    expect(host.values('A1')).toEqual([[2]]);
  });

  test('never answers', async () => {
    host.intercept(() => ({ mode: 'never-answers', isApplied: true }));
    const race = await Promise.race([write(3)(), new Promise((resolve) => setTimeout(() => resolve('silence'), 100))]);
    expect(race).toBe('silence');
    expect(host.values('A1')).toEqual([[3]]);
  });

  test('another person changes the workbook between two syncs', async () => {
    const seen: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add((event) => {
        seen.push(`${event.address} ${event.source}`);
        return Promise.resolve();
      });
      await context.sync();
    });
    host.intercept(({ index }) => {
      if (index === 2) host.side.enter(host.sheet('Ark1'), host.side.areaOf('B7'), () => 'fra en anden', 'coauthor');
    });
    await write(4)();
    await host.settled();
    expect(host.values('B7')).toEqual([['fra en anden']]);
    expect(seen).toEqual(['B7 Remote', 'A1 Local']);
  });
});

test('one sync counts once, with its bytes, however much start-up and clean-up goes on', async () => {
  await write(1)();
  await host.settled();
  expect(host.syncCount).toBe(1);
  expect(host.payloadBytes.sent).toBeGreaterThan(100);
  expect(host.payloadBytes.received).toBeGreaterThan(50);
});

test('what a range leads to', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Ark1');
    const range = sheet.getRange('B2:D4');
    range.values = [[1, 2, 3], [4, 5, 6], [7, 8, 9]];
    const addresses = [
      range.getCell(0, 0), range.getRow(1), range.getColumn(2), range.getLastCell(), range.getOffsetRange(1, 1), range.getResizedRange(1, -1),
      range.getAbsoluteResizedRange(1, 1), range.getEntireRow(), range.getEntireColumn(), range.getIntersection('A1:B3'), range.getBoundingRect('F9'), sheet.getUsedRange(true),
    ];
    for (const one of addresses) one.load('address');
    const missing = range.getIntersectionOrNullObject('H9:I9');
    missing.load('address');
    await context.sync();
    expect(addresses.map((one) => one.address.replace("'Ark1'!", ''))).toEqual(['B2', 'B3:D3', 'D2:D4', 'D4', 'C3:E5', 'B2:C5', 'B2', '2:4', 'B:D', 'B2:B3', 'B2:F9', 'B2:D4']);
    expect(missing.isNullObject).toBe(true);
  });
});

test('a kept range moves with its cells', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Ark1');
    const range = sheet.getRange('A3:A4');
    range.values = [['x'], ['y']];
    await context.sync();
    sheet.getRange('1:2').insert('Down');
    range.load('address,values');
    await context.sync();
    expect([range.address, range.values]).toEqual(["'Ark1'!A5:A6", [['x'], ['y']]]);
  });
  await host.settled();
  expect(host.workbook.liveRanges.size).toBe(0);
});

test('looks: fill, font, borders, sizes, alignment, and null where cells differ', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Ark1').getRange('A1:B2');
    range.set({ numberFormat: [['0.0', '0.0'], ['0.0', '@']], format: { wrapText: true, font: { bold: true, color: 'red' }, fill: { color: '#ffeeaa' } } });
    range.format.borders.getItem('EdgeBottom').style = 'Continuous';
    range.format.columnWidth = 90;
    range.getCell(0, 0).format.font.italic = true;
    range.load('format/wrapText,format/columnWidth,format/font/bold,format/font/color,format/font/italic,format/fill/color,numberFormat');
    const border = range.format.borders.getItem('EdgeBottom');
    border.load('style,color');
    await context.sync();
    const { format } = range;
    expect([format.wrapText, format.columnWidth, format.font.bold, format.font.color, format.font.italic, format.fill.color]).toEqual([true, 90, true, '#FF0000', null, '#FFEEAA']);
    expect(range.numberFormat).toEqual([['0.0', '0.0'], ['0.0', '@']]);
    expect(border.style).toBe('Continuous');
    range.clear('Formats');
    await context.sync();
  });
  expect(host.cell('Ark1', 'A1')).toMatchObject({ fill: null, numberFormat: 'General', bold: false });
});

test('storage that travels with the workbook', async () => {
  await Excel.run(async (context) => {
    context.workbook.settings.add('nøgle', { a: [1, 2] });
    const part = context.workbook.customXmlParts.add('<r xmlns="http://example.org/r"><b/></r>');
    part.load('id');
    const sheet = context.workbook.worksheets.add('Lager');
    sheet.visibility = 'VeryHidden';
    sheet.getRange('A1').numberFormat = [['@']];
    sheet.getRange('A1').values = [['=ikke en formel']];
    await context.sync();
  });
  host.load(host.save());
  await Excel.run(async (context) => {
    const setting = context.workbook.settings.getItem('nøgle');
    setting.load('value');
    const xml = context.workbook.customXmlParts.getByNamespace('http://example.org/r').getOnlyItem().getXml();
    const sheet = context.workbook.worksheets.getItem('Lager');
    sheet.load('visibility');
    await context.sync();
    expect(setting.value).toEqual({ a: [1, 2] });
    expect(xml.value).toContain('<b/>');
    expect(sheet.visibility).toBe('VeryHidden');
  });
  expect(host.cell('Lager', 'A1')).toMatchObject({ value: '=ikke en formel', formula: null });
});

test('sheets: activate, hide, move, rename, delete, protect', async () => {
  const heard: string[] = [];
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onAdded.add((event) => Promise.resolve(void heard.push(event.type)));
    worksheets.onDeleted.add((event) => Promise.resolve(void heard.push(event.type)));
    worksheets.onActivated.add((event) => Promise.resolve(void heard.push(event.type)));
    const sheet = worksheets.add('Nyt');
    sheet.position = 0;
    sheet.name = 'Omdøbt';
    sheet.tabColor = '#00FF00';
    sheet.freezePanes.freezeRows(2);
    sheet.showGridlines = false;
    sheet.activate();
    sheet.protection.protect({ allowSort: true });
    worksheets.load('items/name,items/position');
    sheet.protection.load('protected');
    await context.sync();
    expect(worksheets.items.map((one) => one.name)).toEqual(['Omdøbt', 'Ark1']);
    expect(sheet.protection.protected).toBe(true);
    sheet.delete();
    await context.sync();
  });
  await host.settled();
  expect(heard).toEqual(['WorksheetAdded', 'WorksheetActivated', 'WorksheetDeleted', 'WorksheetActivated']);
});

test('a switched-off client hears nothing', async () => {
  const heard: string[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add((event) => Promise.resolve(void heard.push(event.address)));
    await context.sync();
    context.runtime.enableEvents = false;
    context.workbook.worksheets.getItem('Ark1').getRange('A1').values = [[1]];
    await context.sync();
    context.runtime.enableEvents = true;
    context.workbook.worksheets.getItem('Ark1').getRange('A2').values = [[1]];
    await context.sync();
  });
  await host.settled();
  expect(heard).toEqual(['A2']);
});

test('conditional formats and table surgery', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Ark1');
    sheet.getRange('A1:B3').values = [['Navn', 'Tal'], ['b', 2], ['a', 1]];
    const table = sheet.tables.add('A1:B3', true);
    table.rows.add(undefined, [['c', 3]]);
    table.columns.add(undefined, [['Mere'], [1], [2], [3]]);
    table.sort.apply([{ key: 0, ascending: true }]);
    const format = sheet.getRange('B2:B4').conditionalFormats.add(Excel.ConditionalFormatType.custom);
    format.custom.rule.formula = '=$B2>1';
    format.custom.format.fill.color = '#FF0000';
    const body = table.getDataBodyRange();
    body.load('values');
    table.columns.load('count');
    const count = sheet.getRange('B3').conditionalFormats.getCount();
    await context.sync();
    expect(body.values).toEqual([['a', 1, 2], ['b', 2, 1], ['c', 3, 3]]);
    expect([table.columns.count, count.value]).toEqual([3, 1]);
    table.convertToRange();
    await context.sync();
  });
  expect(host.workbook.tables).toEqual([]);
  expect(host.values('A1:C2')).toEqual([['Navn', 'Tal', 'Mere'], ['a', 1, 2]]);
});

test('rows that a person sorts are told of as rows that an add-in sorts', async () => {
  const heard: string[] = [];
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem('Ark1').getRange('A1:B3').values = [['Navn', 'Tal'], ['b', 2], ['a', 1]];
    worksheets.getItem('Ark1').tables.add('A1:B3', true);
    worksheets.onRowSorted.add(async ({ address, source }) => void heard.push(`sorted ${address} ${source}`));
    worksheets.onChanged.add(async ({ address, triggerSource }) => void heard.push(`changed ${address} ${triggerSource}`));
    await context.sync();
  });
  await host.settled();
  heard.length = 0;
  const table = host.workbook.tables[0];
  if (!table) throw new Error('no table');
  host.workbook.sortRows(table.sheet, table.dataArea, [{ column: 0 }], 'user');
  await host.settled();
  expect(heard.sort()).toEqual(['changed A2:B3 Unknown', 'sorted A2:B3 Local']);
  expect(host.values('A2:B3')).toEqual([['a', 1], ['b', 2]]);
  heard.length = 0;
  await Excel.run(async (context) => context.workbook.tables.getItemAt(0).sort.apply([{ key: 1, ascending: false }]));
  await host.settled();
  expect(heard.sort()).toEqual(['changed A2:B3 ThisLocalAddin', 'sorted A2:B3 Local']);
});

test('a column is filtered by the texts of its cells, and the filter is seen and cleared', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Ark1');
    sheet.getRange('A1:B4').values = [['Navn', 'Tal'], ['b', 2], ['a', 1], ['c', 2]];
    const table = sheet.tables.add('A1:B4', true);
    table.columns.getItem('Tal').filter.applyValuesFilter(['2']);
    const { filter } = table.columns.getItem('Tal');
    filter.load('criteria');
    table.autoFilter.load('enabled,isDataFiltered');
    await context.sync();
    expect(table.autoFilter).toMatchObject({ enabled: true, isDataFiltered: true });
    expect(filter.criteria).toMatchObject({ filterOn: 'Values', values: ['2'] });
    expect([...host.sheet('Ark1').hiddenRows]).toEqual([2]);
    table.clearFilters();
    table.autoFilter.load('isDataFiltered');
    await context.sync();
    expect(table.autoFilter.isDataFiltered).toBe(false);
    expect([...host.sheet('Ark1').hiddenRows]).toEqual([]);
  });
});

test('every property name on the wire is the library\'s own with a capital', () => {
  const odd: string[] = [];
  for (const [name, type] of Object.entries(Excel as unknown as Record<string, { prototype?: object }>)) {
    const read = (property: string): string[] => {
      const get = type.prototype && Object.getOwnPropertyDescriptor(type.prototype, property)?.get;
      return get ? (get.call(Object.create(type.prototype ?? null)) as string[]) : [];
    };
    if (!['Workbook', 'Worksheet', 'Range', 'RangeFormat', 'Table', 'TableColumn', 'NamedItem', 'Comment', 'ConditionalFormat', 'Setting', 'CustomXmlPart', 'Application'].includes(name)) continue;
    const originals = read('_scalarPropertyOriginalNames');
    read('_scalarPropertyNames').forEach((property, index) => {
      if (property.charAt(0).toUpperCase() + property.slice(1) !== originals[index]) odd.push(`${name}.${property}`);
    });
  }
  expect(odd).toEqual([]);
});
