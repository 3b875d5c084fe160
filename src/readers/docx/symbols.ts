/** Signs of the symbol font that mean something in figures or lists; any other symbol is shown as a replacement sign. */
export function symbolOf(font: string, code: string): string {
  const point = Number.parseInt(code, 16);
  if (Number.isNaN(point)) return '';
  const low = point & 0xff;
  if (font.toLowerCase() !== 'symbol') return point < 0xe000 ? String.fromCharCode(point) : '\uFFFD';
  if (low === 0x2d) return '−';
  if (low === 0xb7) return '•';
  return low >= 0x20 && low < 0x40 ? String.fromCharCode(low) : '\uFFFD';
}
