import { type Language } from '../../../core/money/danish-number';

/** A stored time as a short date and time of day; the stored text itself when it is no date. */
export function dateText(iso: string, language: Language): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}
