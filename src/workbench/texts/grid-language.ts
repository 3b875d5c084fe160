import { LocaleType } from '@univerjs/core';
import { functions } from '../../spreadsheet/formula/built-in/all';
import { type GridTexts } from './grid-texts.da';
import { type Language } from './texts';

/** An argument of a function as the grid tells of it. */
export interface FunctionArgument {
  readonly name: string;
  readonly description: string;
  readonly isOptional: boolean;
  readonly isRepeating: boolean;
}

/** What the grid tells of a function while a formula is typed. */
export interface FunctionHint {
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly FunctionArgument[];
}

/** The language that the grid speaks. Shape: `builtIns` are the functions that the workbook computes, null where the grid's own words are used. */
export interface GridLanguage {
  readonly locale: LocaleType;
  readonly texts: GridTexts;
  readonly builtIns: ReadonlyMap<string, FunctionHint> | null;
}

/** The grid's own list of languages has no Danish; to the grid a language is a name of its texts. */
const DANISH = 'daDK' as LocaleType;

/** Fetches the grid's words in a language: each is a script of its own, so that nobody loads the other. */
export async function gridLanguage(language: Language): Promise<GridLanguage> {
  if (language === 'en') {
    const [core, find] = await Promise.all([import('@univerjs/preset-sheets-core/locales/en-US'), import('@univerjs/preset-sheets-find-replace/locales/en-US')]);
    return { locale: LocaleType.EN_US, texts: { ...core.default, ...find.default }, builtIns: null };
  }
  const [{ danishGridTexts }, { danishFunctionTexts }] = await Promise.all([import('./grid-texts.da'), import('./function-texts.da')]);
  const builtIns = Object.entries(danishFunctionTexts).map(([name, [description, parameters]]) => [name, { name, description, parameters: readArguments(parameters) }] as const);
  return { locale: DANISH, texts: danishGridTexts, builtIns: new Map(builtIns) };
}

/** Whether the workbook computes a function of this name. */
export function isComputed(name: string): boolean {
  return functions.has(name);
}

/** "tal1; [tal2]…": brackets around what can be left out, dots behind what is repeated. */
function readArguments(text: string): FunctionArgument[] {
  return text.split(';').map((part) => part.trim()).filter((part) => part !== '').map((part) => ({
    name: part.replace(/[[\]…]/g, ''), description: '', isOptional: part.startsWith('['), isRepeating: part.endsWith('…'),
  }));
}
