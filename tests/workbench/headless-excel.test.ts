import { type HeadlessExcel, startHeadlessExcel } from '../support/headless-excel';

let host: HeadlessExcel;
beforeEach(async () => {
  host = await startHeadlessExcel();
});

afterEach(() => host.close());

test('round trip', async () => {
  const loaded = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Data');
    const range = sheet.getRange('A1:B3');
    range.values = [['Konto', 'Beløb'], ['a', 1.5], ['b', 2]];
    sheet.getRange('B4').formulas = [['=SUM(B2:B3)']];
    sheet.getRange('B4').numberFormat = [['#,##0.00']];
    const total = sheet.getRange('B4');
    total.load('values,text,address');
    await context.sync();
    return { values: total.values, text: total.text, address: total.address };
  });
  expect(loaded).toEqual({ values: [[3.5]], text: [['3,50']], address: 'Data!B4' });
});

test('tables, names, comments, events', async () => {
  const seen: string[] = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Ark1');
    const range = sheet.getRange('A1:C3');
    range.values = [['Nr', 2026, 'I alt'], [1, 2.5, ''], [2, 4.1, '']];
    const table = sheet.tables.add('A1:C3', true);
    table.name = 'Reserve_x';
    table.showTotals = true;
    sheet.getRange('C2:C3').formulas = [['=[@2026]*2'], ['=SUM(Reserve_x[@[2026]])']];
    context.workbook.names.add('Basis', sheet.getRange('B2:B3'));
    context.workbook.comments.add('Ark1!B2', 'Se her');
    context.workbook.worksheets.onChanged.add((event) => {
      seen.push(`${event.address} ${event.source} ${event.changeType} ${JSON.stringify(event.details)}`);
      return Promise.resolve();
    });
    sheet.onCalculated.add((event) => {
      seen.push(`calc ${event.address}`);
      return Promise.resolve();
    });
    await context.sync();
    const missing = sheet.tables.getItemOrNullObject('nix');
    const there = sheet.tables.getItemOrNullObject('reserve_x');
    there.load('name,showTotals');
    there.columns.load('items/name');
    missing.load('name');
    const totals = there.getTotalRowRange();
    totals.load('formulas,values');
    await context.sync();
    expect(missing.isNullObject).toBe(true);
    expect(there.columns.items.map((column) => column.name)).toEqual(['Nr', '2026', 'I alt']);
    expect(totals.formulas).toEqual([['Total', '', '=SUBTOTAL(109,[I alt])']]);
    expect(totals.values).toEqual([['Total', '', 9.1]]);
  });
  expect(host.cell('Ark1', 'B1')).toMatchObject({ value: '2026' });
  await host.userEdits('Ark1', 'B2', '3,5');
  expect(seen).toEqual(['calc C2:C4', 'B2 Local RangeEdited {"valueBefore":2.5,"valueAfter":3.5,"valueTypeBefore":"Double","valueTypeAfter":"Double"}', 'calc C2:C4']);
  expect(host.cell('Ark1', 'C4')).toMatchObject({ value: 11.1, text: '11,1' });
  expect(host.cell('Ark1', 'B2').comment).toBe('Se her');
});

test('errors', async () => {
  const code = async (act: (context: Excel.RequestContext) => void): Promise<string> => {
    try {
      await Excel.run(async (context) => {
        act(context);
        await context.sync();
      });
      return 'none';
    } catch (error) {
      return (error as OfficeExtension.Error).code;
    }
  };
  expect(await code((context) => context.workbook.worksheets.getItem('nix').load('name'))).toBe('ItemNotFound');
  expect(await code((context) => context.workbook.worksheets.add('Ark1').load('name'))).toBe('ItemAlreadyExists');
  expect(await code((context) => { context.workbook.worksheets.getItem('Ark1').getRange('A1').values = [[1, 2]]; })).toBe('InvalidArgument');
  expect(await code((context) => { context.workbook.worksheets.getItem('Ark1').getRange('A1').values = [['- heraf noget']]; })).toBe('InvalidArgument');
  expect(await code((context) => context.workbook.worksheets.getItem('Ark1').slicers.load('items/name'))).toBe('ApiNotFound');
  host.protectSheet('Ark1');
  expect(await code((context) => { context.workbook.worksheets.getItem('Ark1').getRange('A1').values = [[1]]; })).toBe('AccessDenied');
});

