import { type Agreement } from '../../budget/agreement';
import { cautionText, changedName, conditionText, gapText, kindText, pairReasonText, rowTitle } from '../../edition/change-texts';
import { type ChangeKind, type EditionComparison, type EditionFigure, type FigureChange, type PairReason } from '../../edition/edition';
import { amountToNumber, convertAmount } from '../../money/amount';
import { formatUnit } from '../../money/danish-number';
import { columnName, type LocalizedText } from '../../reconciliation/rule';
import { cellAddress } from '../addresses';
import { amountFormat } from '../layout/figures/number-formats';
import { freeSheetName, shortAgreementName } from '../names';
import { type CellStyle, type Language, type PlanCell, type PlannedBlock, type PlannedSheet } from '../plan';
import { sheetText, sourceText } from '../sheet-texts';

const TEXTS = {
  sheet: { da: 'Ændringer', en: 'Changes' },
  old: { da: 'Gammel udgave', en: 'Old edition' },
  now: { da: 'Ny udgave', en: 'New edition' },
  what: { da: 'Ændring', en: 'Change' },
  year: { da: 'År', en: 'Year' },
  oldPlace: { da: 'Kilde, gammel', en: 'Source, old' },
  nowPlace: { da: 'Kilde, ny', en: 'Source, new' },
  paired: { da: 'Parret efter', en: 'Paired by' },
  nothing: { da: 'Ingen ændringer: alt, hvad der kunne sammenlignes, er det samme.', en: 'No changes: everything that could be compared is the same.' },
  page: { da: 'side', en: 'page' },
  of: { da: 'af', en: 'of' },
} satisfies Record<string, LocalizedText>;

/** Columns: initiative, item, change, year, unit, old, new, difference, both places, what paired them. Units: characters. */
const WIDTHS = [44, 32, 26, 10, 10, 13, 13, 12, 14, 14, 26];
const OLD_COLUMN = 5;
const NOW_COLUMN = 6;

type Line = readonly PlanCell[];

/** What a row of the sheet is about. */
interface Entry {
  readonly title: string;
  readonly item: string;
  readonly kinds: readonly ChangeKind[];
  readonly figures: readonly FigureChange[];
  readonly reason: PairReason | null;
  /** What changed besides figures: a pool's conditions. */
  readonly texts?: readonly { readonly name: string; readonly old: string; readonly now: string }[];
}

/**
 * Two editions side by side as a sheet: a row for every figure that changed or could not be compared, with both amounts, both places, and the
 * difference as a formula over the two. Amounts of a row are in the new edition's unit.
 */
export function planChanges(old: Agreement, now: Agreement, comparison: EditionComparison, language: Language, takenSheets: readonly string[]): PlannedSheet {
  const text = (name: keyof typeof TEXTS): string => TEXTS[name][language];
  const head: Line[] = [
    [cell(`${text('sheet')}: ${now.title ?? now.document.name}`, 'title')],
    [cell(`${text('old')}: ${factsOf(old)}`, 'subtle')],
    [cell(`${text('now')}: ${factsOf(now)}`, 'subtle')],
    ...comparison.cautions.map((caution): Line => [cell(`! ${cautionText(caution, language)}`, 'strong')]),
  ];
  const heading = [sheetText('initiative', language), sheetText('label', language), text('what'), text('year'), sheetText('unit', language), text('old'), text('now'), sheetText('difference', language), text('oldPlace'), text('nowPlace'), text('paired')];
  const first = head.length + 2;
  const lines: Line[] = [];
  for (const entry of entriesOf(old, now, comparison, language)) lines.push(...linesOf(entry, first + lines.length, language));
  const rows = lines.length === 0 ? [[cell(text('nothing'))]] : lines;
  const blocks: PlannedBlock[] = [
    { row: 0, column: 0, cells: head.map((line) => [...line]) },
    { row: head.length + 1, column: 0, cells: [heading.map((name, column) => cell(name, column >= OLD_COLUMN && column <= NOW_COLUMN + 1 ? 'column-head-right' : 'column-head')), ...rows.map((line) => [...line, ...blanks(heading.length - line.length)])] },
  ];
  return {
    role: 'changes',
    name: freeSheetName(`${text('sheet')} ${shortAgreementName(now)}`, takenSheets),
    visibility: 'visible',
    blocks,
    tables: [],
    names: [],
    flags: [],
    widths: WIDTHS,
    frozenRows: first,
    print: {
      titleRows: first,
      header: { left: `${old.document.name} → ${now.document.name}`, right: text('sheet') },
      footer: { left: `SHA-256 ${old.document.sha256.slice(0, 12)}… → ${now.document.sha256.slice(0, 12)}…`, page: text('page'), of: text('of') },
    },
  };
}

