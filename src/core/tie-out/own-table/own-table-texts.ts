import { absoluteAmount, type Amount } from '../../money/amount';
import { formatAmount, formatNumber, formatUnit, type Language } from '../../money/danish-number';
import { endSentence, inBothLanguages } from '../../reconciliation/checking/check-texts';
import { type LocalizedText } from '../../reconciliation/rule';
import { type ConvertedFigure } from '../compare-converted';
import { type TieOutCell, type TieOutGap, type TieOutRefusal } from '../tie-out';

/** Names of a list that a sentence spells out. */
const SPELLED_NAMES = 5;

/**
 * A compared cell in words. Errors: throws for a cell that was not compared.
 * @example "I arket står 6.100 t.kr., i aftalen 6,0 mio. kr.: arket er 100 t.kr. højere (højst 50 kan skyldes afrunding)."
 */
export function cellMessage({ here, there, residual, bound, outcome, converted }: TieOutCell, isHidden: boolean): LocalizedText {
  if (here === null || there === null || residual === null || bound === null) throw new Error('The cell was not compared');
  return inBothLanguages((language) => {
    const isDanish = language === 'da';
    const both = `${isDanish ? `I arket står ${formatAmount(here, language)}, i aftalen ${formatAmount(there, language)}` : `The sheet says ${formatAmount(here, language)}, the agreement ${formatAmount(there, language)}`}${converted === undefined ? '' : conversion(converted, language)}`;
    const hidden = isHidden ? (isDanish ? ' Rækken er skjult.' : ' The row is hidden.') : '';
    if (outcome === 'agrees') return `${both}: ${isDanish ? 'stemmer' : 'agrees'}.${hidden}`;
    const most = formatNumber(bound, language);
    const rounding = bound.coefficient === 0 ? '' : isDanish ? ` (højst ${most} kan skyldes afrunding)` : ` (at most ${most} may be due to rounding)`;
    const within = isDanish ? ' inden for afrundingen' : ' within rounding';
    return `${endSentence(`${both}: ${difference(residual, language)}${outcome === 'agrees-within-rounding' ? `,${within}` : ''}${rounding}`)}${hidden}`;
  });
}

/** What the agreement's figure is at the table's price level, and by which index. */
function conversion({ amount, from, to, series: { name, edition, source } }: ConvertedFigure, language: Language): string {
  const figure = formatAmount(amount, language);
  if (language === 'da') return ` (${from}), omregnet til ${to} ${figure} med ${name}, udgave ${edition}, kilde: ${source}`;
  return ` (${from}), converted to ${to} ${figure} with ${name}, edition ${edition}, source: ${source}`;
}

/** What the sheet has more or less than the agreement. */
function difference(residual: Amount, language: Language): string {
  const size = formatAmount(absoluteAmount(residual), language);
  if (language === 'da') return `arket er ${size} ${residual.coefficient < 0 ? 'højere' : 'lavere'}`;
  return `the sheet is ${size} ${residual.coefficient < 0 ? 'higher' : 'lower'}`;
}

const GAPS: Readonly<Record<TieOutGap, LocalizedText>> = {
  blank: { da: 'cellen er tom, men aftalen har et beløb', en: 'the cell is empty, but the agreement has an amount' },
  'number-as-text': { da: 'tallet er gemt som tekst, så Excel regner ikke med det', en: 'the number is stored as text, so Excel does not calculate with it' },
  'error-value': { da: 'cellen viser en fejlværdi', en: 'the cell shows an error value' },
  'not-a-number': { da: 'cellen er ikke et tal', en: 'the cell is not a number' },
  'merged-cells': { da: 'cellen er flettet med andre', en: 'the cell is merged with others' },
  'not-in-agreement': { da: 'aftalen har intet beløb her', en: 'the agreement has no amount here' },
  'not-readable': { da: 'aftalens beløb kunne ikke læses entydigt', en: 'the agreement’s amount could not be read unambiguously' },
  'other-unit': { da: 'aftalens enhed er ikke kendt', en: 'the agreement’s unit is not known' },
  'other-price-level': { da: 'tallet er i et andet prisniveau end aftalens', en: 'the figure is in another price level than the agreement’s' },
  'too-large': { da: 'tallet er for stort til at regne præcist med', en: 'the number is too large to calculate with exactly' },
};

/** Why cells of a column were not compared. */
export function gapMessage(gap: TieOutGap, rows: readonly string[]): LocalizedText {
  return inBothLanguages((language) => {
    const start = language === 'da' ? 'Ikke sammenlignet' : 'Not compared';
    return `${start}: ${GAPS[gap][language]} (${listed(rows, language)}).`;
  });
}

