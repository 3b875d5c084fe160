/**
 * How long the reading of one document may take, in the pane and on the command line.
 * Source: Office restarts add-ins that hang; no honest document needs longer. Units: milliseconds, on the wall in the pane and of processor time
 * on the command line.
 */
export interface ReadingLimits {
  /** Until the thread that reads has started. */
  readonly startMs: number;
  /** Without a sign of progress. */
  readonly silenceMs: number;
  readonly totalMs: number;
}

export const READING_LIMITS: ReadingLimits = { startMs: 10_000, silenceMs: 8_000, totalMs: 30_000 };
