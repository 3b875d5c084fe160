import { type Agreement } from '../../budget/agreement';
import { type Row } from '../../budget/table';
import { type Check, type Severity } from '../../reconciliation/rule';
import { type PlacedCheck } from './edit-checks';
import { componentRowId, initiativeRowId, totalRowId } from '../../budget/row-reference';
import { columnKey, placeKey, placeOfCheck, tableOfRow, type FigurePlace } from '../written/figure-place';
import { type Language } from '../plan';
import { sheetText } from '../sheet-texts';

/** A flag on a figure, wherever its cell stands now. */
export interface FigureFlag extends FigurePlace {
  readonly severity: Severity;
  readonly text: string;
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/**
 * The cells to flag: every figure with a difference that is an error or a warning, every cell that could not be read in the source, and whatever the
 * workbook itself tells of a cell.
 * Shape: `placed` are checks of the workbook, each with its own cell; `accepted` gives the reasons of those that somebody accepted, whose
 * flags stay as information; one flag per cell; several differences of one cell share it and the gravest gives its severity.
 */
export function figureFlags(agreement: Agreement, checks: readonly Check[], language: Language, placed: readonly PlacedCheck[] = [], accepted: ReadonlyMap<Check, string> = new Map()): FigureFlag[] {
  const flags = new Map<string, FigureFlag>();
  const add = (flag: FigureFlag): void => {
    const key = placeKey(flag);
    const before = flags.get(key);
    if (before === undefined) flags.set(key, flag);
    else if (!before.text.includes(flag.text)) {
      const severity = WEIGHT[flag.severity] > WEIGHT[before.severity] ? flag.severity : before.severity;
      flags.set(key, { ...before, severity, text: `${before.text}\n${flag.text}` });
    }
  };
  const addCheck = (check: Check, place: FigurePlace | null): void => {
    if (place === null || check.outcome === 'agrees' || check.outcome === 'agrees-within-rounding') return;
    const reason = accepted.get(check);
    if (reason === undefined) add({ ...place, severity: check.severity, text: check.message[language] });
    else add({ ...place, severity: 'info', text: `● ${sheetText('accepted', language)}: ${reason} (${check.message[language]})` });
  };
  for (const { check, place } of placed) addCheck(check, place);
  for (const check of checks) if (check.outcome === 'differs' && check.severity !== 'info') addCheck(check, placeOfCheck(check.place));
  const edited = new Set(placed.flatMap(({ place }) => (place === null ? [] : [placeKey(place)])));
  for (const flag of unreadFlags(agreement, language)) if (!edited.has(placeKey(flag))) add(flag);
  return [...flags.values()];
}

/** The cells that could not be read in the source, and titles that are damaged there. */
export function unreadFlags(agreement: Agreement, language: Language): FigureFlag[] {
  const flags: FigureFlag[] = [];
  agreement.initiatives.forEach((initiative, index) => {
    if (initiative.titleDamaged) {
      flags.push({ table: 'overview', rowId: initiativeRowId(index), columnKey: 'title', severity: 'info', text: sheetText('damagedTitle', language) });
    }
    const columns = initiative.columns.map(columnKey);
    if (initiative.total !== null) flags.push(...rowFlags(initiative.total, columns, initiativeRowId(index), 'overview', language));
    initiative.components.forEach((row, component) => {
      flags.push(...rowFlags(row, columns, componentRowId(index, component), 'components', language));
    });
  });
  agreement.totals.forEach((total, index) => {
    flags.push(...rowFlags(total.row, total.columns.map(columnKey), totalRowId(index), tableOfRow({ initiative: null, component: null, total: index }), language));
  });
  return flags;
}

function rowFlags(row: Row, keys: readonly (string | null)[], rowId: string, table: FigureFlag['table'], language: Language): FigureFlag[] {
  if (row.kind === 'heading') return [];
  return row.cells.flatMap((cell, index): FigureFlag[] => {
    const key = keys[index];
    if (key === null || key === undefined) return [];
    if (cell.kind === 'blank') return [{ table, rowId, columnKey: key, severity: 'info', text: `${sheetText('blankCell', language)}.` }];
    if (cell.kind !== 'unreadable' && cell.kind !== 'text') return [];
    return [{ table, rowId, columnKey: key, severity: 'warning', text: `${sheetText('unreadableCell', language)}: "${cell.text}".` }];
  });
}
