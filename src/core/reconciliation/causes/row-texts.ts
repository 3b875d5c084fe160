import { subtractAmounts } from '../../money/amount';
import { type Language } from '../../money/danish-number';
import { type PrintedRow } from '../checking/printed-rows';
import { type Correction } from './cause';
import { rowName, spellChanges, spellColumn, spellNumber } from './correction-texts';
import { type RowSlip } from './search/row-slips';

/** What happened to a whole row, in a sentence with the figures that would be right. */
export function spellRow(slip: RowSlip, corrections: readonly Correction[], missing: readonly Correction[], language: Language): string {
  const [row, sum] = [nameOf(slip.row, language), nameOf(slip.sum, language)];
  const [changes, isDanish] = [spellChanges(corrections, language), language === 'da'];
  switch (slip.kind) {
    case 'shifted-year':
      return isDanish ? `Er rækken ${row} rykket et år? Den skulle være: ${changes}.` : `Is the row ${row} shifted a year? It should be: ${changes}.`;
    case 'swapped-years':
      return isDanish ? `Er to år byttet om i rækken ${row}? Den skulle være: ${changes}.` : `Are two years interchanged in the row ${row}? It should be: ${changes}.`;
    case 'copied-row':
      return isDanish ? `Er rækken ${row} kopieret fra den foregående? Summerne passer, hvis den er: ${changes}.` : `Was the row ${row} copied from the one before it? The sums hold if it is: ${changes}.`;
    case 'outdated-row':
      return isDanish ? `Er rækken ${row} ikke opdateret? Den skulle være: ${changes}.` : `Was the row ${row} not updated? It should be: ${changes}.`;
    case 'missing-row': {
      const figures = missing.map((one) => `${spellColumn(one, language)}: ${spellNumber(subtractAmounts(one.corrected, one.printed), language)}`).join('; ');
      return isDanish ? `Mangler der en række i ${sum}? Den skulle være: ${figures}.` : `Is a row missing from ${sum}? It should be: ${figures}.`;
    }
    case 'doubled-row':
      if (slip.struck.length === 1) return isDanish ? `Står rækken ${row} to gange? Tag den ene ud.` : `Is the row ${row} there twice? Take one out.`;
      if (slip.struck.length > 1) return isDanish ? `Står rækken ${row} ${slip.struck.length + 1} gange? Lad kun den ene stå.` : `Is the row ${row} there ${slip.struck.length + 1} times? Leave only one.`;
      return isDanish ? `Er rækken ${row} talt to gange eller ikke talt med i ${sum}? Den svarer netop til forskellen.` : `Is the row ${row} counted twice, or not counted in ${sum}? It is exactly the difference.`;
  }
}

/** The same as one of several possibilities. */
export function spellRowShortly(slip: RowSlip, language: Language): string {
  const [row, sum] = [nameOf(slip.row, language), nameOf(slip.sum, language)];
  const isDanish = language === 'da';
  switch (slip.kind) {
    case 'shifted-year':
      return isDanish ? `rækken ${row} er rykket et år` : `the row ${row} is shifted a year`;
    case 'swapped-years':
      return isDanish ? `to år er byttet om i rækken ${row}` : `two years are interchanged in the row ${row}`;
    case 'copied-row':
      return isDanish ? `rækken ${row} er kopieret fra den foregående` : `the row ${row} was copied from the one before it`;
    case 'outdated-row':
      return isDanish ? `rækken ${row} er ikke opdateret` : `the row ${row} was not updated`;
    case 'missing-row':
      return isDanish ? `der mangler en række i ${sum}` : `a row is missing from ${sum}`;
    case 'doubled-row':
      return isDanish ? `rækken ${row} er talt to gange eller ikke talt med` : `the row ${row} is counted twice or not counted`;
  }
}

/** The row's name in quotation marks. */
function nameOf(row: PrintedRow, language: Language): string {
  const name = rowName(row) ?? (language === 'da' ? 'uden tekst' : 'without a label');
  return language === 'da' ? `»${name}«` : `“${name}”`;
}
