import { type AgreementAtHand } from '../../../../src/taskpane/view-models/agreements/agreements-at-hand';
import { keptLines } from '../../../../src/taskpane/view-models/source/kept-lines';
import { agreementOf, initiativeOf, printedRow } from '../../../support/sample-agreement';

const agreement = agreementOf([initiativeOf('SletDet', 2, '1,0 2,0 1,0 1,0 5,0', [printedRow('component', 'Drift', '1,0 2,0 1,0 1,0 5,0', 13)])]);
const { sha256 } = agreement.document;
const atHand = (origin: AgreementAtHand['origin'], more: object = {}): AgreementAtHand => ({ agreement: { ...agreement, ...more }, origin, importId: null });

describe('keptLines', () => {
  it('are the lines that the workbook keeps of a document', () => {
    const citedLines = [{ page: 3, line: 13, text: 'Drift  1,0  2,0' }];
    expect(keptLines([atHand('workbook', { citedLines })], sha256)).toEqual({ kind: 'cited', name: agreement.document.name, sha256, lines: [{ page: 3, line: 13, text: 'Drift  1,0  2,0', box: null }] });
  });

  it('are its rows, put together of names and figures, where no line is kept', () => {
    const kept = keptLines([atHand('catalogue')], sha256);
    expect(kept?.kind).toBe('rows');
    expect(kept?.lines.find(({ line }) => line === 13)?.text).toBe('Drift  1,0  2,0  1,0  1,0  5,0');
    expect(kept?.lines.map(({ line }) => line)).toEqual([...(kept?.lines ?? [])].map(({ line }) => line).sort((a, b) => a - b));
  });

  it('are none of a document that nothing is known of', () => {
    expect(keptLines([atHand('workbook')], 'f'.repeat(64))).toBeNull();
    expect(keptLines([{ agreement: agreementOf([]), origin: 'workbook', importId: null }], agreementOf([]).document.sha256)).toBeNull();
  });
});
