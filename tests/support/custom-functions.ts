/** What a custom function throws, or puts into a cell of an array, as Excel's own class does. */
export class CellError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

/** Provides the global that Excel has for custom functions. */
export function provideCustomFunctions(): void {
  Object.assign(globalThis, { CustomFunctions: { Error: CellError, ErrorCode: { notAvailable: '#N/A', invalidValue: '#VALUE!' } } });
}
