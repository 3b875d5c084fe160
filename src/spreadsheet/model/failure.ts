/** A refusal with the code that Excel gives it. */
export class ExcelError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'ExcelError';
  }
}

export const failures = {
  itemNotFound: (): ExcelError => new ExcelError('ItemNotFound', "The requested resource doesn't exist."),
  itemAlreadyExists: (): ExcelError => new ExcelError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.'),
  invalidArgument: (about = 'The argument is invalid or missing or has an incorrect format.'): ExcelError => new ExcelError('InvalidArgument', about),
  invalidReference: (): ExcelError => new ExcelError('InvalidReference', 'This reference is not valid for the current operation.'),
  invalidOperation: (about: string): ExcelError => new ExcelError('InvalidOperation', about),
  accessDenied: (): ExcelError => new ExcelError('AccessDenied', 'You cannot perform the requested operation: the sheet is protected.'),
  undoNotSupported: (member: string): ExcelError => new ExcelError('UndoNotSupported', `The operation cannot be undone and so not be merged into one step: ${member}`),
  apiNotFound: (member: string): ExcelError => new ExcelError('ApiNotFound', `The API you are trying to use could not be found: ${member}`),
};
