/**
 * How long a test waits for what has to come, in a browser or from Office: far longer than it takes on the slowest and busiest machine, because
 * a test that waits in vain fails anyway. The limit of a whole test stands in jest.config.js. Units: milliseconds.
 */
export const PATIENCE_MS = 240_000;
