import { type Unit } from '../../money/unit';

/** The words around amounts: units, currencies, periods, price levels, what makes a number money and what makes it none. */

/** Words before an amount that make it approximate. */
export const APPROXIMATE = /(?:\bca\.?|\bcirka|\bomkring|\bomtrent|\bknap|\bgodt|\bskønsmæssigt|\bop\s+mod|\bnæsten|\blidt\s+over|\blidt\s+under|\bapprox\.?|\bapproximately|\babout|\baround|~)\s*$/i;

/** After an amount: every year. */
export const ANNUAL_AFTER = /^\s*(?:,\s*)?(?:i\s+alt\s+|(?:is|are|was|were)\s+(?:allocated|granted)\s+)?(?:årligt|årlig|om\s+året|pr\.?\s+år|per\s+år|hvert\s+år|i\s+hvert?\s+af\s+årene|\/\s?år|annually|a\s+year|per\s+year|yearly)\b/i;
/** Before an amount: every year, said of the amount itself or of the grant that it measures. */
export const ANNUAL_BEFORE = /(?:(?<![a-zæøå])(?:årligt|hvert\s+år)(?:\s+(?:med|på|ca\.?|cirka|op\s+til|i\s+alt))*|(?<![a-zæøå])årlige?(?:\s+[a-zæøåé-]{1,30}){0,2}?\s*(?:bevilling|tilskud|ramme|driftstilskud|ekstrabevilling|støtte|udgift|udgifter|merudgift|merudgifter|beløb)\s+på(?:\s+(?:i\s+alt|ca\.?|op\s+til|samlet))*)\s*$/i;

/** Permanent money, said before or after the amount. */
export const PERMANENT_AFTER = /^\s*(?:årligt\s+)?(?:er\s+)?(?:varigt?|permanente?|permanently)(?![a-zæøå])/i;
export const PERMANENT_BEFORE = /(?:\bvarigt|\bvarig|\bvarige|\bpermanent)(?:\s+[a-zæøåé-]{1,30}){0,2}?(?:\s+(?:på|med|ca\.?|i\s+alt|samlet))*\s*$/i;
/** After a first year: open-ended. */
export const ONWARDS = /^\s*(?:og\s+(?:frem(?:adrettet|efter|over)?|årene\s+frem|efterfølgende\s+år)|ff\.|and\s+onwards|onwards)/i;

/** Fills that may stand between an amount and its period without changing what the period says. */
export const PERIOD_FILL = /^(?:\s*(?:,|i\s+alt|samlet|årligt|annually|a\s+year|(?:is|are|was|were)\s+(?:allocated|granted)|om\s+året|pr\.?\s+år|varigt|permanent|hhv\.|henholdsvis|til\s+(?:initiativet|initiativerne|indsatsen|projektet|formålet|puljen|puljerne|ansøgningspuljen|ansøgningspuljerne|forslaget|delfinansiering\s+af\s+initiativet)|\([^()]{0,40}\)))*\s*/i;

/** A period of its own in parentheses behind an amount: "(2027)", "(i 2026-2028)". */
export const PERIOD_IN_PARENTHESES = /^\s*\((?:i\s+)?((?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d|(?:\s*,\s*(?:19|20)\d\d)*\s+og\s+(?:19|20)\d\d)?)\)/i;

