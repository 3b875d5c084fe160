// @ts-check

/** Where the command line begins. */
export const COMMAND_ENTRY = 'src/cli/reserve.ts';

/** What the command line is made of, and how: a change of any of these builds it anew. */
export const COMMAND_SOURCES = ['src/core', 'src/readers', 'src/spreadsheet', 'src/outputs', 'src/cli', 'scripts/command-sources.mjs', 'scripts/command-build.mjs'];