test('ranges are moved and sheets copied over the wire; what the host has not is not reported', async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Ark1');
    sheet.getRange('A1:A2').formulas = [['5'], ['=A1*2']];
    sheet.getRange('C1').formulas = [['=A2+1']];
    sheet.getRange('A1:A2').moveTo('E5');
    const copy = sheet.copy('After', sheet);
    copy.load('name,position');
    const looking = copy.getRange('C1');
    looking.load('formulas,values');
    await context.sync();
    return { name: copy.name, position: copy.position, formulas: looking.formulas, values: looking.values };
  });
  expect(seen).toEqual({ name: 'Ark1 (2)', position: 1, formulas: [['=E6+1']], values: [[11]] });
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.15')).toBe(true);
  expect(['DialogApi', 'RibbonApi'].map((set) => Office.context.requirements.isSetSupported(set, '1.1'))).toEqual([false, false]);
});

test('custom functions, big writes, save and open', async () => {
  CustomFunctions.associate('TOTAL', (name: string, year: number | null) => {
    if (name === 'x') throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, 'ikke fundet');
    return year === null ? 6.6 : 3;
  });
  const functions = [{ id: 'TOTAL', name: 'TOTAL', parameters: [{ name: 'n', type: 'string' }, { name: 'y', type: 'number', optional: true }] }];
  host.useCustomFunctions({ functions }, 'RESERVE');
  await host.userEdits('Ark1', 'A1', '=RESERVE.TOTAL("SletDet")');
  await host.userEdits('Ark1', 'A2', '=RESERVE.TOTAL("SletDet";2027)');
  await host.userEdits('Ark1', 'A3', '=reserve.total("x")');
  expect(host.values('A1:A3')).toEqual([[6.6], [3], ['#N/A']]);
  expect(host.cell('Ark1', 'A3').errorMessage).toBe('ikke fundet');
  host.resetCounters();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.add('Stor').getRange('A1:J1000');
    range.values = Array.from({ length: 1000 }, (_, row) => Array.from({ length: 10 }, (__, column) => row * 10 + column));
    await context.sync();
  });
  expect(host.syncCount).toBe(1);
  expect(host.cell('Stor', 'J1000').value).toBe(9999);
  host.load(host.save());
  expect(host.values('Ark1!A1:A3')).toEqual([[6.6], [3], ['#N/A']]);
});

test('ribbon commands end, custom functions over the bridge come in one batch', async () => {
  let isDone = false;
  Office.actions.associate('doIt', (event: Office.AddinCommands.Event) => {
    event.completed();
    isDone = true;
  });
  await host.runCommand('doIt');
  expect(isDone).toBe(true);
  CustomFunctions.associate('TWICE', (value: number) => {
    if (value === 3) throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, 'ikke fundet');
    return [[value * 2, value]];
  });
  const functions = [{ id: 'TWICE', name: 'TWICE', parameters: [{ name: 'n', type: 'number' }] }];
  const source = host.side.bridgeCustomFunctions({ functions }, 'RESERVE');
  await host.userEdits('Ark1', 'A1', [['=RESERVE.TWICE(1)'], ['=RESERVE.TWICE(2)'], ['=RESERVE.TWICE(3)']]);
  expect(host.values('A1:A3')).toEqual([['#BUSY!'], ['#BUSY!'], ['#BUSY!']]);
  while (host.values('A1:A3').flat().includes('#BUSY!')) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(host.values('A1:B3')).toEqual([[2, 1], [4, 2], ['#N/A', '']]);
  expect(host.cell('Ark1', 'A3').errorMessage).toBe('ikke fundet');
  expect(source.batches).toBe(1);
});
