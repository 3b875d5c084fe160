import { type HeadlessExcel, startHeadlessExcel } from '../support/headless-excel';

let host: HeadlessExcel;

beforeEach(async () => {
  host = await startHeadlessExcel({ apiVersion: '1.20' });
});

afterEach(() => host.close());

const write = (address: string, value: unknown, options: Excel.RunOptions = {}) => Excel.run(options, async (context) => {
  context.workbook.worksheets.getItem('Ark1').getRange(address).values = [[value]];
  await context.sync();
});

const codeOf = async (act: Promise<unknown>): Promise<string> => act.then(() => 'done', (error: unknown) => (error as OfficeExtension.Error).code);

describe('each sync is a step', () => {
  test('of an add-in, beside the steps of the person; redo ends where something new is done', async () => {
    await host.userEdits('Ark1', 'A1', '1');
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Ark1');
      sheet.getRange('A1').format.fill.color = 'yellow';
      await context.sync();
      sheet.getRange('B1').formulas = [['=A1*2']];
      await context.sync();
    });
    expect(host.undoCount).toBe(3);
    await host.userUndoes();
    await host.userUndoes();
    expect(host.cell('Ark1', 'A1')).toMatchObject({ value: 1, fill: null });
    expect(host.cell('Ark1', 'B1').formula).toBeNull();
    await host.userRedoes();
    expect(host.cell('Ark1', 'A1').fill).toBe('#FFFF00');
    await host.userEdits('Ark1', 'C1', 'ny');
    expect(await host.userRedoes()).toBe(false);
  });

  test('a sync that only reads is none, nor is a selection, a setting or a calculation', async () => {
    await host.userEdits('Ark1', 'A1', '1');
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Ark1').getRange('A1').load('values');
      range.select();
      context.workbook.settings.add('x', 1);
      await context.sync();
      context.workbook.application.calculate('Full');
      await context.sync();
    });
    expect(host.undoCount).toBe(1);
  });

  test("another person's edit is not mine to undo", async () => {
    await host.userEdits('Ark1', 'A1', '1');
    await host.userEdits('Ark1', 'B1', '2', 'coauthor');
    expect(host.undoCount).toBe(1);
    await host.userUndoes();
    expect(host.values('A1:B1')).toEqual([['', 2]]);
    expect(await host.userUndoes()).toBe(false);
  });
});

describe('what a step takes back', () => {
  test('a whole import: sheet, table, name, comment, rule and layout, with the same ids when it is done again', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Aftale');
      sheet.getRange('A1:B2').values = [['Navn', 2026], ['Æbler', 1]];
      sheet.tables.add('A1:B2', true).name = 'Aftale_1';
      context.workbook.names.add('Sum', sheet.getRange('B2'));
      context.workbook.comments.add('Aftale!B2', 'Se her');
      sheet.freezePanes.freezeRows(1);
      await context.sync();
    });
    const before = { sheet: host.sheet('Aftale').id, table: host.workbook.tables[0]?.id };
    await host.userUndoes();
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual(['Ark1']);
    expect([host.workbook.tables, host.workbook.names, host.workbook.comments]).toEqual([[], [], []]);
    await host.userRedoes();
    expect({ sheet: host.sheet('Aftale').id, table: host.workbook.tables[0]?.id }).toEqual(before);
    expect(host.sheet('Aftale').freeze.rows).toBe(1);
    expect(host.cell('Aftale', 'B2').comment).toBe('Se her');
    expect(host.workbook.names[0]?.formula).toBe('=Aftale!$B$2');
  });

  test('inserted rows tell that they went', async () => {
    const seen: string[] = [];
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Ark1');
      sheet.getRange('A1:A3').values = [[1], [2], [3]];
      sheet.onChanged.add((event) => {
        seen.push(`${event.changeType} ${event.address}`);
        return Promise.resolve();
      });
      await context.sync();
      sheet.getRange('2:2').insert('Down');
      await context.sync();
    });
    await host.settled();
    seen.length = 0;
    await host.userUndoes();
    expect(seen).toEqual(['RowDeleted 2:2']);
    expect(host.values('A1:A3')).toEqual([[1], [2], [3]]);
  });
});

describe('what cannot be undone clears the stack', () => {
  const acts: readonly (readonly [string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => void])[] = [
    ['deletion of a sheet', (sheet) => { sheet.delete(); }],
    ['visibility', (sheet) => { sheet.visibility = 'VeryHidden'; }],
    ['the name of a sheet', (sheet) => { sheet.name = 'Nyt'; }],
    ['the position of a sheet', (sheet) => { sheet.position = 0; }],
    ['the copy of a sheet', (sheet) => { sheet.copy('End'); }],
    ['protection', (sheet) => { sheet.protection.protect(); }],
    ['merged areas, which are only asked for', (sheet) => { sheet.getRange('A1:B2').getMergedAreasOrNullObject().load('address'); }],
  ];
  const carryOut = async (act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void, options: Excel.RunOptions = {}): Promise<void> => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.add('Andet');
      await context.sync();
    });
    await host.userEdits('Ark1', 'A1', '1');
    await Excel.run(options, async (context) => {
      act(context.workbook.worksheets.getItem('Andet'), context);
      await context.sync();
    });
  };

  test.each(acts)('%s', async (_, act) => {
    await carryOut(act);
    expect(host.undoCount).toBeLessThanOrEqual(1);
    await host.userUndoes();
    expect(host.values('Ark1!A1')).toEqual([[1]]);
  });

  test.each(acts)('%s is refused where steps are merged', async (_, act) => {
    expect(await codeOf(carryOut(act, { mergeUndoGroup: true }))).toBe('UndoNotSupported');
    expect(host.workbook.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([['Ark1', 'Visible'], ['Andet', 'Visible']]);
  });

  test('on the web name, position and visibility can be undone', async () => {
    host.side.platform = 'web';
    await carryOut((sheet) => { sheet.visibility = 'Hidden'; });
    await host.userUndoes();
    expect(host.sheet('Andet').visibility).toBe('Visible');
  });
});

describe('merged steps', () => {
  test('all syncs of a batch are one', async () => {
    await host.userEdits('Ark1', 'Z1', 'min');
    await Excel.run({ mergeUndoGroup: true }, async (context) => {
      const sheet = context.workbook.worksheets.add('Ny');
      await context.sync();
      sheet.getRange('A1').values = [[1]];
      await context.sync();
      sheet.getRange('A1').values = [[2]];
      await context.sync();
    });
    expect(host.undoCount).toBe(2);
    await host.userUndoes();
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual(['Ark1']);
    await host.userRedoes();
    expect(host.values('Ny!A1')).toEqual([[2]]);
    await host.userUndoes();
    await host.userUndoes();
    expect(host.values('Ark1!Z1')).toEqual([['']]);
  });

  test('the next batch is a step of its own', async () => {
    await write('A1', 1, { mergeUndoGroup: true });
    await write('A1', 2, { mergeUndoGroup: true });
    await host.userUndoes();
    expect(host.values('A1')).toEqual([[1]]);
  });
});
