import { succeed, type Result } from '../../core/failure';
import { ADDIN_VERSION } from '../../core/import-store/addin-version';
import { reconcile } from '../../core/reconciliation/engine';
import { judgeDocument } from '../../outputs/checked-document';
import { makeOutput } from '../../outputs/make-output';
import { type OutputKind } from '../../outputs/output-kind';
import { sourcePdf } from '../../outputs/source-pdf';
import { type CommandCall, type MadeFile } from '../command';
import { type ReadFile } from '../read-agreement';

/** The files that leave of a checked document. Errors: the first that cannot be made; then none is. */
export async function makeOutputs({ agreement, document, bytes }: ReadFile, { outputs, language }: CommandCall): Promise<Result<readonly MadeFile[]>> {
  const judged = judgeDocument({ agreement, lines: document.lines, checks: reconcile(agreement), acceptances: new Map(), language, madeAt: new Date().toISOString(), version: ADDIN_VERSION });
  const source = sourcePdf(document, bytes);
  const made: MadeFile[] = [];
  for (const [kind, path] of Object.entries(outputs) as [OutputKind, string][]) {
    const output = await makeOutput(kind, judged, source);
    if (!output.ok) return output;
    made.push({ path, bytes: output.value });
  }
  return succeed(made);
}
