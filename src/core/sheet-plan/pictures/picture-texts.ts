import { type LocalizedText } from '../../reconciliation/rule';
import { type Language } from '../plan';
import { type PictureKind } from './picture';

const NAMES: Readonly<Record<PictureKind, LocalizedText>> = {
  expiry: { da: 'Bevillingsudløb', en: 'Grant expiry' },
  profile: { da: 'Bevillingsprofil', en: 'Profile' },
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
  profileBy: { da: 'Bevillinger pr. år efter', en: 'Money by year and' },
} satisfies Record<string, LocalizedText>;

/** What a picture is called, on its sheet and in the pane. */
export function pictureName(kind: PictureKind, language: Language): string {
  return NAMES[kind][language];
}

/** A fixed text of pictures. */
export function pictureText(name: keyof typeof TEXTS, language: Language): string {
  return TEXTS[name][language];
}
