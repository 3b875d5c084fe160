import { missingRequirements } from '../../../src/taskpane/host/host-requirements';

describe('missingRequirements', () => {
  it('finds nothing missing in an Excel that has it all', () => {
    expect(missingRequirements(() => true)).toEqual({ writing: [], formulas: [] });
  });

  it('tells what writing lacks from what the formulas lack', () => {
    expect(missingRequirements((name) => name === 'ExcelApi')).toEqual({ writing: [], formulas: ['SharedRuntime 1.1', 'CustomFunctionsRuntime 1.3'] });
    expect(missingRequirements((name, version) => !(name === 'ExcelApi' && version === '1.12'))).toEqual({ writing: ['ExcelApi 1.12'], formulas: [] });
  });
});
