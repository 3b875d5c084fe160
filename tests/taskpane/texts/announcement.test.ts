import { announcementOf } from '../../../src/taskpane/texts/announcement';
import { textsDa } from '../../../src/taskpane/texts/texts.da';
import { initialState, type OpenDocument, type PaneState } from '../../../src/taskpane/state/pane-state';

const start = initialState(false);
const document = (stage: OpenDocument['stage']): PaneState => ({
  ...start,
  currentDocument: 1,
  documents: [{ id: 1, file: { name: 'aftale.txt', bytes: new Uint8Array(), origin: 'file' }, stage, encoding: null, password: null, receipt: null }],
});
const say = (state: PaneState): string => announcementOf(state, textsDa, 'da');

describe('announcementOf', () => {
  it('is silent when nothing is new', () => {
    expect(say(start)).toBe('');
    expect(say(document({ kind: 'waiting' }))).toBe('');
  });

  it('does not repeat itself at every step of progress', () => {
    const first = say(document({ kind: 'reading', progress: { done: 1, total: 300 } }));
    expect(first).toBe('Læser aftale.txt.');
    expect(say(document({ kind: 'reading', progress: { done: 2, total: 300 } }))).toBe(first);
  });

  it('tells failures, actions and their results', () => {
    expect(say(document({ kind: 'failed', failure: { code: 'empty-file', name: 'aftale.txt' } }))).toContain('er tom');
    expect(say({ ...start, activity: { kind: 'check', progress: { done: 0, total: 0 } } })).toBe('Kontrollerer projektmappen …');
    expect(say({ ...start, notice: { kind: 'removed', title: 'Aftale' } })).toContain('fjernet');
    expect(say({ ...start, notice: { kind: 'initiative-inserted', title: 'SletDet', place: { sheet: 'Ark1', address: 'B3' } } })).toContain('Ark1!B3');
    expect(say({ ...start, notice: { kind: 'working-paper-inserted', place: { sheet: 'Arbejdspapir', address: 'A1', isPrintSet: true } } })).toContain('på arket »Arbejdspapir«');
    expect(say({ ...start, notice: { kind: 'working-paper-inserted', place: { sheet: 'Arbejdspapir', address: 'A1', isPrintSet: false } } })).toContain('tog ikke imod sideopsætningen');
    expect(say({ ...start, activity: { kind: 'remove', progress: { done: 0, total: 0 }, isHeld: true } })).toContain('Excel venter på');
  });

  it('tells how many findings are left while they are looked at', () => {
    const workbook = { imports: [], findings: [], causes: [], summary: { agrees: 3, agreesWithinRounding: 0, differs: 0, notCheckable: 0 } };
    expect(say({ ...start, view: 'findings', workbook })).toBe('Projektmappen er kontrolleret: 0 afvigelser.');
  });

  it('tells how much a search finds, and nothing of a document that is not looked at', () => {
    const read: PaneState = { ...document({ kind: 'waiting' }), view: 'agreements' };
    expect(say(read)).toBe('');
    expect(say({ ...read, query: 'telefon' })).toBe('Intet svarer til »telefon«.');
  });

  it('tells of several files at once what came of each, and of the workbook once', () => {
    const failures = [
      { code: 'too-large' as const, name: 'stor.pdf', limitMegabytes: 100, sizeMegabytes: 143 },
      { code: 'file-not-found' as const, name: 'mappe' },
    ];
    expect(say({ ...start, notice: { kind: 'files-refused', failures } })).toBe(
      '»stor.pdf« er for stor: den fylder 143 MB, og grænsen er 100 MB. »mappe« blev ikke fundet. Der er ikke ændret noget i projektmappen.',
    );
  });

  it('says that inserted sheets are not set up for print', () => {
    const place = { sheet: 'Udløb', address: 'A1', kind: 'expiry' as const, kept: null };
    expect([true, false].map((isPrintSet) => say({ ...start, notice: { kind: 'picture-inserted', place: { ...place, isPrintSet } } }).includes('tog ikke imod sideopsætningen'))).toEqual([false, true]);
    const taken = { importId: 'i', title: 'Aftale', cells: 1, rows: { added: 0, gone: 0, kept: 1 }, keptEdits: 0, leftTables: [], columns: { added: [], gone: [] }, pictures: [], acceptances: { kept: 0, reopened: 0 } };
    expect([true, false].map((isPrintSet) => say({ ...start, notice: { kind: 'taken-over', receipt: { ...taken, isPrintSet } } }).includes('tog ikke imod sideopsætningen'))).toEqual([false, true]);
    const receipt = { importId: 'i', title: 'Aftale', sheets: ['Oversigt'], initiatives: 2, components: 3, findings: 1, syncs: 4, isPrintSet: false };
    expect(say({ ...start, notice: { kind: 'inserted', receipts: [receipt] } })).toMatch(/1 afvigelse er markeret\. Excel tog ikke imod sideopsætningen/);
  });

  it('never says that nothing was changed when something was', () => {
    const receipt = { importId: 'i', title: 'Aftale', sheets: ['Oversigt', 'Delposter'], initiatives: 2, components: 3, findings: 1, syncs: 4, isPrintSet: true };
    const done = [{ kind: 'inserted' as const, receipts: [receipt, receipt] }];
    expect(say({ ...start, notice: { kind: 'failure', failure: { code: 'workbook-protected' }, done } })).toBe(
      '2 aftaler er indsat: 4 initiativer på 4 ark. 2 afvigelser er markeret. Derefter gik det galt: Projektmappens struktur er beskyttet, så der kan ikke tilføjes ark. Ophæv beskyttelsen i Excel. Ellers er der ikke ændret noget i projektmappen.',
    );
    expect(say({ ...start, notice: { kind: 'failure', failure: { code: 'host', hostCode: 'Conflict', workbook: 'unknown' }, done: [{ kind: 'removed', title: 'Aftale' }] } })).toMatch(/Det kan ikke ses, om noget nåede at blive skrevet/);
  });
});
