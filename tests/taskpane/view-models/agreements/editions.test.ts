import { type Agreement } from '../../../../src/core/budget/agreement';
import { type WorkbookState } from '../../../../src/excel/workbook-port';
import { type OpenDocument } from '../../../../src/taskpane/state/pane-state';
import { editionOf, editionPage, latestTwo } from '../../../../src/taskpane/view-models/agreements/editions';
import { agreementOf, initiativeOf } from '../../../support/sample-agreement';

const OLD = agreementOf([initiativeOf('Natteravne', 10, '1,0 2,0 - - 3,0', []), initiativeOf('Rådgivning', 40, '0,5 0,5 - - 1,0', [])]);
const NEW = named('rettet.txt', 'b', { initiatives: [initiativeOf('Natteravne', 10, '1,0 2,5 - - 3,5', []), ...OLD.initiatives.slice(1)] });

function named(name: string, hash: string, more: Partial<Agreement>): Agreement {
  return { ...OLD, document: { ...OLD.document, name, sha256: hash.repeat(64) }, ...more };
}

function workbookOf(...agreements: readonly Agreement[]): WorkbookState {
  return { imports: agreements.map((agreement, index) => ({ importId: `import-${index}`, agreement, importedAt: '', addinVersion: '', sheets: [] })), findings: [], causes: [], summary: { agrees: 0, agreesWithinRounding: 0, differs: 0, notCheckable: 0 } };
}

function open(agreement: Agreement): Pick<OpenDocument, 'stage'> {
  return { stage: { kind: 'read', reading: { agreement, checks: [], source: { name: agreement.document.name, sha256: agreement.document.sha256 } } } } as unknown as OpenDocument;
}

describe('a document that is another edition', () => {
  it('is known by its title or by most of its initiatives, with the number of changes', () => {
    expect(editionOf(open(NEW), workbookOf(OLD))).toMatchObject({ stored: { importId: 'import-0' }, changes: 1 });
    expect(editionOf(open({ ...NEW, title: 'Noget andet' }), workbookOf(OLD))?.changes).toBe(1);
    expect(editionOf(open(named('ny.txt', 'c', { initiatives: [initiativeOf('Havn', 10, '9,0 - - - 9,0', [])] })), workbookOf(OLD))?.changes).toBe(3);
  });

  it('is none where the years, or the title and the initiatives, are others', () => {
    expect(editionOf(open({ ...NEW, years: [2031] }), workbookOf(OLD))).toBeNull();
    expect(editionOf(open(named('ny.txt', 'c', { title: 'Noget andet', initiatives: [initiativeOf('Havn', 10, '9,0 - - - 9,0', [])] })), workbookOf(OLD))).toBeNull();
    expect(editionOf(open(OLD), workbookOf(OLD))).toBeNull();
    expect(editionOf({ stage: { kind: 'waiting' } }, workbookOf(OLD))).toBeNull();
  });

  it('is that of which it differs least', () => {
    const draft = named('udkast.txt', 'd', { initiatives: [initiativeOf('Natteravne', 10, '9,0 2,5 - - 11,5', []), initiativeOf('Rådgivning', 40, '0,7 0,5 - - 1,2', [])] });
    expect(editionOf(open(NEW), workbookOf(draft, OLD))?.stored.importId).toBe('import-1');
  });
});

describe('the page of two editions', () => {
  const atHand = [{ agreement: OLD, origin: 'workbook', importId: 'import-0' }, { agreement: NEW, origin: 'opened', importId: null }] as const;

  it('offers to replace where the old one stands in the workbook and the new one is open', () => {
    const [old, now] = [OLD, NEW].map(({ document }) => document.sha256) as [string, string];
    expect(editionPage({ old, now, pairing: new Map() }, atHand)).toMatchObject({ isChanged: true, canTakeOver: true });
    expect(editionPage({ old: now, now: old, pairing: new Map() }, atHand)).toMatchObject({ canTakeOver: false });
    expect(editionPage({ old, now: 'x', pairing: new Map() }, atHand)).toBeNull();
  });

  it('begins with the latest two', () => {
    const later = { agreement: named('2030.txt', 'e', { years: [2030] }), origin: 'workbook', importId: 'import-9' } as const;
    expect(latestTwo([later, ...atHand])).toEqual({ old: NEW.document.sha256, now: later.agreement.document.sha256 });
    expect(latestTwo([later])).toBeNull();
  });
});
