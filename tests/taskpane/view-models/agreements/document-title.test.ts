import { type Agreement } from '../../../../src/core/budget/agreement';
import { type OpenDocument } from '../../../../src/taskpane/state/pane-state';
import { agreementToInsert, titleOfDocument } from '../../../../src/taskpane/view-models/agreements/document-title';
import { agreementOf } from '../../../support/sample-agreement';

const NOTHING_KNOWN = { workbook: null, catalogue: [] };

function agreement(title: string | null, name = 'notat_3.txt', sha256 = 'b'): Agreement {
  return agreementOf([], { title, document: { name, sha256, layout: 'unknown', pages: null } });
}

function opened(read: Agreement, heading: string | null, typed?: string): OpenDocument {
  const source = { name: read.document.name, sha256: read.document.sha256, format: 'text' as const, pages: null, heading, lines: [], unreadablePages: [], isPartlyRead: false };
  const stage = { kind: 'read' as const, reading: { source, agreement: read, checks: [] } };
  return { id: 1, file: { name: read.document.name, bytes: new Uint8Array(), origin: 'file' }, stage, encoding: null, password: null, receipt: null, ...(typed === undefined ? {} : { title: typed }) };
}

describe('titleOfDocument', () => {
  it('asks nothing of a document that prints its title', () => {
    const document = opened(agreement('Aftale om havne'), 'Aftale om havne');
    expect(titleOfDocument(document, NOTHING_KNOWN)).toBeNull();
    expect(agreementToInsert(document, NOTHING_KNOWN)).toEqual(agreement('Aftale om havne'));
  });

  it('proposes what the catalogue calls the same document, before a file of the same name, the heading and the file', () => {
    const catalogue = [agreement('Samme filnavn', 'notat_3.txt', 'c'), agreement('Havneforlig: syd', 'andet.pdf', 'b')];
    expect(titleOfDocument(opened(agreement(null), 'Notat'), { workbook: null, catalogue })?.text).toBe('Havneforlig syd');
    expect(titleOfDocument(opened(agreement(null), 'Notat'), { workbook: null, catalogue: catalogue.slice(0, 1) })?.text).toBe('Samme filnavn');
    expect(titleOfDocument(opened(agreement(null), 'Notat'), NOTHING_KNOWN)?.text).toBe('Notat');
    expect(titleOfDocument(opened(agreement(null), null), NOTHING_KNOWN)?.text).toBe('notat_3');
  });

  it('takes what is typed, also when it is nothing', () => {
    expect(titleOfDocument(opened(agreement(null), 'Notat', 'Havne?'), NOTHING_KNOWN)).toEqual({ text: 'Havne?', problem: 'refused-character' });
    expect(titleOfDocument(opened(agreement(null), 'Notat', ''), NOTHING_KNOWN)).toEqual({ text: '', problem: 'empty' });
  });
});

it('inserts under the title, and not at all under one that is refused', () => {
  expect(agreementToInsert(opened(agreement(null), 'Notat', ' Havne '), NOTHING_KNOWN)).toEqual({ ...agreement('Havne'), isTitleGiven: true });
  expect(agreementToInsert(opened(agreement(null), 'Notat', 'Havne/broer'), NOTHING_KNOWN)).toBeNull();
});
