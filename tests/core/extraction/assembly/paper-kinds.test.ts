import { readOutput } from '../../../../src/cli/answers/read-output';
import { extractAgreement } from '../../../../src/core/extraction/extract-agreement';
import { reconcile } from '../../../../src/core/reconciliation/engine';
import { readDocument } from '../../../../src/readers/read-document';
import { drawPaper } from '../../../support/mixed-papers/draw-paper';
import { isMadeHere, makePaperFiles, PAPER_FORMATS } from '../../../support/mixed-papers/paper-files';
import { PAPER_KINDS } from '../../../support/mixed-papers/paper-kinds';
import { type PaperOutput, scorePaper } from '../../../support/mixed-papers/score-paper';

/** Correct papers of every kind, in every format that needs no other program: read as printed, every figure accounted for, nothing found wrong. */

const SEEDS = Number(process.env['GENERATED_SEEDS'] ?? 1);

describe.each(PAPER_FORMATS.filter(isMadeHere))('%s', (format) => {
  it.each(Object.entries(PAPER_KINDS))('%s', async (kind, options) => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const [file] = makePaperFiles([drawPaper(kind.replace(/\W+/g, '-'), seed, options)], format);
      const lines = file === undefined ? null : await readDocument(file);
      if (file === undefined || lines?.ok !== true) throw new Error('The paper was not read');
      const agreement = extractAgreement(lines.value);
      const { figures, labels, initiatives, faults } = scorePaper(file.paper, JSON.parse(JSON.stringify(readOutput(agreement))) as PaperOutput);
      expect(faults).toEqual([]);
      for (const score of [figures, labels, initiatives]) expect(score.right).toBe(score.all);
      expect(agreement.accounting?.unaccounted).toEqual([]);
      expect(reconcile(agreement).filter(({ outcome, severity }) => outcome === 'differs' && severity !== 'info').map(({ message }) => message.en)).toEqual([]);
    }
  });
});
