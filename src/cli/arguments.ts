import { type Language } from '../core/money/danish-number';
import { type LocalizedText } from '../core/reconciliation/rule';
import { OUTPUT_ENDINGS, OUTPUT_KINDS } from '../outputs/output-kind';
import { type CommandCall } from './command';

/** What was typed: a command with its call, a request for help, or a mistake to be told. */
export type ParsedArguments =
  | { readonly kind: 'command'; readonly command: string; readonly call: CommandCall }
  | { readonly kind: 'help'; readonly language: Language }
  | { readonly kind: 'mistake'; readonly message: LocalizedText; readonly language: Language };

/** Options that take a value. */
const VALUE_OPTIONS = new Set(['--out', '--lang', '--password', '--encoding', '--titles', '--jobs', '--time-limit', '--marked', '--report', '--note']);

const FLAGS = new Set(['--json', '--ndjson', '--alone', '--help', '-h']);

/** Commands that give one answer for all of their files. */
const ANSWERS_TOGETHER = new Set(['compare', 'workbook', 'export']);

/** Reads a command line; the language is Danish unless `--lang` or the environment says English. Behind `--` everything is a file. */
export function parseArguments(words: readonly string[], environment: Readonly<Record<string, string | undefined>>): ParsedArguments {
  const values = new Map<string, string>();
  const flags = new Set<string>();
  const operands: string[] = [];
  const mistakes: LocalizedText[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const joined = /^(--[a-z-]+)=(.*)$/s.exec(word);
    if (word === '--') {
      operands.push(...words.slice(index + 1));
      break;
    }
    if (joined !== null && VALUE_OPTIONS.has(joined[1] ?? '')) values.set(joined[1] ?? '', joined[2] ?? '');
    else if (VALUE_OPTIONS.has(word)) {
      const value = words[index + 1];
      if (value === undefined || VALUE_OPTIONS.has(value) || FLAGS.has(value)) mistakes.push({ da: `${word} mangler en værdi`, en: `${word} needs a value` });
      else {
        values.set(word, value);
        index += 1;
      }
    } else if (FLAGS.has(word)) flags.add(word);
    else if (word.startsWith('-') && word !== '-') mistakes.push(unknownOption(word));
    else operands.push(word);
  }
  const language = chooseLanguage(values.get('--lang'), environment);
  if (flags.has('--help') || flags.has('-h') || (words.length === 0)) return { kind: 'help', language };
  const [command, ...files] = operands;
  if (values.has('--lang') && values.get('--lang') !== 'da' && values.get('--lang') !== 'en') mistakes.push({ da: '--lang er da eller en', en: '--lang is da or en' });
  if (command === undefined) mistakes.push({ da: 'der mangler en kommando', en: 'a command is missing' });
  else if (files.length === 0 || files.includes('')) mistakes.push({ da: 'der mangler en fil', en: 'a file is missing' });
  if (flags.has('--json') && files.length > 1 && !ANSWERS_TOGETHER.has(command ?? '')) mistakes.push({ da: 'brug --ndjson til flere filer', en: 'use --ndjson for several files' });
  for (const option of ['--jobs', '--time-limit']) if (values.has(option) && countOf(values.get(option)) === null) mistakes.push({ da: `${option} er et helt tal over 0`, en: `${option} is a whole number above 0` });
  mistakes.push(...outputMistakes(values, command, files));
  const mistake = mistakes[0];
  if (mistake !== undefined || command === undefined) return { kind: 'mistake', message: mistake ?? { da: 'der mangler en kommando', en: 'a command is missing' }, language };
  return {
    kind: 'command',
    command,
    call: {
      files,
      form: flags.has('--ndjson') ? 'ndjson' : flags.has('--json') ? 'json' : 'text',
      language,
      out: values.get('--out') ?? null,
      password: values.get('--password') ?? null,
      encoding: values.get('--encoding') ?? null,
      titles: values.get('--titles') ?? null,
      isAlone: flags.has('--alone'),
      jobs: countOf(values.get('--jobs')),
      timeLimit: countOf(values.get('--time-limit')),
      outputs: Object.fromEntries(OUTPUT_KINDS.flatMap((kind) => (values.has(`--${kind}`) ? [[kind, values.get(`--${kind}`)]] : []))),
    },
  };
}

function unknownOption(word: string): LocalizedText {
  if (word.startsWith('--')) return { da: `ukendt tilvalg ${word}`, en: `unknown option ${word}` };
  return { da: `ukendt tilvalg ${word}; en fil, hvis navn begynder med -, skrives efter --`, en: `unknown option ${word}; a file whose name begins with - goes behind --` };
}

/** What keeps a document from being written with its marks. */
function outputMistakes(values: ReadonlyMap<string, string>, command: string | undefined, files: readonly string[]): LocalizedText[] {
  return OUTPUT_KINDS.filter((kind) => values.has(`--${kind}`)).flatMap((kind): LocalizedText[] => {
    const option = `--${kind}`;
    const ending = OUTPUT_ENDINGS[kind];
    if (command !== 'check') return [{ da: `${option} hører til check`, en: `${option} belongs to check` }];
    if (files.length > 1) return [{ da: `${option} tager én fil ad gangen`, en: `${option} takes one file at a time` }];
    if (!(values.get(option) ?? '').toLowerCase().endsWith(ending)) return [{ da: `${option} skriver en fil, der ender på ${ending}`, en: `${option} writes a file that ends in ${ending}` }];
    return [];
  });
}

/** A whole number above 0; null for anything else. */
function countOf(text: string | undefined): number | null {
  return /^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : null;
}

function chooseLanguage(option: string | undefined, environment: Readonly<Record<string, string | undefined>>): Language {
  if (option === 'da' || option === 'en') return option;
  const locale = environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? '';
  return /^en(?:_|\b)/i.test(locale) ? 'en' : 'da';
}
