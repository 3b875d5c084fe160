/**
 * An expected failure at an edge: bad input or a host that refuses. A value, never thrown inside the core.
 * The pane and the command line turn `code` and `data` into a sentence that says what is wrong and what happened to the workbook.
 */
export type Failure =
  | { readonly code: 'empty-file'; readonly name: string }
  | { readonly code: 'binary-file'; readonly name: string }
  | { readonly code: 'unsupported-format'; readonly name: string; readonly format: string }
  | { readonly code: 'wrong-encoding'; readonly name: string }
  | { readonly code: 'no-amounts'; readonly name: string }
  | { readonly code: 'file-not-found'; readonly name: string }
  | { readonly code: 'file-unreadable'; readonly name: string; readonly reason: 'folder' | 'no-access' | 'other' }
  | { readonly code: 'too-large'; readonly name: string; readonly limitMegabytes: number; readonly limitPages?: number; readonly sizeMegabytes?: number; readonly overfull?: 'unpacked' | 'dense' | 'parts' | { readonly page: number } }
  | { readonly code: 'too-complex'; readonly name: string; readonly excess: 'lines' | 'rows' | 'lineCharacters' | 'columns' | 'cells' | 'nesting'; readonly limit: number; readonly place: { readonly page?: number; readonly line: number } | { readonly table: number; readonly row: number } | null }
  | { readonly code: 'scanned-pdf'; readonly name: string; readonly pages: readonly number[]; readonly hasRecognisedText?: boolean }
  | { readonly code: 'damaged-file'; readonly name: string; readonly detail: string }
  | { readonly code: 'password-needed'; readonly name: string; readonly wasWrong: boolean }
  | { readonly code: 'no-legible-text'; readonly name: string; readonly pages: readonly number[] }
  | { readonly code: 'no-text-mapping'; readonly name: string; readonly pages: readonly number[] }
  | { readonly code: 'timed-out'; readonly name: string }
  | { readonly code: 'pdf-not-marked'; readonly name: string; readonly reason: 'signed' | 'encrypted' | 'damaged' }
  | { readonly code: 'reader-unavailable' }
  | { readonly code: 'cancelled' }
  | { readonly code: 'already-imported'; readonly title: string }
  | { readonly code: 'edition-columns'; readonly columns: readonly string[]; readonly cells: readonly string[]; readonly formulas: readonly string[] }
  | { readonly code: 'target-not-empty'; readonly address: string }
  | { readonly code: 'sheet-protected'; readonly sheet: string }
  | { readonly code: 'workbook-protected' }
  | { readonly code: 'cell-edit-mode' }
  | { readonly code: 'write-not-confirmed'; readonly sheet: string }
  | { readonly code: 'host'; readonly hostCode: string; readonly workbook: 'unchanged' | 'restored' | 'done' | 'unknown' }
  | { readonly code: 'store-full'; readonly limit: number }
  | { readonly code: 'store-newer'; readonly version: number }
  | { readonly code: 'store-sheet-taken'; readonly sheet: string }
  | { readonly code: 'picture-without-source' }
  | { readonly code: 'log-changed'; readonly sheet: string; readonly row: number }
  | { readonly code: 'signer-needed' }
  | { readonly code: 'nothing-selected' }
  | { readonly code: 'selection-too-large'; readonly cells: number }
  | { readonly code: 'selection-not-a-table' }
  | { readonly code: 'compared-elsewhere'; readonly address: string };

/** Either a value or a failure. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** A successful result. */
export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A failed result. */
export function fail<T = never>(failure: Failure): Result<T> {
  return { ok: false, failure };
}
