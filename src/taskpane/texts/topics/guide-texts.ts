import { type GuideStep } from '../../view-models/guide';

/** What the introduction says at each step. */
export type GuideTexts = Readonly<Record<GuideStep, string>>;

/** In Danish. */
export const guideTextsDa: GuideTexts = {
  open: 'Vælg eksempelaftalen.',
  insert: 'Aftalen er læst. Indsæt den i projektmappen.',
  find: 'Der er fejl i den. Åbn Kontrol.',
  source: 'Åbn en afvigelses linje i dokumentet (tast S).',
  settle: 'Gå tilbage. Ret tallet i cellen, eller godkend afvigelsen.',
  done: 'Fejlen er fundet og klaret. Sådan arbejder du med dine egne aftaler.',
};

/** In English. */
export const guideTextsEn: GuideTexts = {
  open: 'Choose the sample agreement.',
  insert: 'The agreement has been read. Insert it in the workbook.',
  find: 'It has errors. Open Check.',
  source: 'Open a difference’s line in the document (key S).',
  settle: 'Go back. Correct the figure in its cell, or accept the difference.',
  done: 'The error is found and settled. That is how to work with your own agreements.',
};
