import { type Agreement } from '../core/budget/agreement';

/** What the custom functions know, kept from two sides: the workbook's imports and the catalogues. */
export interface FunctionMemory {
  /** The workbook's agreements were read or changed. */
  setWorkbook(agreements: readonly Agreement[]): void;
  /** The catalogues were loaded, or could not be. */
  setCatalogue(agreements: readonly Agreement[]): void;
  /** The workbook was read for the first time, or could not be: with the catalogues that is all that the functions wait for. */
  endFirstReading(): void;
}

/**
 * Joins both sides, each document once and the workbook's own first.
 * Formulas may have been calculated before anything was known: they are calculated again after the first agreements of either side.
 * Imports and removals calculate by themselves. `arrived` is called once, when both sides are known.
 */
export function createFunctionMemory(remember: (agreements: readonly Agreement[], own: readonly Agreement[]) => void, recalculate: () => void, arrived: () => void = () => undefined): FunctionMemory {
  let workbook: readonly Agreement[] = [];
  let catalogue: readonly Agreement[] = [];
  let hasWorkbook = false;
  const awaited = new Set(['workbook', 'catalogue']);
  const settle = (side: string): void => {
    if (awaited.delete(side) && awaited.size === 0) arrived();
  };
  const join = (): void => {
    const own = new Set(workbook.map(({ document }) => document.sha256));
    remember([...workbook, ...catalogue.filter(({ document }) => !own.has(document.sha256))], workbook);
  };
  return {
    setWorkbook(agreements) {
      workbook = agreements;
      join();
      if (!hasWorkbook && agreements.length > 0) recalculate();
      hasWorkbook = true;
    },
    setCatalogue(agreements) {
      catalogue = agreements;
      join();
      settle('catalogue');
      if (agreements.length > 0) recalculate();
    },
    endFirstReading: () => settle('workbook'),
  };
}
