import { OUTPUT_ENDINGS, type OutputKind } from '../../../outputs/output-kind';

/** What a document's output is called: the document's name without its ending, what it is, and its own ending. */
export function outputName(documentName: string, output: OutputKind, word: string): string {
  return `${documentName.replace(/\.[^.]*$/, '')} - ${word}${OUTPUT_ENDINGS[output]}`;
}
