import { rewriteSeries } from '../charts/chart';
import { type SheetModel } from '../sheet';

/** Applies a change to the formulas of a sheet's cells, rules and charts; tells whether any reads differently now. */
export function rewriteSheet(sheet: SheetModel, change: (formula: string, own: SheetModel, key?: number) => string): boolean {
  let isChanged = false;
  for (const [key, cell] of sheet.cells) {
    if (cell.formula === undefined) continue;
    const formula = change(cell.formula, sheet, key);
    isChanged ||= formula !== cell.formula;
    cell.formula = formula;
  }
  for (const { settings } of sheet.conditionalFormats) {
    const before = settings.get('Formula');
    if (typeof before !== 'string') continue;
    const formula = change(before, sheet);
    isChanged ||= formula !== before;
    settings.set('Formula', formula);
  }
  for (const series of sheet.charts.flatMap((chart) => chart.series)) {
    const isRewritten = rewriteSeries(series, (formula) => change(formula, sheet));
    isChanged ||= isRewritten;
  }
  return isChanged;
}