/** That rows are the same thing of the agreement, or columns the same year, so that none of them is compared. */
export function sharedMessage(kind: 'rows' | 'columns', names: readonly string[], of: string): LocalizedText {
  return inBothLanguages((language) => {
    const list = listed(names, language);
    if (language === 'da') return kind === 'rows' ? `Flere rækker svarer til »${of}«, så ingen af dem er sammenlignet: ${list}. Vælg i ruden, hvilken det er.` : `Flere kolonner er ${of}, så ingen af dem er sammenlignet: ${list}. Vælg i ruden, hvilken det er.`;
    return kind === 'rows' ? `Several rows stand for “${of}”, so none of them was compared: ${list}. Choose in the pane which one it is.` : `Several columns are ${of}, so none of them was compared: ${list}. Choose in the pane which one it is.`;
  });
}

/** That sums of the table add other rows than the agreement's sums do. */
export function sumOnlyMessage(names: readonly string[]): LocalizedText {
  return {
    da: `Kun kontrolleret som sum, fordi den lægger andre rækker sammen end aftalens: ${listed(names, 'da')}.`,
    en: `Checked as a sum only, because it adds other rows than the agreement’s: ${listed(names, 'en')}.`,
  };
}

/** What stands on one side only. */
export function onlyMessage(side: 'here' | 'there', names: readonly string[]): LocalizedText {
  return inBothLanguages((language) => {
    const list = listed(names, language);
    if (language === 'da') return side === 'here' ? `Kun i arket, ikke i aftalen: ${list}.` : `Kun i aftalen, ikke i arket: ${list}.`;
    return side === 'here' ? `Only in the sheet, not in the agreement: ${list}.` : `Only in the agreement, not in the sheet: ${list}.`;
  });
}

/** That rows which were compared are not in the table any more: deleted, renamed, or sorted out of it. */
export function vanishedMessage(names: readonly string[]): LocalizedText {
  return {
    da: `Rækker, der før blev sammenlignet, står ikke længere i tabellen: ${listed(names, 'da')}. De er slettet, omdøbt eller flyttet ud af den.`,
    en: `Rows that were compared before are no longer in the table: ${listed(names, 'en')}. They were deleted, renamed or moved out of it.`,
  };
}

/** That a remembered table is nowhere in the workbook. */
export function goneMessage(sheet: string, address: string): LocalizedText {
  return {
    da: `Tabellen, der blev sammenlignet med aftalen (${sheet}!${address}), findes ikke længere i projektmappen, eller der står noget andet. Markér den, og sammenlign igen, eller glem sammenligningen.`,
    en: `The table that was compared with the agreement (${sheet}!${address}) is no longer in the workbook, or something else stands there. Select it and compare again, or forget the comparison.`,
  };
}

/** Why a remembered table cannot be compared. */
export function refusalMessage(refusal: TieOutRefusal | { readonly kind: 'no-table' | 'too-large' }): LocalizedText {
  return inBothLanguages((language) => (language === 'da' ? `Tabellen er ikke sammenlignet med aftalen: ${refusalReason(refusal, 'da')}` : `The table was not compared with the agreement: ${refusalReason(refusal, 'en')}`));
}

function refusalReason(refusal: TieOutRefusal | { readonly kind: 'no-table' | 'too-large' }, language: Language): string {
  const isDanish = language === 'da';
  switch (refusal.kind) {
    case 'no-row-matches': return isDanish ? 'ingen række svarer til noget i aftalen.' : 'no row stands for anything in the agreement.';
    case 'no-column-matches': return isDanish ? 'ingen kolonne er et år eller en total.' : 'no column is a year or a total.';
    case 'no-unit': return isDanish ? 'det fremgår ikke, om den er i kr., t.kr. eller mio. kr.' : 'nothing tells whether it is in kr, thousand kr or million kr.';
    case 'unit-doubtful': {
      const [stated, fitting] = [formatUnit(refusal.stated, language), formatUnit(refusal.fitting, language)];
      return endSentence(isDanish ? `overskriften siger ${stated}, men tallene ligner aftalens i ${fitting}` : `the heading says ${stated}, but the figures are like the agreement’s in ${fitting}`);
    }
    case 'other-price-level': return isDanish ? `den er i ${refusal.statedHere} og aftalen i ${refusal.statedThere}.` : `it is in ${refusal.statedHere} and the agreement in ${refusal.statedThere}.`;
    case 'no-table': return isDanish ? 'der er ingen kolonne med tal.' : 'it has no column of figures.';
    case 'too-large': return isDanish ? 'den er blevet for stor.' : 'it has become too large.';
  }
}

/** The first few names of a list, and how many more there are. */
function listed(names: readonly string[], language: Language): string {
  const spelled = names.slice(0, SPELLED_NAMES).join('; ');
  const more = names.length - SPELLED_NAMES;
  if (more <= 0) return spelled;
  return language === 'da' ? `${spelled} og ${more} til` : `${spelled} and ${more} more`;
}
