import { runCatalogue } from './catalogue-output';
import { answerCheck } from './check-summary';
import { type Command } from './command';
import { readOutput } from './read-output';
import { readSummaryText } from './read-summary';
import { runWorkbook } from './workbook-output';

/** Every command by its name. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['read', { kind: 'agreement', isAcross: false, answer: (agreement) => ({ json: () => readOutput(agreement), text: (language) => readSummaryText(agreement, language), exitCode: 0 }) }],
  ['check', { kind: 'agreement', isAcross: true, answer: answerCheck }],
  ['workbook', { kind: 'file', run: runWorkbook }],
  ['catalogue', { kind: 'file', run: runCatalogue }],
]);
