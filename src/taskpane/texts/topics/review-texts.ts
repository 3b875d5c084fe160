/** The texts of the review of every figure. */
export interface ReviewTexts {
  readonly open: string;
  readonly heading: string;
  readonly agreement: string;
  readonly initials: string;
  readonly seen: (seen: number, count: number) => string;
  readonly hint: string;
  readonly cell: string;
}

/** In Danish. */
export const reviewTextsDa: ReviewTexts = {
  open: 'Gennemgå tal for tal …',
  heading: 'Gennemgang',
  agreement: 'Aftale',
  initials: 'Initialer',
  seen: (seen, total) => `${seen} af ${total} tal set`,
  hint: 'Mellemrum sætter hak. J og K går til næste og forrige tal, C til cellen, S til kilden. Hakkene gemmes i projektmappen og står på arbejdspapiret; ændres et tal, skal det ses igen.',
  cell: 'celle',
};

/** In English. */
export const reviewTextsEn: ReviewTexts = {
  open: 'Review figure by figure …',
  heading: 'Review',
  agreement: 'Agreement',
  initials: 'Initials',
  seen: (seen, total) => `${seen} of ${total} figures seen`,
  hint: 'Space ticks. J and K go to the next and the previous figure, C to its cell, S to its source. Ticks are kept in the workbook and stand on the working paper; a figure that changes has to be seen again.',
  cell: 'cell',
};
