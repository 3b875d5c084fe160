import { type Command } from './command';

/** Every command by its name. What a command needs is loaded when it is run. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['read', { kind: 'agreement', isAcross: false, load: async () => (await import('./answers/read-summary')).answerRead }],
  ['check', { kind: 'agreement', isAcross: true, load: async () => (await import('./answers/check-summary')).answerCheck }],
  ['compare', { kind: 'file', load: async () => (await import('./answers/compare-summary')).runCompare }],
  ['workbook', { kind: 'file', load: async () => (await import('./answers/workbook-output')).runWorkbook }],
  ['catalogue', { kind: 'file', load: async () => (await import('./answers/catalogue-output')).runCatalogue }],
  ['export', { kind: 'file', load: async () => (await import('./export/export-command')).runExport, loadAnswer: async () => (await import('./export/export-command')).answerExport }],
]);
