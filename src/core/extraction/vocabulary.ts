/**
 * The words by which documents are recognised, Danish first, English where an English document prints its own.
 * Recogniser words stand here and nowhere else, a file per topic. Patterns are anchored or bounded, so that no input makes them slow.
 */
export * from './vocabulary/amounts';
export * from './vocabulary/parts';
export * from './vocabulary/tables';
