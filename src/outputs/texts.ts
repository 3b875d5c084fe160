import { type Language } from '../core/money/danish-number';
import { type LocalizedText } from '../core/reconciliation/rule';
import { type FigureVerdict } from '../core/verdicts/figure-verdicts';

const TEXTS = {
  marked: { da: 'Afstemt eksemplar', en: 'Marked copy' },
  report: { da: 'Afstemning af', en: 'Reconciliation of' },
  note: { da: 'Rettelsesnotat', en: 'Correction note' },
  document: { da: 'Dokument', en: 'Document' },
  hash: { da: 'SHA-256', en: 'SHA-256' },
  unit: { da: 'Enhed', en: 'Unit' },
  made: { da: 'Udarbejdet', en: 'Prepared' },
  program: { da: 'Program', en: 'Program' },
  figures: { da: 'Tal i dokumentet', en: 'Figures in the document' },
  legend: { da: 'Tegnforklaring', en: 'Key to symbols' },
  open: { da: 'Åbne afvigelser', en: 'Open differences' },
  accepted: { da: 'Godkendte afvigelser', en: 'Accepted differences' },
  gaps: { da: 'Kunne ikke kontrolleres', en: 'Could not be checked' },
  unread: { da: 'Ikke forstået', en: 'Not understood' },
  none: { da: 'Ingen.', en: 'None.' },
  partly: { da: 'Dokumentet kunne kun læses delvist; resten er ikke kontrolleret.', en: 'The document could be read in part only; the rest was not checked.' },
  page: { da: 'Side', en: 'Page' },
  place: { da: 'Sted', en: 'Place' },
  printed: { da: 'Der står', en: 'Printed' },
  corrected: { da: 'Skal måske være', en: 'Perhaps should be' },
  difference: { da: 'Forskel', en: 'Difference' },
  item: { da: 'Post', en: 'Item' },
  reason: { da: 'Begrundelse', en: 'Reason' },
  remark: { da: 'Bemærkning', en: 'Remark' },
  contents: { da: 'Indhold', en: 'Contents' },
  text: { da: 'Teksten med markeringer', en: 'The text with its marks' },
  pictures: { da: 'Billeder', en: 'Pictures' },
  byYear: { da: 'Beløb pr. år', en: 'Amounts by year' },
  largest: { da: 'De største initiativer', en: 'The largest initiatives' },
  byVerdict: { da: 'Tal fordelt på resultat', en: 'Figures by result' },
  toFinding: { da: 'Gå til afvigelsen', en: 'Go to the difference' },
  toPlace: { da: 'Gå til stedet', en: 'Go to the place' },
  total: { da: 'I alt', en: 'Total' },
  year: { da: 'År', en: 'Year' },
  initiative: { da: 'Initiativ', en: 'Initiative' },
  allAgree: { da: 'Der er ingen åbne afvigelser.', en: 'There are no open differences.' },
  intro: { da: 'Tallene nedenfor stemmer ikke med resten af dokumentet. »Skal måske være« er det tal, der får dokumentet til at stemme; det er et forslag, ikke en rettelse.', en: 'The figures below do not agree with the rest of the document. "Perhaps should be" is the figure that makes the document agree; it is a suggestion, not a correction.' },
  madeFromText: { da: 'Siderne er dannet ud fra dokumentets tekst.', en: 'The pages are made from the text of the document.' },
  skip: { da: 'Spring til afvigelserne', en: 'Skip to the differences' },
  asTable: { da: 'Tallene som tabel', en: 'The figures as a table' },
} as const satisfies Record<string, LocalizedText>;

export type OutputTextName = keyof typeof TEXTS;

/** A fixed text of what leaves Excel. */
export function outputText(name: OutputTextName, language: Language): string {
  return TEXTS[name][language];
}

const VERDICTS: Readonly<Record<FigureVerdict, LocalizedText>> = {
  agrees: { da: 'stemmer', en: 'agrees' },
  'agrees-within-rounding': { da: 'stemmer inden for afrunding', en: 'agrees within rounding' },
  differs: { da: 'afviger', en: 'differs' },
  accepted: { da: 'afvigelse, der er godkendt', en: 'difference that was accepted' },
  'not-checkable': { da: 'kunne ikke kontrolleres', en: 'could not be checked' },
  'not-checked': { da: 'indgår ikke i nogen kontrol', en: 'takes part in no check' },
};

/** A verdict in words. */
export function verdictText(verdict: FigureVerdict, language: Language): string {
  return VERDICTS[verdict][language];
}

/** The verdicts in the order in which they are listed, the gravest first. */
export const VERDICT_ORDER: readonly FigureVerdict[] = ['differs', 'accepted', 'not-checkable', 'not-checked', 'agrees-within-rounding', 'agrees'];
