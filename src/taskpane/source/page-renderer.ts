/** A drawn page. Units: `scale` is canvas pixels per point, so that a box can be placed over the canvas. */
export interface DrawnPage {
  readonly widthPt: number;
  readonly heightPt: number;
}

/** Draws a page of a document onto a canvas, as wide as asked; null when it cannot. Units: `widthPx` in CSS pixels. */
export interface PageRenderer {
  drawPage(order: { readonly bytes: Uint8Array; readonly page: number; readonly canvas: HTMLCanvasElement; readonly widthPx: number; readonly signal: AbortSignal }): Promise<DrawnPage | null>;
}
