/** The formats that the menu offers, by the name of their text, in the codes that Excel's files use. */
export const numberFormats = {
  general: 'General', whole: '#,##0', oneDecimal: '#,##0.0', twoDecimals: '#,##0.00', kroner: '#,##0 "kr."', percent: '0.0%', date: 'dd-mm-yyyy', text: '@',
} as const;

const mostDecimals = 10;

/** A number format with one decimal more or fewer in each of its sections; a date or a text stays as it is. */
export function withDecimals(format: string, change: 1 | -1): string {
  if (format === 'General') return change === 1 ? '0.0' : '0';
  return format.split(/("[^"]*"|\\.)/).map((part, index) => (index % 2 === 1 ? part : part.replace(/(0)(\.(0+))?(?![0#,.])/g, (_, last: string, __: unknown, decimals: string | undefined) => {
    const count = Math.max(0, Math.min(mostDecimals, (decimals ?? '').length + change));
    return count === 0 ? last : `${last}.${'0'.repeat(count)}`;
  }))).join('');
}
