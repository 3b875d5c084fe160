import { type Texts } from '../texts';

/** The conversion to one price level in Danish. */
export const conversionTextsDa: Texts['conversion'] = {
  open: 'Omregn til fælles prisniveau …',
  lead: 'Skriv tallene fra det indeks, du vil bruge. Reserve har ikke selv noget indeks. Dine tal bliver i ruden, medmindre du husker en sammenligning, der er omregnet med dem.',
  target: 'Omregn til prisniveau',
  name: 'Indeks',
  value: (year) => `Indekstal for ${year}`,
  edition: 'Udgave',
  source: 'Kilde',
  notANumber: 'Skriv et tal over nul med decimalkomma.',
  confirm: 'Omregn',
  change: 'Ret indekset …',
  remove: 'Fjern omregningen',
  converted: (year) => `Omregnet til ${year}-priser`,
  convertedFigures: (title, year) => `Tal for ${title}, omregnet til ${year}-priser`,
  notConverted: 'Ikke omregnet: indekset har intet tal for dette prisniveau.',
  origin: (name, edition, source, values) => `Omregnet med ${name}, udgave ${edition}, kilde: ${source} (${values}).`,
  rounding: 'Hvert omregnet tal er afrundet for sig til dokumentets antal decimaler.',
};

/** The conversion to one price level in English. */
export const conversionTextsEn: Texts['conversion'] = {
  open: 'Convert to one price level …',
  lead: 'Enter the values of the index that you want to use. Reserve has no index of its own. Your values stay in the pane, unless you remember a comparison that is converted with them.',
  target: 'Convert to price level',
  name: 'Index',
  value: (year) => `Index value for ${year}`,
  edition: 'Edition',
  source: 'Source',
  notANumber: 'Enter a number above zero with a decimal point.',
  confirm: 'Convert',
  change: 'Change the index …',
  remove: 'Remove the conversion',
  converted: (year) => `Converted to ${year} prices`,
  convertedFigures: (title, year) => `Figures of ${title}, converted to ${year} prices`,
  notConverted: 'Not converted: the index has no value for this price level.',
  origin: (name, edition, source, values) => `Converted with ${name}, edition ${edition}, source: ${source} (${values}).`,
  rounding: 'Each converted figure is rounded by itself to the number of decimals in the document.',
};
