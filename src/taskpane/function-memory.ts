import { type Agreement } from '../core/budget/agreement';

/** What the custom functions know, kept from two sides: the workbook's imports and the catalogues. */
export interface FunctionMemory {
  /** The workbook's agreements were read or changed. */
  setWorkbook(agreements: readonly Agreement[]): void;
  /** A catalogue was loaded. */
  setCatalogue(agreements: readonly Agreement[]): void;
}

/**
 * Joins both sides, each document once and the workbook's own first.
 * Formulas may have been calculated before anything was known: they are calculated again after the first agreements of either side.
 * Imports and removals calculate by themselves.
 */
export function createFunctionMemory(remember: (agreements: readonly Agreement[], own: readonly Agreement[]) => void, recalculate: () => void): FunctionMemory {
  let workbook: readonly Agreement[] = [];
  let catalogue: readonly Agreement[] = [];
  let hasWorkbook = false;
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
      if (agreements.length > 0) recalculate();
    },
  };
}
