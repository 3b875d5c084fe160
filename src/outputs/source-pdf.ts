import { type DocumentText } from '../core/extraction/lines/document-text';

/** The PDF that a document was read from. Shape: `turns` by page: quarter turns clockwise that make its text upright. */
export interface SourcePdf {
  readonly bytes: Uint8Array;
  readonly turns: readonly number[];
}

/** The PDF among the formats that a document can be read from; null for every other one. */
export function sourcePdf({ format, pageTurns }: Pick<DocumentText, 'format' | 'pageTurns'>, bytes: Uint8Array): SourcePdf | null {
  return format === 'pdf' ? { bytes, turns: pageTurns ?? [] } : null;
}
