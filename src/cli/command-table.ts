import { runCatalogue } from './catalogue-output';
import { checkExitCode, checkOutput, checkSummaryText } from './check-output';
import { type Command } from './command';
import { readOutput } from './read-output';
import { readSummaryText } from './read-summary';
import { runWorkbook } from './workbook-output';

/** Every command by its name. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['read', { kind: 'agreement', json: readOutput, text: readSummaryText, exitCode: () => 0 }],
  [
    'check',
    {
      kind: 'agreement',
      json: (agreement) => checkOutput(agreement),
      text: (agreement, language) => checkSummaryText(agreement.document.name, checkOutput(agreement), language),
      exitCode: (agreement) => checkExitCode(checkOutput(agreement)),
    },
  ],
  ['workbook', { kind: 'file', run: runWorkbook }],
  ['catalogue', { kind: 'file', run: runCatalogue }],
]);
