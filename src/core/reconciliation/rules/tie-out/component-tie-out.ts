import { type Initiative, type StatedAmount } from '../../../budget/agreement';
import { totalCell, yearCell } from '../../../budget/cells';
import { type Row } from '../../../budget/table';
import { type Language, formatAmount } from '../../../money/danish-number';
import { cellFigure, compareRestated, compareSum, type Comparison, type Figure } from '../../arithmetic';
import { cellPlace, checkRestated, checkSum, notCheckable, placeAt, type Subject } from '../../checking/check-building';
import { PROSE, spellFigure } from '../../checking/check-texts';
import { initiativePlace, printedTotal, printedYear, tableYears } from '../../checking/initiative-figures';
import { checkAgainstTotal, figureOf } from '../../checking/stated-total';
import { suggestRestatedSlip } from '../../checking/suggestion';
import { labelCoverage } from '../../checking/wording';
import { type Check, type Rule } from '../../rule';

const ID = 'component-tie-out';

/** How much of a row's label the text has to repeat before its amount is taken to be that row's. */
const TELLING_COVERAGE = 0.6;

/** An amount that the text states for a part, against the component row that it names, in the stated years. */
export const componentTieOut: Rule = {
  id: ID,
  reference: 'Tie-out of the same figure in two places (ISA 500, inspection and recalculation)',
  title: { da: 'Delbeløb i teksten ↔ rækker i tabellen', en: 'Part amounts in the text vs rows in the table' },
  check: ({ agreement }) => agreement.initiatives.flatMap(checkInitiative),
};

function checkInitiative(initiative: Initiative, index: number): Check[] {
  const parts = initiative.stated.filter((stated) => isPart(stated, initiative));
  const claimed = new Set<number>();
  const matched = parts.map((stated) => {
    const rows = initiative.components.length < 2 ? [] : initiative.components;
    const component = rows.findIndex((row, position) => !claimed.has(position) && comparePart(stated, initiative, row)?.comparison.outcome === 'agrees');
    if (component >= 0 && stated.from === null) claimed.add(component);
    return { stated, component: component >= 0 ? component : null };
  });
  return matched.flatMap(({ stated, component }) => {
    if (component === null) {
      const restated = checkOwnRow(stated, initiative, index);
      if (restated.length > 0 || initiative.components.length === 0) return restated;
    }
    return checkPart(stated, component ?? namedRow(stated, initiative, claimed), initiative, index);
  });
}

/** Background, the stated totals, and amounts per year or at another price level are no parts of this table. */
function isPart(stated: StatedAmount, initiative: Initiative): boolean {
  if (stated.role === 'background' || stated.role === 'lead' || stated.role === 'economy') return false;
  if (stated.annual || stated.permanent) return false;
  return stated.priceLevel === null || stated.priceLevel.toLowerCase() === initiative.priceLevel?.toLowerCase();
}

/** The text repeats the initiative's own total, or the figure of each of its years ("6,7 mio. kr. i 2023 og 2024"). */
function checkOwnRow(stated: StatedAmount, initiative: Initiative, index: number): Check[] {
  const place = cellPlace(initiativePlace(initiative, index), null, stated.position);
  const subject: Subject = { rule: ID, place, initiative: initiative.title, label: stated.purpose };
  const total = printedTotal(initiative, index);
  if (total !== null && compareRestated(figureOf(stated), total.figure)?.outcome === 'agrees') {
    return [checkAgainstTotal({ ...subject, place: { ...place, column: 'total' } }, figureOf(stated), initiative, index, total)];
  }
  const years = tableYears(initiative).filter((year) => stated.from !== null && stated.to !== null && year >= stated.from && year <= stated.to);
  const sources = years.flatMap((year) => {
    const source = printedYear(initiative, index, year);
    return source === null ? [] : [{ year, source }];
  });
  if (sources.length === 0 || sources.some(({ source }) => compareRestated(figureOf(stated), source.figure)?.outcome !== 'agrees')) return [];
  return sources.map(({ year, source }) => {
    const spellSource = (language: Language): string => `${language === 'da' ? 'Tabellen har i' : 'The table has in'} ${year} ${spellFigure(source.figure.amount, language, stated.amount.unit)}`;
    return checkRestated({ subject: { ...subject, place: { ...place, column: year } }, stated: figureOf(stated), source: source.figure, saying: PROSE, spellSource, related: [source.place] });
  });
}

interface PartComparison {
  readonly comparison: Comparison;
  readonly figures: readonly Figure[];
}

/** The stated amount against a row: its years in the stated period, else its total. */
function comparePart(stated: StatedAmount, initiative: Initiative, row: Row): PartComparison | null {
  const figures = figuresOf(stated, initiative, row);
  if (figures === null) return null;
  const [only] = figures;
  const comparison = figures.length === 1 && only !== undefined ? compareRestated(figureOf(stated), only) : compareSum(figures, figureOf(stated));
  return comparison === null ? null : { comparison, figures };
}

function figuresOf(stated: StatedAmount, initiative: Initiative, row: Row): Figure[] | null {
  const years = tableYears(initiative).filter((year) => stated.from !== null && stated.to !== null && year >= stated.from && year <= stated.to);
  const total = cellFigure(totalCell(initiative.columns, row), initiative.unit);
  if (years.length === 0) return total === null || stated.from !== null ? null : [total];
  const figures = years.flatMap((year) => cellFigure(yearCell(initiative.columns, row, year), initiative.unit) ?? []);
  return figures.length < years.length ? null : figures;
}

/** The one row whose label the stated purpose repeats; null when none or several fit. */
function namedRow(stated: StatedAmount, initiative: Initiative, claimed: ReadonlySet<number>): number | null {
  const { purpose } = stated;
  if (purpose === null) return null;
  const scored = initiative.components
    .map((row, position) => ({ position, score: claimed.has(position) || row.label === null ? 0 : labelCoverage(row.label, purpose) }))
    .filter(({ score }) => score >= TELLING_COVERAGE)
    .sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  return best === undefined || (next !== undefined && next.score === best.score) ? null : best.position;
}

function checkPart(stated: StatedAmount, component: number | null, initiative: Initiative, index: number): Check[] {
  const row = component === null ? undefined : initiative.components[component];
  const place = cellPlace(initiativePlace(initiative, index), null, stated.position);
  const subject: Subject = { rule: ID, place: component === null ? place : { ...place, component }, initiative: initiative.title, label: row?.label ?? stated.purpose };
  const part = row === undefined ? null : comparePart(stated, initiative, row);
  if (row === undefined || part === null || component === null) {
    const message = {
      da: `Teksten nævner ${formatAmount(stated.amount, 'da')}, som ikke kan knyttes til en række i tabellen.`,
      en: `The text states ${formatAmount(stated.amount, 'en')}, which cannot be linked to a row in the table.`,
    };
    return [notCheckable(subject, message, 'info', stated.amount)];
  }
  const related = [placeAt({ initiative: index, component, position: row.position })];
  const [only] = part.figures;
  if (part.figures.length === 1 && only !== undefined) {
    const spellSource = (language: Language): string =>
      `${language === 'da' ? 'Rækken siger' : 'The row says'} ${spellFigure(only.amount, language, stated.amount.unit)}`;
    return [checkRestated({ subject, stated: figureOf(stated), source: only, saying: PROSE, spellSource, related, suggest: suggestRestatedSlip })];
  }
  const addends = part.figures.map((figure) => ({ figure, place: related[0] ?? place }));
  return [checkSum({ subject, addends, total: { figure: figureOf(stated), place }, saying: PROSE, isExactDocument: false })];
}
