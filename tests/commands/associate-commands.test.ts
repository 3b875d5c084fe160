import { associateCommands } from '../../src/commands/associate-commands';
import { startHeadlessExcel, type HeadlessExcel } from '../support/headless-excel';

describe('ribbon commands', () => {
  let excel: HeadlessExcel;
  const done: string[] = [];

  beforeAll(async () => {
    excel = await startHeadlessExcel();
    associateCommands({
      showImport: () => void done.push('import'),
      checkWorkbook: async () => void done.push('check'),
    });
  });

  beforeEach(() => {
    done.length = 0;
  });

  it.each([
    ['importAgreement', ['import']],
    ['checkWorkbook', ['check']],
    ['showPane', []],
  ])('%s', async (id, expected) => {
    await excel.runCommand(id);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(done).toEqual(expected);
  });

  it('are all completed, so that the next one runs', async () => {
    for (const id of ['checkWorkbook', 'checkWorkbook', 'importAgreement']) await excel.runCommand(id);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(done).toEqual(['check', 'check', 'import']);
  });
});
