import { type Agreement } from '../../core/budget/agreement';
import { joinAgreements } from '../../core/catalogue/catalogue';
import { type ShownTables } from '../../core/sheet-plan/written/shown-cell';

/** What the custom functions know, kept from two sides: the workbook's imports and the catalogues. */
export interface FunctionMemory {
  /** The workbook's agreements were read or changed. */
  setWorkbook(agreements: readonly Agreement[]): void;
  /** The workbook's tables were read: cells that were asked about may show something else now. */
  setTables(imports: readonly ShownTables[]): void;
  /** The catalogues were loaded, or could not be. */
  setCatalogue(agreements: readonly Agreement[]): void;
  /** The workbook was read for the first time, or could not be: with the catalogues that is all that the functions wait for. */
  endFirstReading(): void;
  /** The functions answer from now on, whatever is known. */
  stopWaiting(): void;
}

/** Called when what the functions know changes. */
export interface FunctionMemoryListener {
  readonly remember: (agreements: readonly Agreement[], own: readonly Agreement[]) => void;
  /** Replaces the tables that cells are looked up in; whether a cell that was asked about would be answered otherwise. */
  readonly show: (imports: readonly ShownTables[]) => boolean;
  /** Formulas were answered before this was known, and are to be answered again. */
  readonly recalculate: () => void;
  /** Both sides are known: the functions need wait no longer. Called once. */
  readonly arrived: () => void;
}

/**
 * Joins both sides, each document once and the workbook's own first.
 * Shape: nothing is calculated at start, because the functions wait with their answers.
 */
export function createFunctionMemory({ remember, show, recalculate, arrived }: FunctionMemoryListener): FunctionMemory {
  let workbook: readonly Agreement[] = [];
  let catalogue: readonly Agreement[] = [];
  const awaited = new Set(['workbook', 'catalogue']);
  const join = (): void => {
    const { agreements, own } = joinAgreements(workbook, catalogue);
    remember(agreements, own);
  };
  const settle = (...sides: readonly string[]): void => {
    const wasWaiting = awaited.size > 0;
    for (const side of sides) awaited.delete(side);
    if (wasWaiting && awaited.size === 0) arrived();
  };
  const answerAgain = (): void => {
    if (awaited.size === 0) recalculate();
  };
  return {
    setWorkbook(agreements) {
      workbook = agreements;
      join();
      answerAgain();
    },
    setTables(imports) {
      if (show(imports)) answerAgain();
    },
    setCatalogue(agreements) {
      catalogue = agreements;
      join();
      if (agreements.length > 0) answerAgain();
      settle('catalogue');
    },
    endFirstReading: () => settle('workbook'),
    stopWaiting: () => settle('workbook', 'catalogue'),
  };
}
