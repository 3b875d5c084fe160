import { succeed, type Result } from '../core/failure';
import { type JudgedDocument } from './checked-document';
import { type OutputKind } from './output-kind';
import { type SourcePdf } from './source-pdf';

/** How each output is made; what it needs is loaded when it is asked for. */
const MAKERS: Readonly<Record<OutputKind, (judged: JudgedDocument, source: SourcePdf | null) => Promise<Result<Uint8Array>>>> = {
  marked: async (judged, source) => (await import('./marked-pdf/marked-pdf')).markedPdf(judged, source),
  report: async (judged) => succeed(new TextEncoder().encode((await import('./report/report')).reportHtml(judged))),
  note: async (judged) => succeed(await (await import('./note/correction-note')).correctionNote(judged)),
};

/** The bytes of what leaves of a checked document; `source` is the PDF that it was read from, null for other formats. Errors: those of the marked copy. */
export function makeOutput(kind: OutputKind, judged: JudgedDocument, source: SourcePdf | null): Promise<Result<Uint8Array>> {
  return MAKERS[kind](judged, source);
}
