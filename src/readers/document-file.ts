/** A file as a host hands it over. */
export interface DocumentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly password?: string;
}

/**
 * How to read a file: a signal to stop, a callback for progress, the encoding of a text where the user chose one,
 * and whether a damaged file is read as far as it goes (the result is marked and can never be found in order).
 */
export interface ReadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  readonly encoding?: string;
  readonly acceptPartly?: boolean;
}
