import { type Unit } from '../../../money/unit';
import { CURRENT_PRICES, LEVEL_OF_YEAR, PRICES_OF_YEAR, PRICE_LEVEL, PRICE_LEVEL_WORDS, SHORT_PRICE_LEVEL, TABLE_UNITS } from '../../vocabulary';

/** The unit that a text states: "Mio. kr.", "1.000 kr.", "mia. kr.". */
export function readUnit(text: string): Unit | null {
  return TABLE_UNITS.find((candidate) => candidate.pattern.test(text))?.unit ?? null;
}

/**
 * The price level that a text states: "2026-pl" in its own spelling, other words for it as "2026-pl", prices without wages as "2026-priser";
 * two digits are a year of this century; "løbende priser" where the text says so.
 */
export function readPriceLevel(text: string): string | null {
  const match = PRICE_LEVEL.exec(text);
  if (match !== null) return match[0].replace(/\s/g, '');
  const worded = PRICE_LEVEL_WORDS.exec(text) ?? LEVEL_OF_YEAR.exec(text);
  if (worded !== null) return `${worded[1] ?? worded[2] ?? ''}-pl`;
  const prices = PRICES_OF_YEAR.exec(text);
  if (prices !== null) return `${prices[1] ?? prices[2] ?? ''}-priser`;
  const short = SHORT_PRICE_LEVEL.exec(text);
  if (short !== null) return `20${short[1] ?? short[3] ?? ''}-${/^pris/i.test(short[2] ?? '') ? 'priser' : 'pl'}`;
  return CURRENT_PRICES.test(text) ? CURRENT_PRICES_LEVEL : null;
}

/** What the level of prices of no one year is called. */
const CURRENT_PRICES_LEVEL = 'løbende priser';

/** A text without the words of its price level, whose year is no column's. */
export function withoutPriceLevel(text: string): string {
  return [PRICE_LEVEL, PRICE_LEVEL_WORDS, LEVEL_OF_YEAR, PRICES_OF_YEAR, SHORT_PRICE_LEVEL].reduce((rest, pattern) => rest.replace(pattern, ' '), text);
}
