/** What the pictures' tour presses and waits for, in the pane's own words. */
export interface Words {
  readonly locale: string;
  readonly sample: RegExp;
  readonly insert: RegExp;
  readonly inserted: RegExp;
  readonly findings: RegExp;
  readonly agreements: RegExp;
  readonly line: RegExp;
  readonly more: RegExp;
  readonly save: RegExp;
  readonly marked: RegExp;
  readonly report: RegExp;
  readonly accept: RegExp;
  readonly review: RegExp;
  readonly settings: RegExp;
}

export const WORDS: Readonly<Record<'da' | 'en', Words>> = {
  da: {
    locale: 'da-DK', sample: /eksempelaftalen/, insert: /^Indsæt i projektmappen/, inserted: /^Aftalen er indsat/, findings: /^Kontrol/, agreements: /^Aftaler/, line: /^linje \d+/, more: /^Flere handlinger/,
    save: /^Gem afstemningen/, marked: /Afstemt eksemplar/, report: /Rapport/, accept: /^Godkend …/, review: /^Gennemgå tal for tal/, settings: /^Indstillinger/,
  },
  en: {
    locale: 'en-GB', sample: /sample agreement/, insert: /^Insert in the workbook/, inserted: /^The agreement is inserted/, findings: /^Check/, agreements: /^Agreements/, line: /^line \d+/, more: /^More actions/,
    save: /^Save the reconciliation/, marked: /Marked copy/, report: /Report/, accept: /^Accept …/, review: /^Review figure by figure/, settings: /^Settings/,
  },
};
