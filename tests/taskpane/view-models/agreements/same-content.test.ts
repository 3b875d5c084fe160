import { type Agreement } from '../../../../src/core/budget/agreement';
import { type OpenDocument } from '../../../../src/taskpane/state/pane-state';
import { sameContentAs } from '../../../../src/taskpane/view-models/agreements/same-content';
import { agreementOf, initiativeOf, printedRow } from '../../../support/sample-agreement';

function agreement(name: string, figures: string, line: number): Agreement {
  const initiative = initiativeOf('Fjordens dag', line, figures, [printedRow('component', 'Drift', figures, line + 12)]);
  return agreementOf([initiative], { document: { name, sha256: name, layout: 'initiative-sheets', pages: line } });
}

function opened(id: number, read: Agreement): OpenDocument {
  const source = { name: read.document.name, sha256: read.document.sha256, format: 'text' as const, pages: null, heading: null, lines: [], unreadablePages: [], isPartlyRead: false };
  return { id, file: { name: read.document.name, bytes: new Uint8Array(), origin: 'file' }, stage: { kind: 'read', reading: { source, agreement: read, checks: [] } }, encoding: null, password: null, receipt: null };
}

const pdf = opened(1, agreement('aftale.pdf', '1,0 1,0 1,0 1,0 4,0', 3));
const docx = opened(2, agreement('aftale.docx', '1,0 1,0 1,0 1,0 4,0', 7));
const other = opened(3, agreement('anden.docx', '1,0 1,0 1,0 2,0 5,0', 3));

it('finds the same agreement in another file that was opened before', () => {
  expect([pdf, docx, other].map((one) => sameContentAs(one, [pdf, docx, other], null))).toEqual([null, 'aftale.pdf', null]);
});

it('finds the same agreement in the workbook, from another file than this one', () => {
  const workbook = (read: OpenDocument) => ({
    imports: read.stage.kind === 'read' ? [{ importId: 'a', agreement: read.stage.reading.agreement, importedAt: '', addinVersion: '', sheets: [] }] : [],
    findings: [],
    causes: [],
    summary: { agrees: 0, agreesWithinRounding: 0, differs: 0, notCheckable: 0 },
  });
  expect(sameContentAs(docx, [docx], workbook(pdf))).toBe('aftale.pdf');
  expect(sameContentAs(docx, [docx], workbook(docx))).toBeNull();
});