/** Words that lead in a period. */
export const PERIOD_LEAD = /^(?:i\s+perioden|i\s+periode|i\s+årene|i\s+hvert\s+af\s+årene|i\s+hver\s+af\s+årene|i\s+både|(?:fra|pr\.)\s+(?:den\s+)?\d{1,2}\.\s?(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)|for\s+perioden|for\s+årene|in\s+the\s+years|i|for|fra|over|in|during|from|frem\s+mod|frem\s+til|indtil|until|til\s+og\s+med)\s+(?:i\s+|hhv\.\s+|henholdsvis\s+|og\s+med\s+|perioden\s+)?/i;
/** Years that belong to amounts one by one. */
export const RESPECTIVE_YEARS = /^\s*i\s+(?:hhv\.|henholdsvis)\s+((?:19|20)\d\d(?:\s*,\s*(?:19|20)\d\d)*\s*(?:(?:,\s*)?og|,)\s+(?:19|20)\d\d)/i;
/** The same with the years before the amounts: "i 2027 og 2028 var der hhv. …". */
export const RESPECTIVE_YEARS_BEFORE = /\bi\s+((?:19|20)\d\d(?:\s*,\s*(?:19|20)\d\d)*\s+og\s+(?:19|20)\d\d)(?!\d)[^.]{0,80}(?:\bhhv\.|\bhenholdsvis)\s+(?:ca\.\s+)?$/i;
/** Years behind amounts that "hhv." in front gives one each: "hhv. 5, 10 og 15 mio. kr. i 2026, 2027 og 2028". */
export const LISTED_YEARS = /^\s*i\s+((?:19|20)\d\d(?:\s*,\s*(?:19|20)\d\d)*\s+og\s+(?:19|20)\d\d)(?!\d)/i;
export const RESPECTIVELY_BEFORE = /(?:\bhhv\.|\bhenholdsvis)\s+(?:ca\.\s+)?$/i;
export const UNTIL_LEAD = /^(?:frem\s+mod|frem\s+til|indtil|until|til\s+og\s+med)/i;
/** A period that only compares. */
export const COMPARISON = /^\s*(?:,\s*)?(?:sammenlignet\s+med|i\s+forhold\s+til|compared)/i;
/** "After that", said of the period before. */
export const THEREAFTER = /^\s*(?:årligt\s+|varigt\s+)*(?:herefter|derefter|thereafter)\b/i;
/** A period far behind its amount but in the same sentence. */
export const FAR_PERIOD = /\bin?\s+(?:perioden\s+|årene\s+)?(?=(?:19|20)\d\d)/gi;
/** Words before "i 2020" that make it the year of an agreement, or of what an amount is compared with. */
export const AGREEMENT_OF_YEAR = /\b(?:\w*aftale(?:r|n|rne)?|finanslov(?:en|ene)?|puljen?|end|than)\s*$/i;
/** A period before its amount, next to the verb of the grant. */
export const PERIOD_BEFORE = /\b(i|fra|from)\s+(?:perioden\s+|årene\s+)?((?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?(?:\s+(?:og|til(?:\s+og\s+med)?)\s+(?:19|20)\d\d)?)(\s+og\s+(?:frem(?:adrettet|efter|over)?|årene\s+frem))?\s+(?:(?:blev|er|var|bliver)\s+der\s+|der\s+)?(?:er\s+|blev\s+)?(?:yderligere\s+)?(?:afsat|givet\s+tilsagn|prioriteret|udmeldt|tildelt|afsættes|bevilget|fået\s+bevilget|forhøjet|forøget)\b[^.]{0,80}$|^\s*(from|in)\s+((?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?),\s*$/i;
/** A period between the verb of the grant and its amount: "Der afsættes i 2025-2026 samlet". */
export const PERIOD_BETWEEN = /(?<![a-zæøå])(?:afsættes|afsat|prioriteres|bevilges|tildeles|udmøntes)\s+(?:der\s+)?i\s+(?:perioden\s+|årene\s+)?((?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d|\s+og\s+(?:19|20)\d\d)?)\s+(?:(?:i\s?alt|samlet|yderligere|årligt|hvert\s+år|ca\.|på)\s+){0,3}$/i;
/** A year that starts a sentence, before the verb of its only figure so far: "I 2023 var udgiften …". */
export const YEAR_FRONTED = /^\s*i\s+(?:perioden\s+|årene\s+)?((?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)\s+(?:var|er|bliver|udgjorde|udgør|kostede|koster|anvendtes|anvendes|brugtes|bruges|ventes|forventes|skønnes)\s[^.,;:]{0,80}$/i;
/** A year that links an amount to the one before: "… og i 2022 13,2 mia. kr.". */
export const YEAR_LINKED = /(?:,|(?<![a-zæøå])(?:og|samt|mod))\s+(?:ca\.\s+)?i\s+((?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)\s+(?:ca\.\s+|var\s+den\s+|er\s+den\s+)?$/i;

/** Prices of no one year. */
export const CURRENT_PRICES = /(?<![a-zæøå])(?:løbende|årets)\s+(?:priser|pris-?\s?og\s+lønniveau|p\/?l)(?![a-zæøå])|current\s+prices/i;
/** A price level of two digits: "25-pl", "26-niveau", "'26-priser"; "PL26", "pl-26". */
export const SHORT_PRICE_LEVEL = /(?<![\d\p{L}.,-])[’'‘]?(\d\d)\s?-\s?(pl|p\/l|priser|prisniveau|niveau)(?!\p{L})|(?<!\p{L})p\/?l(?:[-\s]|\.\s?)?[’'‘]?(\d\d)(?![\d\p{L}]|[.,]\d)/iu;
/** The same in full, without the letters for wages: "2026-niveau". */
export const LEVEL_OF_YEAR = /(?<!\d)((?:19|20)\d\d)-niveau(?![a-zæøå])/i;
/** A price level: "2026-pl", "2023-PL", "2026 P/L"; "P/L 2026", "pl-niveau 2026"; prices alone: "2026-priser", "2026-prisniveau". */
export const PRICE_LEVEL = /\b((?:19|20)\d\d)\s?-\s?pl\b/i;
export const PRICE_LEVEL_WORDS = /\b((?:19|20)\d\d)\s?-?\s?(?:p\/?l\b|pris-?\s?og\s+lønniveau)|(?<![a-zæøå])(?:p\/?l(?:-?niveau)?|pris-?\s?og\s+lønniveau)[-\s.:]{0,2}((?:19|20)\d\d)(?!\d)/i;
export const PRICES_OF_YEAR = /\b((?:19|20)\d\d)[-\s](?:priser|prices|prisniveau)(?![a-zæøå])|(?<![a-zæøå])(?:prisniveau|priser)[-\s:]{1,2}((?:19|20)\d\d)(?!\d)/i;
export const PRICE_LEVEL_AFTER = /^\s*(?:\(\s*(?:alle\s+tal\s+)?(?:i\s+)?(?:faste\s+)?((?:19|20)\d\d)\s?-?\s?(p\/?l|prisniveau|priser)\s*\)|\(\s*p\/?l[-\s]?(?:niveau\s+)?((?:19|20)\d\d)\s*\)|(?:,\s*)?(?:i\s+)?(?:faste\s+)?((?:19|20)\d\d)-(p\/?l|prisniveau|priser)(?![a-zæøå]))/i;

/** What an amount is for: the words that start its purpose. */
export const PURPOSE_LEAD = /^\s*(?:,\s*)?(?:anvendes\s+til|afsættes\s+til|går\s+til|er\s+øremærket\s+til|til|for|to)\s+/i;

/** Units behind a number, longest first; `isWhole` is false where "kr." is missing. */
export interface UnitWord {
  readonly pattern: RegExp;
  readonly unit: Unit;
  readonly isWhole: boolean;
}
export const UNITS_AFTER: readonly UnitWord[] = [
  { pattern: /(?:m\.?dkk\b|dkkm\b)/iy, unit: 'mio. kr.', isWhole: true },
  { pattern: /(?:mio\.?|mill\.?|million(?:er|s)?|mn\.?)\s*(?:kr(?![a-zæøå\d])\.?|(?:danske\s+)?kroner\b|dkk\b)/iy, unit: 'mio. kr.', isWhole: true },
  { pattern: /(?:mia\.?|mrd\.?|milliard(?:er)?|billions?)\s*(?:kr(?![a-zæøå\d])\.?|(?:danske\s+)?kroner\b|dkk\b)/iy, unit: 'mia. kr.', isWhole: true },
  { pattern: /(?:t\.\s?kr(?![a-zæøå\d])\.?|tkr(?![a-zæøå\d])\.?|[tk]\.?dkk\b|1\.000\s+kr(?![a-zæøå\d])\.?|(?:tusinde?|thousand)\s+(?:kr(?![a-zæøå\d])\.?|(?:danske\s+)?kroner\b|dkk\b))/iy, unit: '1.000 kr.', isWhole: true },
  { pattern: /(?:kr(?![a-zæøå\d])\.?|(?:danske\s+)?kroner\b|dkk\b)/iy, unit: 'kr.', isWhole: true },
  { pattern: /(?:mio\b\.?|million(?:er)?\b)/iy, unit: 'mio. kr.', isWhole: false },
  { pattern: /(?:mia\b\.?|milliard(?:er)?\b)/iy, unit: 'mia. kr.', isWhole: false },
];
/** What may follow "mio." without "kr." when it is money and not a count of people or things. */
export const AFTER_BARE_SCALE = /^\s*(?:$|[.,;:)(]|over\s+(?:de\s+(?:næste|kommende)\s+)?[\p{L}\d-]{1,12}\s+(?:år|years)(?![\p{L}])|(?:årligt|varigt|i|in|to|til|ifm|fra|og|samt|om|for|på|pr|per|er|blev|som|der|herefter|hvoraf|heraf)(?![a-zæøå]))/iu;
/** Decimals with their unit at the start of a line, whose number stands at the end of the line before. */
export const BROKEN_DECIMALS = /^\d{1,2}\s*(?:mio|mia|mill|mrd|milliard)/i;
/** What a table prints for a figure that is not known. */
export const UNKNOWN_FIGURE = /^(?:n\/a|n\.a\.|i\/a|i\.a\.|\.\.|…)$/i;
/** What a spreadsheet prints where its formula fails. */
export const FORMULA_ERROR = /^#(?:ref|reference|div\/0|division\/0|værdi|value|navn\?|name\?|i\/t|n\/a|num|nul|null|null!|spild|overløb|spill)!?$/i;
/** A word that stands in a cell with its figure. */
export const CELL_WORD = /^[-–−÷+]?(?:kr\.?|dkk|kroner|t\.?kr\.?|mio\.?|mia\.?|mill\.?|ca\.?|cirka|knap|godt|omkring|[±~≈])$/i;
/** What a figure with its unit can end in, its own digits aside. */
export const FIGURE_END = /(?:kr|kroner|dkk|mio|mill|mia|mrd|million(?:er|s)?|milliard(?:er)?|billions?|tusinde?|thousand|%)\.?\)?$/i;
/** A word of a unit of money. */
export const CURRENCY_WORD = /^(?:(?:mio|mia|mill)\.?|t\.|(?:t\.?)?kr\.?|dkk)$/i;
/** In front of a figure in a cell: that it is rough. */
export const APPROXIMATELY = /^(?:ca\.?|cirka|omkring|omtrent|knap|godt|skønsmæssigt|op\s+(?:til|mod)|mindst|højst|min\.|maks?\.|max\.|approx\.?|about|around|[~≈±<>])\s*(?=\S)/i;
/** At the end of a label: a word for an approximate amount, which no label ends in. */
export const QUALIFIER_BEHIND = /\s(?:ca\.|cirka|[~≈±])$/i;
/** Behind a figure in a cell: how far off it may be. */
export const CELL_MARGIN = /(?<!\s)\s*(?:±|\+\s?\/\s?[-–−])\s*\d[\d.,]*(?=\s|$)/;
/** The unit of a figure in its own cell, behind it. */
export const CELL_UNITS: readonly { readonly pattern: RegExp; readonly unit: Unit }[] = [
  { pattern: /(?<=[\d)])\s*(?:mia|mrd|milliard(?:er)?|billions?)\b\.?\s*(?:kr\.?|kroner|dkk)?$/i, unit: 'mia. kr.' },
  { pattern: /(?<=[\d)])\s*(?:mio|mill|million(?:er|s)?)\b\.?\s*(?:kr\.?|kroner|dkk)?$/i, unit: 'mio. kr.' },
  { pattern: /(?<=[\d)])\s*(?:t\.?\s?kr\.?|t\.?\s?dkk|tusinde?\s*(?:kr\.?|kroner|dkk)?|thousand\s*(?:kr\.?|kroner|dkk)?)$/i, unit: '1.000 kr.' },
  { pattern: /(?<=[-–−\d)])\s*(?:kr\.?|kroner|dkk)$/i, unit: 'kr.' },
];
/** The currency in front of a figure, with a sign in front of both. */
export const CURRENCY_BEFORE_FIGURE = /^([-–−÷+]?)\s*(?:kr\.?|dkk)\s*(?=[-–−÷+(\d])/i;
/** Currency words that may stand before a number: "kr. 5.000", "DKK 5 million". */
export const UNIT_BEFORE = /(?:\bkr\.?|\b[tkm]?dkk)\s*$/i;
export const SCALED_UNIT_BEFORE: readonly UnitWord[] = [
  { pattern: /\b(?:(?:mio|mill)\.?\s*(?:kr\.?|dkk)|mdkk)\s*$/i, unit: 'mio. kr.', isWhole: true },
  { pattern: /\b(?:mia|mrd)\.?\s*(?:kr\.?|dkk)\s*$/i, unit: 'mia. kr.', isWhole: true },
  { pattern: /(?:(?:\bt\.?\s?|\b1\.000\s*)kr\.?|\b[tk]dkk)\s*$/i, unit: '1.000 kr.', isWhole: true },
];
export const SCALE_AFTER: readonly UnitWord[] = [
  { pattern: /(?:mio\b\.?|million(?:s|er)?\b|m\b)/iy, unit: 'mio. kr.', isWhole: true },
  { pattern: /(?:mia\b\.?|billion(?:s)?\b|milliard(?:er)?\b|bn\b)/iy, unit: 'mia. kr.', isWhole: true },
  { pattern: /(?:tusinde?|thousand)\b/iy, unit: '1.000 kr.', isWhole: true },
];
/** Between two numbers behind one currency, whose scale stands behind the second: "DKK 5-10 million", "DKK 3.5 and 4.0 million". */
export const SCALED_RANGE_LINK = /\s?[-–]\s?|\s+(?:to|and|or|til|og|eller)\s+/y;
/** Other currencies: reported, never read as kroner. */
export const FOREIGN_CURRENCY_AFTER = /(?:(?:mio\.?|mia\.?|million(?:er|s)?|milliard(?:er)?|billions?)\s*)?(?:EUR|euro|€|USD|dollars?|GBP|SEK|NOK|£|\$)(?![a-zæøå])/iy;
export const FOREIGN_CURRENCY_BEFORE = /(?:€|\$|£|\bEUR|\bUSD|\bGBP|\bSEK|\bNOK)\s*$/;
/** Another currency as the unit of a table. */
export const FOREIGN_UNIT = /(?<![a-zæøå])(?:EUR|euro|USD|GBP|SEK|NOK)(?![a-zæøå])|[€£$]/i;
/** Between two numbers of which the first shares the second's unit: "2.500 eller 5.000 kr.", "3 – 4 mio. kr."; `AMBIGUOUS_UNIT_LINK` needs a list, "mellem" or "hhv." besides. */
export const SHARED_UNIT_LINK = /^(?:\s+(?:eller|or|og|and|til|to|samt|[-–])\s+|\s?\+\s?)$/i;
export const SHARED_LIST_LINK = /^\s*,\s+$/;
export const AMBIGUOUS_UNIT_LINK = /og|and|samt/i;
export const BETWEEN = /\b(?:mellem|between|hhv\.|henholdsvis)\s+$/i;
/** Before an amount: it is negative. */
export const MINUS_BEFORE = /(?<![\p{L}\d]|\d\s)minus\s(?:(?:kr\.?|dkk)\s)?$/iu;
/** What a spreadsheet prints for a figure that its column is too narrow for, and a figure of which no digit was read as one, with a unit of money. */
export const FIGURE_NOT_PRINTED = /(?:#{2,}(?=\s?(?:mio|mia|mill|mrd|t?kr|dkk))|#{7,}|(?<![\p{L}\d])[OoIlS]{1,3}[.,][OoIlS]{1,3}(?=\s?(?:mio|mia|mill|mrd|t?kr|dkk)))(?:\s?(?:mio|mia|mill|mrd)\.?)?(?:\s?kr\.?)?/giu;
/** What shows at a glance that such a figure may stand in a text: two of those letters around a mark. */
export const LOOKALIKES = /[oils][.,][oils]/i;
/** The scale of a unit of money, what makes it one behind that, and a number in words at the end of what stands before. */
export const SCALED_UNIT = /(?:mio|mia|mill|mrd)/gi;
export const SCALED_KRONER = /\S*\s*(?:kr|kroner|dkk)/iy;
export const NUMBER_WORD_BEFORE = /(?<![\p{L}\d.,])(\d{1,3}\s?½|½|halvanden|en halv|én|en|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|one|two|three|four|five)\s*$/iu;
export const NUMBER_WORDS: ReadonlyMap<string, { readonly coefficient: number; readonly decimals: number }> = new Map([
  ['halvanden', { coefficient: 15, decimals: 1 }],
  ['en halv', { coefficient: 5, decimals: 1 }],
  ...['én', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti', 'elleve', 'tolv'].map((word, index) => [word, { coefficient: index + 1, decimals: 0 }] as const),
  ['en', { coefficient: 1, decimals: 0 }],
  ...['one', 'two', 'three', 'four', 'five'].map((word, index) => [word, { coefficient: index + 1, decimals: 0 }] as const),
]);

/** The unit that a table header, caption or note states. */
export const TABLE_UNITS: readonly { readonly pattern: RegExp; readonly unit: Unit }[] = [
  { pattern: /\b(?:mia\.?|mrd\.?|milliarder)\s*(?:kr(?![a-zæøå\d])\.?|kroner|dkk)|\b(?:dkk|kr\.?)\s*(?:bn|billion|mia)\b|\bbillion\s+(?:kr|dkk)/i, unit: 'mia. kr.' },
  { pattern: /\b(?:mio\.?|mill\.?|millioner)\s*(?:kr(?![a-zæøå\d])\.?|kroner|dkk)|\b(?:dkk|kr\.?)\s*(?:m|mio|million)\b|\bmillion\s+(?:kr|dkk|kroner)/i, unit: 'mio. kr.' },
  { pattern: /\b1[.,\s\u00A0]?000\s*(?:kr(?![a-zæøå\d])\.?|kroner|dkk)|\bt\.?\s?kr(?![a-zæøå\d])\.?|\btusinde?\s+(?:kr|kroner)|\bthousand\s+(?:kr|dkk|kroner)|\bdkk\s+(?:1,000|thousand)/i, unit: '1.000 kr.' },
  { pattern: /\b(?:hele\s+)?(?:kr(?![a-zæøå\d])\.?|kroner|dkk)/i, unit: 'kr.' },
];

/** An amount with its unit among words, as no header of columns has one: "styrkes med 12,5 mio. kr. i". A thousand kroner is a unit, and a year no amount. */
export const AMOUNT_IN_WORDS = /(?<![\d.,-])(?!1[.,]?000\s|(?:19|20)\d\d\s)\d[\d.,]*\s(?:(?:mio|mia|mill|mrd)\.?\s*kr|kr(?![a-zæøå\d])|million|milliard)/i;

/** Between a column's name and its year: "Bevilling i 2026". */
export const BEFORE_YEAR = /\s(?:i|for|in|år|året)$/;

/** The first half of a unit at the end of a header, a year under it aside: "Bevilling (mio. 2027". */
export const BROKEN_SCALE = /(?<![a-zæøå\d])((?:mio|mia|mill|mrd|t)\.?|1[.,]000)\s*(?:(?:19|20)\d\d\s*)?$/i;

/** A line that states thousands of kroner as the unit of the table under it, and no amount: "Beløb i 1.000 kr., 2026-pl". */
export const THOUSANDS_LINE = /^\(?(?:(?:alle\s+)?(?:beløb(?:ene)?|tal(?:lene)?)\s+)?(?:er\s+)?(?:(?:angivet|opgjort|vist)\s+)?(?:i\s+)?1[.,]000\s*(?:kr|dkk)\.?\)?(?:\s*(?:[,(]\s*)?(?:i\s+)?(?:19|20)\d\d\s?-\s?(?:pl|priser|prisniveau))?\)?\.?$/i;

/** The unit at the start of a header line, with the comma and the parentheses around it. */
export const UNIT_LEAD = /^\(?(?:i\s+)?(?:hele\s+)?(?:(?:mio|mia|mill|mrd|t)\.?\s*kr|1[.,]000\s*(?:kr|dkk)|kr|dkk(?:\s+(?:million|thousand|billion))?|kroner)\b\.?\)?\s*[,:]?\s*(?:\(\s*\))?\s*/i;

/** Behind a number: what makes it money wherever it stands. */
export const MONEY_AFTER = /[\s\u00A0\u202F]{0,3}(?:(?:mio|mia|mill|mrd|million(?:er|s)?|milliard(?:er)?)\.?[\s\u00A0]{0,3}(?:kr(?![a-zæøå\d])|kroner(?![a-zæøå])|dkk(?![a-z]))|(?:t\.?\s?|td|1\.000\s)?(?:kr|dkk)(?![a-zæøå\d])|(?:(?:tusinde?|danske)\s)?kroner(?![a-zæøå]))/iy;
/** Behind a number in a table: a share, a count or a measure of something. */
export const SHARE_AFTER = /[\s\u00A0]{0,2}(?:%|‰|pct(?![a-zæøå])|procent|percent|per\scent)/iy;
/** In front of a number: what it refers to. */
export const REFERENCE_BEFORE = /(?:(?<![a-zæøå])(?:tabel|bilag|bilagstabel|figur|side|afsnit|kapitel|kap\.|punkt|pkt\.|nr\.?|stk\.?|note|fase|trin|spor|step|initiativ|kl\.|uge|l\s?\d{0,3}|table|annex|page|section|chapter|figure|no\.)|§|#)\s{0,2}\(?$/i;
/** A word among the figures of a row that is no word of its label: a unit, a qualifier. */
export const QUALIFIER = /^(?:(?:mio|mia|mill|mrd|t?kr|dkk|ca|kroner)\.?|±)$/i;
/** Words of a cell that leave its figure a figure: units, qualifiers. */
export const FIGURE_WORDS = /(?:mio|mia|mill|mrd|million(?:er)?|milliard(?:er)?|t?kr|dkk|tdkk|kroner|t|ca|cirka|op\s+til|heraf|netto|i\s+alt|årligt|varigt)(?![a-zæøå])\.?/gi;
