/** Room for a label. Units: `width` as `widthOf` tells. */
export interface LabelRoom {
  readonly width: number;
  readonly lines: number;
}

/** A label as lines that fit: broken between words; what has no room ends in an ellipsis. */
export function labelLines(text: string, { width, lines: most }: LabelRoom, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = `${last ?? ''} ${word}`;
    if (last !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, Math.max(1, most));
  return kept.map((line, index) => shortened(index === kept.length - 1 && kept.length < lines.length ? `${line} …` : line, width, widthOf));
}

function shortened(line: string, width: number, widthOf: (text: string) => number): string {
  if (widthOf(line) <= width) return line;
  const letters = [...line.replace(/ ?…$/, '')];
  let [fits, tooLong] = [1, letters.length + 1];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (widthOf(`${letters.slice(0, middle).join('')}…`) <= width) fits = middle;
    else tooLong = middle;
  }
  return `${letters.slice(0, fits).join('')}…`;
}