function factsOf({ document, unit, priceLevel }: Agreement): string {
  return [document.name, unit, priceLevel, document.sha256.slice(0, 12)].filter((fact) => fact !== null && fact !== '').join(' · ');
}

function entriesOf(old: Agreement, now: Agreement, { rows, totals, pools }: EditionComparison, language: Language): Entry[] {
  const initiatives = rows.flatMap((row): Entry[] => {
    const title = rowTitle(old, now, row, language);
    const components = row.components.filter(({ kinds }) => kinds.length > 0).map(
      (one): Entry => ({ title, item: changedName(old.initiatives[row.old[0] ?? -1]?.components[one.old ?? -1]?.label, now.initiatives[row.now[0] ?? -1]?.components[one.now ?? -1]?.label), kinds: one.kinds, figures: one.figures, reason: null }),
    );
    return row.kinds.length === 0 ? [] : [{ title, item: '', kinds: row.kinds, figures: row.figures, reason: row.reason }, ...components];
  });
  return [
    ...initiatives,
    ...totals.filter(({ kinds }) => kinds.length > 0).map((one): Entry => ({ title: changedName(old.totals[one.old ?? -1]?.label, now.totals[one.now ?? -1]?.label), item: '', kinds: one.kinds, figures: one.figures, reason: null })),
    ...pools.filter(({ kinds }) => kinds.length > 0).map((one): Entry => ({
      title: changedName(old.pools[one.old ?? -1]?.title, now.pools[one.now ?? -1]?.title),
      item: sheetText('pool', language),
      kinds: one.kinds,
      figures: one.figures,
      reason: null,
      texts: one.conditions.map(({ condition, old: was, now: is }) => ({ name: conditionText(condition, language), old: was, now: is })),
    })),
  ];
}

/** The rows of one thing that changed: one for each figure, one for each other condition, one where neither did. */
function linesOf({ title, item, kinds, figures, reason, texts = [] }: Entry, first: number, language: Language): Line[] {
  const shown = figures.filter(({ isChanged, gap }) => isChanged || (gap !== null && gap !== 'other-years'));
  const words = kinds.map((kind) => kindText(kind, language)).join(', ');
  const paired = reason === null ? '' : pairReasonText(reason, language);
  const start = (label: string): Line => [cell(title, 'label'), cell(label, 'label'), cell(words, 'label')];
  const lines: Line[] = shown.map((figure, index) => [...start(item), ...figureCells(figure, first + index, language), cell(paired)]);
  const others = texts.map((one): Line => [...start(`${item}: ${one.name}`), ...blanks(2), cell(one.old, 'right'), cell(one.now, 'right'), ...blanks(3), cell(paired)]);
  return lines.length + others.length > 0 ? [...lines, ...others] : [[...start(item), ...blanks(7), cell(paired)]];
}

function figureCells({ target, old, now, gap }: FigureChange, row: number, language: Language): Line {
  const unit = (now.amount ?? old.amount)?.unit ?? null;
  const difference: PlanCell = gap === null ? { kind: 'formula', formula: `=${cellAddress(row, NOW_COLUMN)}-${cellAddress(row, OLD_COLUMN)}`, format: differenceFormat(old, now) } : cell(gapText(gap, language), 'label');
  const amount = (figure: EditionFigure): PlanCell => {
    if (figure.amount === null) return figure.gap === 'not-readable' ? cell(sheetText('unreadableCell', language), 'label') : { kind: 'blank', format: 'General' };
    const shown = unit === null || gap === 'price-level' ? figure.amount : convertAmount(figure.amount, unit);
    return { kind: 'number', value: amountToNumber(shown), format: amountFormat(shown.decimals) };
  };
  return [cell(columnName(target, sheetText('total', language))), cell(unit === null ? '' : formatUnit(unit, language)), amount(old), amount(now), difference, cell(sourceText(old.position, language)), cell(sourceText(now.position, language))];
}

/** A difference shows its sign, for more is not less. */
function differenceFormat(old: EditionFigure, now: EditionFigure): string {
  const decimals = Math.max(now.amount?.decimals ?? 0, old.amount === null || now.amount === null ? (old.amount?.decimals ?? 0) : convertAmount(old.amount, now.amount.unit).decimals);
  const digits = amountFormat(decimals).split(';')[0] ?? '0';
  return `+${digits};-${digits};0`;
}

function cell(text: string, style?: CellStyle): PlanCell {
  return { kind: 'text', text, ...(style === undefined ? {} : { style }) };
}

function blanks(count: number): Line {
  return Array.from({ length: Math.max(0, count) }, () => ({ kind: 'blank', format: 'General' }));
}
