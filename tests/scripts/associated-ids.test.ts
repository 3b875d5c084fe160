import { associatedIdsIn } from '../../scripts/associated-ids';

describe('associatedIdsIn', () => {
  it('tells functions from actions and looks past comments', () => {
    const text = `
      // CustomFunctions.associate('OLD', old);
      CustomFunctions.associate('TOTAL', total);
      export function start() { Office.actions.associate("showPane", () => undefined); other.associate('x', 1); }`;
    expect(associatedIdsIn('a.ts', text)).toEqual({ functions: ['TOTAL'], actions: ['showPane'] });
  });

  it('refuses an id that it cannot see', () => {
    expect(() => associatedIdsIn('a.ts', 'CustomFunctions.associate(name, total);')).toThrow('must be a string');
  });
});
