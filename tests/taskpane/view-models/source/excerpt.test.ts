import { excerptOf } from '../../../../src/taskpane/view-models/source/excerpt';
import { type PaneState } from '../../../../src/taskpane/state/pane-state';
import { agreementOf } from '../../../support/sample-agreement';

const AGREEMENT = agreementOf([], { citedLines: [{ page: 2, line: 7, text: '  Nattelys  3,0 ' }] });
const lines = [1, 2, 3, 4, 5, 6].map((line) => ({ text: ` linje ${line} `, page: 1, line, box: null }));
const open = { documents: [{ file: {}, password: null, stage: { kind: 'read', reading: { source: { sha256: AGREEMENT.document.sha256, lines } } } }] } as unknown as PaneState;

test('the line with its neighbours, those at hand', () => {
  expect(excerptOf(open, AGREEMENT, { page: 1, line: 2, box: null })).toEqual([
    { line: 1, text: 'linje 1', isMeant: false }, { line: 2, text: 'linje 2', isMeant: true }, { line: 3, text: 'linje 3', isMeant: false }, { line: 4, text: 'linje 4', isMeant: false },
  ]);
});

test('the cited line where the document is not open, nothing where it is not cited', () => {
  expect(excerptOf({ documents: [] }, AGREEMENT, { page: 2, line: 7, box: null })).toEqual([{ line: 7, text: 'Nattelys  3,0', isMeant: true }]);
  expect(excerptOf({ documents: [] }, AGREEMENT, { page: 2, line: 8, box: null })).toBeNull();
});
