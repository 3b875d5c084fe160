/** A number times a power of ten without a rounding error of its own: 1.005 by 2 is 100.5, not 100.49999999999999. */
export function shiftDecimals(value: number, places: number): number {
  const text = String(value);
  const [mantissa = '', exponent = '0'] = text.split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

/** How many decimals a worksheet number shows when it is written without noise from binary fractions. @example shownDecimals(0.1 + 0.2) // 1 */
export function shownDecimals(value: number): number {
  const [mantissa = '', exponent = '0'] = String(Number(value.toPrecision(14))).split('e');
  return Math.max(0, (mantissa.split('.')[1] ?? '').length - Number(exponent));
}
