import { type MeasureText } from './row-heights';

const pointsPerPixel = 0.75;

/** Measures texts in the grid's font with the browser's own canvas; each text once. */
export function canvasMeasure(fontFamily: string): MeasureText {
  const canvas = document.createElement('canvas').getContext('2d');
  if (canvas === null) throw new Error('The browser has no canvas.');
  const known = new Map<string, number>();
  return (text, fontSize, isBold) => {
    const font = `${isBold ? 'bold ' : ''}${fontSize}pt ${fontFamily}`;
    const key = `${font}|${text}`;
    const width = known.get(key);
    if (width !== undefined) return width;
    canvas.font = font;
    const measured = canvas.measureText(text).width * pointsPerPixel;
    known.set(key, measured);
    return measured;
  };
}
