export type ErrorCode = '#N/A' | '#DIV/0!' | '#NUM!' | '#VALUE!' | '#NULL!' | '#NAME?' | '#REF!' | '#SPILL!' | '#CALC!' | '#BUSY!';

export const errorCodes: readonly ErrorCode[] = ['#N/A', '#DIV/0!', '#NUM!', '#VALUE!', '#NULL!', '#NAME?', '#REF!', '#SPILL!', '#CALC!', '#BUSY!'];

/** An error as the content of a cell; the message is what Excel shows on the error's card. */
export class CellError {
  constructor(
    readonly code: ErrorCode,
    readonly message?: string,
  ) {}
}

/** What a cell can hold; null is an empty cell. */
export type Scalar = number | string | boolean | CellError | null;
export type Matrix = readonly (readonly Scalar[])[];

export function isErrorCode(text: string): text is ErrorCode {
  return (errorCodes as readonly string[]).includes(text);
}

/** A cell's value as the wire carries it: errors as their code, an empty cell as "". */
export function toWireValue(value: Scalar): number | string | boolean {
  if (value === null) return '';
  return value instanceof CellError ? value.code : value;
}

export function valueType(value: Scalar): 'Empty' | 'Double' | 'String' | 'Boolean' | 'Error' {
  if (value === null) return 'Empty';
  if (value instanceof CellError) return 'Error';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'string' ? 'String' : 'Boolean';
}
