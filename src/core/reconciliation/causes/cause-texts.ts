import { formatNumber, type Language } from '../../money/danish-number';
import { inBothLanguages } from '../checking/check-texts';
import { columnName, type LocalizedText, type Suggestion } from '../rule';
import { type Correction } from './cause';

/** How many alternatives a message spells out. */
const SPELLED_ALTERNATIVES = 3;

const SLIP: Readonly<Partial<Record<Suggestion['kind'], LocalizedText>>> = {
  sign: { da: 'er fortegnet vendt om', en: 'the sign is reversed' },
  'factor-thousand': { da: 'er enheden forvekslet', en: 'the unit is mistaken' },
  'transposed-digits': { da: 'er to cifre byttet om', en: 'two digits are transposed' },
  'decimal-point': { da: 'er kommaet flyttet', en: 'the decimal point has moved' },
  'dropped-digit': { da: 'er et ciffer faldet ud eller kommet til', en: 'a digit was dropped or added' },
};

/** What a reader is asked about figures that explain failed checks: "Er 10,1 i virkeligheden 15,3? Så forsvinder 3 afvigelser." */
export function figureMessage(corrections: readonly Correction[], alternatives: readonly (readonly Correction[])[], checks: number, isComplete: boolean): LocalizedText {
  return inBothLanguages((language) => [question(corrections, checks, language), otherwise(alternatives, language), isComplete ? '' : STOPPED[language]].filter((part) => part !== '').join(' '));
}

const STOPPED: LocalizedText = {
  da: 'Der er flere muligheder, end der er ledt efter.',
  en: 'There are more possibilities than were looked for.',
};

function question(corrections: readonly Correction[], checks: number, language: Language): string {
  const asked = corrections.map((correction) => spell(correction, language)).join(language === 'da' ? ' og ' : ' and ');
  if (asked === '') return '';
  const gone = language === 'da' ? (checks === 1 ? 'Så forsvinder afvigelsen' : `Så forsvinder ${checks} afvigelser`) : checks === 1 ? 'Then the difference is gone' : `Then ${checks} differences are gone`;
  const slips = [...new Set(corrections.flatMap(({ slip }) => (slip === null ? [] : (SLIP[slip]?.[language] ?? []))))];
  const why = slips.length === 0 ? '' : ` ${language === 'da' ? 'Måske' : 'Perhaps'} ${slips.join(', ')}.`;
  return language === 'da' ? `Er ${asked}? ${gone}.${why}` : `Should ${asked}? ${gone}.${why}`;
}

/** A figure with what it would be, and where it stands. */
function spell({ printed, corrected, place, label, initiative }: Correction, language: Language): string {
  const where = [label ?? initiative, columnName(place.column, '')].filter((part) => part !== null && part !== '').join(', ');
  const figures = language === 'da' ? `${formatNumber(printed, language)} i virkeligheden ${formatNumber(corrected, language)}` : `${formatNumber(printed, language)} read ${formatNumber(corrected, language)}`;
  return where === '' ? figures : `${figures} (${where})`;
}

function otherwise(alternatives: readonly (readonly Correction[])[], language: Language): string {
  if (alternatives.length === 0) return '';
  const spelled = alternatives.slice(0, SPELLED_ALTERNATIVES).map((one) => one.map((correction) => shortly(correction, language)).join(language === 'da' ? ' og ' : ' and '));
  const more = alternatives.length - spelled.length;
  const rest = more > 0 ? (language === 'da' ? ` (og ${more} andre)` : ` (and ${more} others)`) : '';
  return language === 'da' ? `Lige så muligt: ${spelled.join('; ')}${rest}.` : `Just as possible: ${spelled.join('; ')}${rest}.`;
}

function shortly({ printed, corrected, place, label }: Correction, language: Language): string {
  const column = typeof place.column === 'number' ? ` ${place.column}` : '';
  const where = label === null && column === '' ? '' : ` (${[label ?? '', column.trim()].filter((part) => part !== '').join(', ')})`;
  return `${formatNumber(printed, language)} → ${formatNumber(corrected, language)}${where}`;
}
