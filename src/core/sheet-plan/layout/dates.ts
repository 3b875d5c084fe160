import { type Language } from '../plan';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A day as every sheet writes it: "1.3.2026", "1 March 2026". Shape: `iso` in ISO 8601; the text itself where it is no date. */
export function sheetDate(iso: string, language: Language): string {
  const found = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso);
  if (found === null) return iso;
  const [, year = '', month = '', day = ''] = found;
  return language === 'da' ? `${Number(day)}.${Number(month)}.${year}` : `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** A day with its time of day: "1.3.2026 kl. 08:00 UTC". */
export function sheetTime(iso: string, language: Language): string {
  const time = /T(\d\d:\d\d)/.exec(iso)?.[1];
  if (time === undefined) return sheetDate(iso, language);
  return language === 'da' ? `${sheetDate(iso, language)} kl. ${time} UTC` : `${sheetDate(iso, language)}, ${time} UTC`;
}
