import { type PictureGap, type PictureKind } from '../../../core/sheet-plan/pictures/picture';

/** The texts of the pictures of an agreement. */
export interface PictureTexts {
  readonly open: string;
  readonly heading: string;
  readonly hint: string;
  readonly agreement: string;
  readonly insert: (name: string) => string;
  readonly names: Readonly<Record<PictureKind, string>>;
  readonly shows: Readonly<Record<PictureKind, string>>;
  readonly gaps: Readonly<Record<PictureGap, string>>;
  readonly inserted: (sheet: string) => string;
  readonly kept: (sheet: string) => string;
  readonly profile: (title: string) => string;
}

/** In Danish. */
export const pictureTextsDa: PictureTexts = {
  open: 'Billeder …',
  heading: 'Billeder',
  hint: 'Hvert billede får sit eget ark med et Excel-diagram. Tallene er formler over de importerede tabeller og følger dem.',
  agreement: 'Aftale',
  insert: (name) => `Indsæt ${name}`,
  names: { expiry: 'Bevillingsudløb', profile: 'Bevillingsprofil', largest: 'Største initiativer', recommendations: 'Indstillinger', verdicts: 'Kontrolstatus', 'price-levels': 'Prisniveauer' },
  shows: {
    expiry: 'Hvad der udløber hvert år, efter gruppe, og hvert initiativs sidste år.',
    profile: 'Bevillinger pr. år som stablede søjler efter ministerium og tema.',
    largest: 'De 15 største initiativer og deres andel af det hele.',
    recommendations: 'Beløb og antal efter, hvad der indstilles for udløbende bevillinger.',
    verdicts: 'Hvor mange initiativer der stemmer, og fundene for hvert.',
    'price-levels': 'Projektmappens aftaler i ét prisniveau, med dit eget indeks i celler.',
  },
  gaps: {
    'no-initiatives': 'Aftalen har ingen initiativer.',
    'no-years': 'Aftalen har ingen beløb pr. år.',
    'no-amounts': 'Aftalen har ingen beløb, der kan holdes mod hinanden.',
    'mixed-units': 'Initiativerne står i forskellige enheder og kan ikke lægges sammen.',
    'mixed-price-levels': 'Initiativerne står i forskellige prisniveauer og kan ikke lægges sammen.',
    'no-recommendations': 'Aftalen har ingen indstillinger.',
    'no-price-level': 'Aftalen angiver intet prisniveau.',
  },
  inserted: (sheet) => `Billedet står på arket »${sheet}«. Tallene er formler over de importerede tabeller.`,
  kept: (sheet) => `Det tidligere på »${sheet}« er blevet stående, fordi der står noget af dit på arket, eller fordi dine formler peger på det.`,
  profile: (title) => `${title}: beløb pr. år`,
};

/** In English. */
export const pictureTextsEn: PictureTexts = {
  open: 'Charts …',
  heading: 'Charts',
  hint: 'Each chart gets a sheet of its own with an Excel chart. The figures are formulas over the imported tables and follow them.',
  agreement: 'Agreement',
  insert: (name) => `Insert ${name}`,
  names: { expiry: 'Grant expiry', profile: 'Profile', largest: 'Largest initiatives', recommendations: 'Recommendations', verdicts: 'Check status', 'price-levels': 'Price levels' },
  shows: {
    expiry: 'What expires in each year, by group, and the last year of each initiative.',
    profile: 'Money by year as stacked columns by ministry and theme.',
    largest: 'The 15 largest initiatives and their share of the whole.',
    recommendations: 'Amounts and numbers by what is recommended for expiring grants.',
    verdicts: 'How many initiatives agree, and the findings of each.',
    'price-levels': 'The agreements of the workbook in one price level, with your own index in cells.',
  },
  gaps: {
    'no-initiatives': 'The agreement has no initiatives.',
    'no-years': 'The agreement has no amounts by year.',
    'no-amounts': 'The agreement has no amounts that can be held against each other.',
    'mixed-units': 'The initiatives are in different units and cannot be added up.',
    'mixed-price-levels': 'The initiatives are at different price levels and cannot be added up.',
    'no-recommendations': 'The agreement has no recommendations.',
    'no-price-level': 'The agreement states no price level.',
  },
  inserted: (sheet) => `The chart is on the sheet “${sheet}”. Its figures are formulas over the imported tables.`,
  kept: (sheet) => `The earlier one on “${sheet}” was left, because something of yours is on the sheet or your formulas point at it.`,
  profile: (title) => `${title}: amounts by year`,
};
