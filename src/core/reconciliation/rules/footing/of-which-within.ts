import { compareRestated, compareSum } from '../../arithmetic';
import { notCheckable, observe, type Participant, type Subject } from '../../checking/check-building';
import { endSentence, inBothLanguages, spellFigure } from '../../checking/check-texts';
import { checkedColumn, initiativeRows, participant, type PrintedRow, tableRows } from '../../checking/printed-rows';
import { type Check, type Rule } from '../../rule';

const ID = 'of-which-within';

/** An of-which row is a part of the row above and cannot exceed it in any column. */
export const ofWhichWithin: Rule = {
  id: ID,
  reference: 'A part cannot exceed its whole; rounding keeps the order of figures of equal precision (ISA 520, analytical relation)',
  title: { da: 'Heraf-rækker ↔ rækken over', en: 'Of-which rows vs the row above' },
  check: ({ agreement }) => [
    ...agreement.initiatives.flatMap((initiative, index) => checkRows(initiativeRows(initiative, index))),
    ...agreement.tables.flatMap((_table, index) => checkRows(tableRows(agreement, index))),
  ],
};

const PARTS_AGREE = { da: 'Delene, med deres fortegn, giver tilsammen rækken over.', en: 'The parts, with their signs, come to the row above.' };

function checkRows(rows: readonly PrintedRow[]): Check[] {
  return familiesOf(rows).flatMap(({ parent, parts }) => {
    const whole = parent.columns.map((_column, column) => areWhole(parts, parent, column));
    return parts.flatMap((row, order) =>
      row.columns.flatMap((_column, column) => {
        const checks = checkCell(row, parent, column, whole[column] === true);
        const inner = parts[order - 1];
        const isNested = inner !== undefined && parts.length === 2 && checks.every(({ outcome }) => outcome === 'agrees') && exceed(parts, parent, column);
        const nested = isNested ? checkCell(row, inner, column, false).filter(({ outcome }) => outcome === 'differs') : [];
        return nested.length > 0 ? nested.map((check) => ({ ...check, severity: 'warning' as const })) : checks;
      }),
    );
  });
}

/** A row with the of-which rows under it. */
interface Family {
  readonly parent: PrintedRow;
  readonly parts: PrintedRow[];
}

/** The rows of which others are parts: the part of a row stands under it, with nothing but other parts between. */
function familiesOf(rows: readonly PrintedRow[]): Family[] {
  const families: Family[] = [];
  let above: PrintedRow | null = null;
  for (const printed of rows) {
    const { kind } = printed.row;
    if (kind !== 'of-which') above = kind === 'heading' ? null : printed;
    else if (above !== null && families.at(-1)?.parent === above) families.at(-1)?.parts.push(printed);
    else if (above !== null) families.push({ parent: above, parts: [printed] });
  }
  return families;
}

/** Whether the parts of a row, some added and some taken off, come to the row: then one of them may exceed it. */
function areWhole(parts: readonly PrintedRow[], parent: PrintedRow, index: number): boolean {
  const whole = participant(parent, index).figure;
  const figures = parts.flatMap((part) => participant(part, index).figure ?? []);
  if (whole === null || figures.length < parts.length) return false;
  const signs = new Set(figures.flatMap(({ amount }) => (amount.coefficient === 0 ? [] : [Math.sign(amount.coefficient)])));
  return signs.size > 1 && compareSum(figures, whole)?.outcome === 'agrees';
}

/** Whether the parts of a row come to more than the row: then two of them are no parts beside each other, and the second is a part of the first. */
function exceed(parts: readonly PrintedRow[], parent: PrintedRow, index: number): boolean {
  const whole = participant(parent, index).figure;
  const figures = parts.flatMap((part) => participant(part, index).figure ?? []);
  const comparison = whole === null || figures.length < parts.length ? null : compareSum(figures, whole);
  if (whole === null || comparison?.outcome !== 'differs') return false;
  const sign = Math.sign(whole.amount.coefficient);
  return figures.every(({ amount }) => amount.coefficient * sign >= 0) && comparison.residual.coefficient * sign > 0;
}

function checkCell(row: PrintedRow, parent: PrintedRow, index: number, isPartOfSum: boolean): Check[] {
  const column = row.columns[index];
  const [part, whole] = [participant(row, index), participant(parent, index)];
  if (column === undefined || column.kind === 'text' || isEmpty(part)) return [];
  const subject: Subject = { rule: ID, place: { ...part.place, column: checkedColumn(column) }, initiative: row.initiative, label: row.label };
  if (part.figure === null || whole.figure === null) {
    return [notCheckable(subject, { da: 'Rækken eller rækken over kunne ikke læses.', en: 'The row or the row above could not be read.' }, 'warning', part.figure?.amount ?? null)];
  }
  if (isPartOfSum) return [observe(subject, 'agrees', 'info', PARTS_AGREE, { printed: part.figure.amount, related: [whole.place] })];
  if (part.figure.amount.coefficient * whole.figure.amount.coefficient < 0) {
    return [notCheckable(subject, { da: 'Delen og rækken over har hver sit fortegn.', en: 'The part and the row above have different signs.' }, 'info', part.figure.amount)];
  }
  const comparison = compareRestated(part.figure, whole.figure);
  if (comparison === null) return [];
  const sign = part.figure.amount.coefficient < 0 ? -1 : 1;
  const isWithin = sign * comparison.residual.coefficient >= 0 || comparison.outcome !== 'differs';
  const message = inBothLanguages((language) => {
    const [of, is] = [spellFigure(comparison.printed, language, comparison.printed.unit), spellFigure(comparison.computed, language, comparison.printed.unit)];
    if (language === 'da') return endSentence(isWithin ? `Heraf ${of} af ${is}: inden for` : `Heraf ${of}, men rækken over er kun ${is}`);
    return endSentence(isWithin ? `Of which ${of} out of ${is}: within` : `Of which ${of}, but the row above is only ${is}`);
  });
  const { printed, computed, residual, bound } = comparison;
  return [observe(subject, isWithin ? 'agrees' : 'differs', isWithin ? 'info' : 'error', message, { printed, computed, residual, bound, related: [whole.place], within: 'part' })];
}

function isEmpty(part: Participant): boolean {
  return part.figure === null ? part.gap !== 'unreadable' : part.figure.rounding === 'exact';
}
