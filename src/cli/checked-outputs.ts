import { type Agreement } from '../core/budget/agreement';
import { succeed, type Result } from '../core/failure';
import { ADDIN_VERSION } from '../core/import-store/addin-version';
import { reconcile } from '../core/reconciliation/engine';
import { judgeDocument, type JudgedDocument } from '../outputs/checked-document';
import { type CommandCall, type MadeFile, type OutputKind } from './command';
import { type ReadFile } from './read-agreement';

/** How each output is made; what it needs is loaded when it is asked for. */
const MAKERS: Readonly<Record<OutputKind, (judged: JudgedDocument, file: ReadFile) => Promise<Result<Uint8Array>>>> = {
  marked: async (judged, { document, bytes }) => (await import('../outputs/marked-pdf/marked-pdf')).markedPdf(judged, document.format === 'pdf' ? { bytes, turns: document.pageTurns ?? [] } : null),
  report: async (judged) => succeed(new TextEncoder().encode((await import('../outputs/report/report')).reportHtml(judged))),
  note: async (judged) => succeed(await (await import('../outputs/note/correction-note')).correctionNote(judged)),
};

/** The files that leave of a checked document. Errors: the first that cannot be made; then none is. */
export async function makeOutputs(file: ReadFile, others: readonly Agreement[], { outputs, language }: CommandCall): Promise<Result<readonly MadeFile[]>> {
  const { agreement, document } = file;
  const judged = judgeDocument({ agreement, lines: document.lines, checks: reconcile(agreement, others), acceptances: new Map(), language, madeAt: new Date().toISOString(), version: ADDIN_VERSION });
  const made: MadeFile[] = [];
  for (const [kind, path] of Object.entries(outputs) as [OutputKind, string][]) {
    const bytes = await MAKERS[kind](judged, file);
    if (!bytes.ok) return bytes;
    made.push({ path, bytes: bytes.value });
  }
  return succeed(made);
}
