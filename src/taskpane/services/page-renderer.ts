/** The size of a drawn page. Units: points. */
export interface DrawnPage {
  readonly widthPt: number;
  readonly heightPt: number;
}

/** A page to draw. Units: `scaleFor` answers CSS pixels per point for a page of that size. */
export interface PageDrawing {
  readonly bytes: Uint8Array;
  /** Null where the document is open to everyone. */
  readonly password: string | null;
  readonly page: number;
  readonly canvas: HTMLCanvasElement;
  readonly scaleFor: (size: DrawnPage) => number;
  readonly signal: AbortSignal;
}

/** Draws a page of a document onto a canvas, as large as asked; null when it cannot. */
export interface PageRenderer {
  drawPage(drawing: PageDrawing): Promise<DrawnPage | null>;
}
