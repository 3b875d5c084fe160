/** A number times a power of ten without a rounding error of its own: 1.005 by 2 is 100.5, not 100.49999999999999. */
export function shiftDecimals(value: number, places: number): number {
  const text = String(value);
  const [mantissa = '', exponent = '0'] = text.split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}
