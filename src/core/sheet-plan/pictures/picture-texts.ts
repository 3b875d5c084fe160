import { type LocalizedText } from '../../reconciliation/rule';
import { type Language } from '../plan';
import { type PictureKind } from './picture';

const NAMES: Readonly<Record<PictureKind, LocalizedText>> = {
  expiry: { da: 'Bevillingsudløb', en: 'Grant expiry' },
  profile: { da: 'Bevillingsprofil', en: 'Profile' },
  largest: { da: 'Største initiativer', en: 'Largest initiatives' },
  recommendations: { da: 'Indstillinger', en: 'Recommendations' },
  verdicts: { da: 'Kontrolstatus', en: 'Check status' },
  'price-levels': { da: 'Prisniveauer', en: 'Price levels' },
};

const TEXTS = {
  live: { da: 'Tallene er formler over initiativtabellen og følger den.', en: 'The figures are formulas over the table of initiatives and follow it.' },
  rest: { da: 'Øvrige', en: 'Other' },
  total: { da: 'I alt', en: 'Total' },
  all: { da: 'Alle initiativer', en: 'All initiatives' },
  count: { da: 'Antal initiativer', en: 'Number of initiatives' },
  initiative: { da: 'Initiativ', en: 'Initiative' },
  group: { da: 'Gruppe', en: 'Group' },
  expiryChart: { da: 'Beløb i initiativernes sidste år med bevilling', en: 'Amounts in the last year of each initiative' },
  expiryByGroup: { da: 'Bevillinger, der udløber, efter sidste år', en: 'Grants that expire, by last year' },
  expiryByInitiative: { da: 'Sidste år med bevilling', en: 'Last year with money' },
  lastYear: { da: 'Sidste år', en: 'Last year' },
  lastAmount: { da: 'Beløb i sidste år', en: 'Amount in the last year' },
  horizon: { da: 'er aftalens sidste år: om bevillingen fortsætter derefter, står ikke i tabellen.', en: 'is the last year of the agreement: whether money goes on after it is not in the table.' },
  byYear: { da: 'Bevillinger pr. år', en: 'Money by year' },
  profileBy: { da: 'Bevillinger pr. år efter', en: 'Money by year and' },
  share: { da: 'Andel', en: 'Share' },
  place: { da: 'Række i tabellen', en: 'Row of the table' },
  largestChart: { da: 'De største initiativer', en: 'The largest initiatives' },
  byRecommendation: { da: 'Beløb efter indstilling', en: 'Amounts by recommendation' },
  countByRecommendation: { da: 'Antal efter indstilling', en: 'Number by recommendation' },
  noRecommendation: { da: 'Uden indstilling', en: 'Without recommendation' },
  byStatus: { da: 'Initiativer efter status', en: 'Initiatives by status' },
  otherStatus: { da: 'Anden status', en: 'Other status' },
  findingsByInitiative: { da: 'Fund efter initiativ', en: 'Findings by initiative' },
  otherFindings: { da: 'Fund uden initiativ', en: 'Findings without an initiative' },
  index: { da: 'Indeks, som du skriver det', en: 'Index, as you enter it' },
  indexHint: { da: 'Skriv indekstal, udgave og kilde. Uden dem omregnes intet.', en: 'Enter index values, edition and source. Nothing is converted without them.' },
  edition: { da: 'Udgave', en: 'Edition' },
  indexSource: { da: 'Kilde', en: 'Source' },
  target: { da: 'Omregn til prisniveau', en: 'Convert to price level' },
  level: { da: 'Prisniveau', en: 'Price level' },
  factor: { da: 'Faktor', en: 'Factor' },
  inOneLevel: { da: 'Aftalerne i ét prisniveau', en: 'The agreements in one price level' },
  agreement: { da: 'Aftale', en: 'Agreement' },
} satisfies Record<string, LocalizedText>;

/** What a picture is called, on its sheet and in the pane. */
export function pictureName(kind: PictureKind, language: Language): string {
  return NAMES[kind][language];
}

/** A fixed text of pictures. */
export function pictureText(name: keyof typeof TEXTS, language: Language): string {
  return TEXTS[name][language];
}
