/** The PDF that a document was read from. Shape: `turns` by page: quarter turns clockwise that make its text upright. */
export interface SourcePdf {
  readonly bytes: Uint8Array;
  readonly turns: readonly number[];
}
