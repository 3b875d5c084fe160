import { summarize, type Summary } from '../core/reconciliation/engine';
import { type LocalizedText } from '../core/reconciliation/rule';
import { type JudgedDocument } from './checked-document';

const CONCLUSIONS: Readonly<Record<Summary['verdict'] | 'all-accepted', LocalizedText>> = {
  agrees: { da: 'Alt, hvad der kunne kontrolleres, stemmer.', en: 'Everything that could be checked agrees.' },
  'agrees-within-rounding': { da: 'Alt, hvad der kunne kontrolleres, stemmer inden for afrunding.', en: 'Everything that could be checked agrees within rounding.' },
  differs: { da: 'Noget afviger.', en: 'Something differs.' },
  'all-accepted': { da: 'Noget afviger, og alle afvigelser er godkendt.', en: 'Something differs, and every difference was accepted.' },
  'not-checkable': { da: 'Dokumentet kan ikke siges at stemme, for ikke alt kunne kontrolleres.', en: 'The document cannot be said to agree, because not everything could be checked.' },
};

const GAPS: LocalizedText = { da: 'Ikke alt kunne kontrolleres.', en: 'Not everything could be checked.' };

/** What is said of the document as a whole, as strictly as everywhere else: never that it agrees where something was not read or not checked. */
export function conclusion({ checks, causes, gaps, language }: Pick<JudgedDocument, 'checks' | 'causes' | 'gaps' | 'language'>): string {
  const { verdict } = summarize(checks);
  const said = CONCLUSIONS[verdict === 'differs' && causes.length === 0 ? 'all-accepted' : verdict][language];
  return verdict === 'differs' && gaps.length > 0 ? `${said} ${GAPS[language]}` : said;
}
