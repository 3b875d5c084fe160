import { amountOf } from '../../money/amount';
import { formatNumber, type Language } from '../../money/danish-number';
import { placeKey } from '../checking/check-building';
import { inBothLanguages } from '../checking/check-texts';
import { type LocalizedText, type Suggestion } from '../rule';
import { type Correction } from './cause';
import { rowName, spellChanges, spellNumber, spellPlace } from './correction-texts';
import { type Finding, type Remedy } from './explain-arithmetic';
import { spellRow, spellRowShortly } from './row-texts';
import { SEARCH_LIMITS } from './search/localize';

/** How many alternatives a message spells out. */
const SPELLED_ALTERNATIVES = 3;

const SLIP: Readonly<Partial<Record<Suggestion['kind'], LocalizedText>>> = {
  sign: { da: 'er fortegnet vendt om', en: 'the sign is reversed' },
  'factor-thousand': { da: 'er enheden forvekslet', en: 'the unit is mistaken' },
  'transposed-digits': { da: 'er to cifre byttet om', en: 'two digits are transposed' },
  'decimal-point': { da: 'er kommaet flyttet', en: 'the decimal point has moved' },
  'dropped-digit': { da: 'er et ciffer faldet ud eller kommet til', en: 'a digit was dropped or added' },
};

const STOPPED: LocalizedText = {
  da: 'Der er flere muligheder, end der er ledt efter.',
  en: 'There are more possibilities than were looked for.',
};

/** Why nothing is said of which figures are wrong, with how far was looked. */
const UNEXPLAINED: LocalizedText = inBothLanguages((language) => {
  const [most, sets] = [SEARCH_LIMITS.cost, formatNumber(amountOf(SEARCH_LIMITS.nodes, 0, 'kr.'), language)];
  return language === 'da'
    ? `Søgningen efter årsagen er stoppet uden svar: der søges efter højst ${most} forkerte tal, der hænger sammen, og blandt højst ${sets} sæt af tal.`
    : `The search for the cause stopped without an answer: it looks for at most ${most} wrong figures that hang together, among at most ${sets} sets of figures.`;
});

/** What a reader is asked about figures or a row that explain so many failed checks: "Er 10,1 i virkeligheden 15,3? Så forsvinder 3 afvigelser." */
export function causeMessage(finding: Pick<Finding, keyof Remedy | 'alternatives' | 'isComplete'>, checks: number): LocalizedText {
  return inBothLanguages((language) => [question(finding, checks, language), otherwise(finding.alternatives, language), finding.isComplete ? '' : STOPPED[language]].filter((part) => part !== '').join(' '));
}

/** Checks that differ and hang together, among more slips than are looked for; `message` is that of the first. */
export function unexplainedMessage(message: LocalizedText, checks: number): LocalizedText {
  return inBothLanguages((language) => {
    const told = language === 'da' ? `${checks} kontroller, der deler tal, afviger.` : `${checks} checks that share figures differ.`;
    return `${checks === 1 ? message[language] : told} ${UNEXPLAINED[language]}`;
  });
}

/** Checks of one row that differ while each of two places adds up by itself; `message` is that of the first. */
export function contradictionMessage(message: LocalizedText, checks: number): LocalizedText {
  if (checks === 1) return message;
  const more = checks - 1;
  return inBothLanguages((language) =>
    language === 'da'
      ? `${message[language]} ${more === 1 ? 'Én kontrol mere' : `${more} kontroller mere`} af samme række afviger. Tallene viser ikke, hvilket sted der er forkert.`
      : `${message[language]} ${more === 1 ? 'One more check' : `${more} more checks`} of the same row ${more === 1 ? 'differs' : 'differ'}. The figures do not show which place is wrong.`,
  );
}

function question({ slip, corrections, missing }: Remedy, checks: number, language: Language): string {
  const gone = language === 'da' ? (checks === 1 ? 'Så forsvinder afvigelsen.' : `Så forsvinder ${checks} afvigelser.`) : checks === 1 ? 'Then the difference is gone.' : `Then ${checks} differences are gone.`;
  if (slip !== null) return `${spellRow(slip, corrections, missing, language)} ${gone}`;
  if (corrections.length === 0) return '';
  const slips = [...new Set(corrections.flatMap((correction) => (correction.slip === null ? [] : (SLIP[correction.slip]?.[language] ?? []))))];
  const why = slips.length === 0 ? '' : ` ${language === 'da' ? 'Måske' : 'Perhaps'} ${slips.join(', ')}.`;
  const row = rowOfAll(corrections);
  if (row !== null) {
    const changes = spellChanges(corrections, language);
    return language === 'da' ? `Skulle rækken »${row}« være ${changes}? ${gone}${why}` : `Should the row “${row}” read ${changes}? ${gone}${why}`;
  }
  const asked = inList(corrections.map((correction) => ask(correction, language)), language);
  return language === 'da' ? `Er ${asked}? ${gone}${why}` : `Should ${asked}? ${gone}${why}`;
}

/** Figures of one row, from so many on, are told as a row. */
const LEAST_OF_ROW = 3;

/** The name of the row in which many figures would change; null where they are few, or of several rows. */
function rowOfAll(corrections: readonly Correction[]): string | null {
  const [first] = corrections;
  const rows = new Set(corrections.map(({ place }) => placeKey({ ...place, column: null })));
  return first === undefined || corrections.length < LEAST_OF_ROW || rows.size > 1 || corrections.some(({ inText }) => inText === true) ? null : rowName(first);
}

/** Parts of a sentence as a list: "a, b og c". */
function inList(parts: readonly string[], language: Language): string {
  const and = language === 'da' ? ' og ' : ' and ';
  return [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter((part) => part !== '').join(and);
}

/** A figure with what it would be, and where it stands. */
function ask(correction: Correction, language: Language): string {
  const [is, should] = [spellNumber(correction.printed, language), spellNumber(correction.corrected, language)];
  const where = spellPlace(correction, language);
  return `${language === 'da' ? `${is} i virkeligheden ${should}` : `${is} read ${should}`}${where === '' ? '' : ` (${where})`}`;
}

function otherwise(alternatives: readonly Remedy[], language: Language): string {
  if (alternatives.length === 0) return '';
  const spelled = alternatives.slice(0, SPELLED_ALTERNATIVES).map((one) => spellAlternative(one, language));
  const more = alternatives.length - spelled.length;
  const rest = more > 0 ? (language === 'da' ? ` (og ${more} ${more === 1 ? 'anden' : 'andre'})` : ` (and ${more} ${more === 1 ? 'other' : 'others'})`) : '';
  return language === 'da' ? `Lige så muligt: ${spelled.join('; ')}${rest}.` : `Just as possible: ${spelled.join('; ')}${rest}.`;
}

function spellAlternative({ slip, corrections }: Remedy, language: Language): string {
  if (slip !== null) return spellRowShortly(slip, language);
  const row = rowOfAll(corrections);
  if (row !== null) return language === 'da' ? `rækken »${row}« skulle være ${spellChanges(corrections, language)}` : `the row “${row}” should read ${spellChanges(corrections, language)}`;
  const spelled = corrections.map((correction) => {
    const where = spellPlace(correction, language);
    return `${spellNumber(correction.printed, language)} → ${spellNumber(correction.corrected, language)}${where === '' ? '' : ` (${where})`}`;
  });
  return inList(spelled, language);
}
