import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { DEFAULT_BASE_URL } from './base-url';
import { PROJECT_FOLDER } from './run-step';

/** A custom function as Excel reads it from functions.json. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly options?: Readonly<Record<string, boolean>>;
  readonly parameters: readonly { readonly name: string; readonly description?: string; readonly type: string; readonly optional?: boolean }[];
}

/** Values that Excel offers for a parameter. */
export interface EnumMetadata {
  readonly id: string;
  readonly values: readonly { readonly name: string; readonly stringValue?: string; readonly tooltip?: string }[];
}

interface Metadata {
  readonly functions: readonly FunctionMetadata[];
  readonly enums?: readonly EnumMetadata[];
}

/** The Danish texts of src/functions/functions.da.json. Shape: by function id, and parameters by their English name, in order; by enum id, and values by their name. */
export interface FunctionTexts {
  readonly functions: Readonly<
    Record<string, { readonly description: string; readonly parameters: Readonly<Record<string, { readonly name: string; readonly description: string }>> }>
  >;
  readonly enums: Readonly<Record<string, Readonly<Record<string, { readonly value: string; readonly description: string }>>>>;
}

const SOURCE = join(PROJECT_FOLDER, 'src', 'functions', 'functions.ts');
const DANISH = join(PROJECT_FOLDER, 'src', 'functions', 'functions.da.json');
const LARGEST_BYTES = 1_000_000;

/**
 * How Excel hands over cells of any type: a figure with a card as its plain number, an error as a value, so that one in a range does not silence the function.
 * Source: the options of custom functions' metadata; the generator allows custom data by itself.
 */
const ARGUMENT_SETTINGS = { allowCustomDataForDataTypeAny: false, allowErrorForDataTypeAny: true };

/** What keeps the functions from being answered at once from memory. */
const FORBIDDEN_OPTIONS = ['volatile', 'stream', 'cancelable'];

/**
 * The text of functions.json, made from the JSDoc of the source: one name in all languages, descriptions in English.
 * Errors: throws with everything that is wrong in the JSDoc.
 */
export async function generateFunctionsMetadata(baseUrl: string = DEFAULT_BASE_URL, source: string = SOURCE): Promise<string> {
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(source);
  if (errors.length > 0) throw new Error(`Custom functions: ${errors.join('; ')}`);
  if (metadataJson === '') throw new Error(`Custom functions: none in ${source}`);
  const text = JSON.stringify({ ...(JSON.parse(metadataJson.replaceAll(DEFAULT_BASE_URL, baseUrl)) as Metadata), ...ARGUMENT_SETTINGS }, null, 2);
  const problems = metadataProblems(JSON.parse(text) as Metadata, baseUrl);
  if (Buffer.byteLength(text) > LARGEST_BYTES) problems.push(`more than ${LARGEST_BYTES} bytes`);
  if (problems.length > 0) throw new Error(`Custom functions: ${problems.join('; ')}`);
  return text;
}

/** The same with Danish descriptions and parameter names: the manifest's functions.json for da-DK. */
export async function generateDanishFunctionsMetadata(baseUrl: string = DEFAULT_BASE_URL): Promise<string> {
  const metadata = JSON.parse(await generateFunctionsMetadata(baseUrl)) as Metadata;
  const texts = JSON.parse(await readFile(DANISH, 'utf8')) as FunctionTexts;
  return JSON.stringify(translateMetadata(metadata, texts), null, 2);
}

/** The metadata with Danish texts and help; ids and names stay. Errors: throws when a text is missing or belongs to nothing. */
export function translateMetadata<T extends Metadata>(metadata: T, texts: FunctionTexts): T {
  const unknown = Object.keys(texts.functions).filter((id) => !metadata.functions.some((one) => one.id === id));
  if (unknown.length > 0) throw new Error(`Danish texts for functions that do not exist: ${unknown.join(', ')}`);
  const functions = metadata.functions.map((one) => {
    const text = texts.functions[one.id];
    if (!text?.description) throw new Error(`No Danish description of ${one.id}`);
    const extra = Object.keys(text.parameters).filter((name) => !one.parameters.some((parameter) => parameter.name === name));
    if (extra.length > 0) throw new Error(`Danish texts for parameters that ${one.id} does not have: ${extra.join(', ')}`);
    const parameters = one.parameters.map((parameter) => {
      const danish = text.parameters[parameter.name];
      if (!danish?.name || !danish.description) throw new Error(`No Danish text for ${parameter.name} of ${one.id}`);
      return { ...parameter, name: danish.name, description: danish.description };
    });
    return { ...one, description: text.description, ...danishHelp(one.helpUrl), parameters };
  });
  return { ...metadata, functions, ...(metadata.enums === undefined ? {} : { enums: translateEnums(metadata.enums, texts.enums) }) };
}

/** The values that Excel offers, as a Danish reader writes them; the functions understand both. */
function translateEnums(enums: readonly EnumMetadata[], texts: FunctionTexts['enums']): EnumMetadata[] {
  const unknown = Object.keys(texts).filter((id) => !enums.some((one) => one.id === id));
  if (unknown.length > 0) throw new Error(`Danish texts for enums that do not exist: ${unknown.join(', ')}`);
  return enums.map((one) => {
    const values = one.values.map((value) => {
      const danish = texts[one.id]?.[value.name];
      if (!danish?.value || !danish.description) throw new Error(`No Danish text for ${value.name} of ${one.id}`);
      return { ...value, stringValue: danish.value, tooltip: danish.description };
    });
    return { ...one, values };
  });
}

/** The Danish help page stands beside the English one ("total.html", "total.da.html"). */
function danishHelp(url: string | undefined): { readonly helpUrl?: string } {
  return url === undefined ? {} : { helpUrl: url.replace(/\.html$/, '.da.html') };
}

/** What would make Excel refuse the functions, or leave the user without an explanation. */
export function metadataProblems({ functions }: Metadata, baseUrl: string): string[] {
  return functions.flatMap((one) => {
    const problems: string[] = [];
    if (!/^[A-Z][A-Z0-9_.]{2,}$/.test(one.id)) problems.push(`${one.id} is not an id in capital letters`);
    if (one.name !== one.id) problems.push(`${one.id} has another name (${one.name}): localised names break inserted formulas`);
    if (!one.description) problems.push(`${one.id} has no description`);
    if (!one.helpUrl?.startsWith(`${baseUrl}/`)) problems.push(`${one.id} has no @helpurl below ${baseUrl}`);
    for (const option of FORBIDDEN_OPTIONS) {
      if (one.options?.[option]) problems.push(`${one.id} is ${option}`);
    }
    one.parameters.forEach((parameter, index) => {
      if (!parameter.description) problems.push(`${parameter.name} of ${one.id} has no description`);
      if (!parameter.optional && one.parameters.slice(0, index).some((before) => before.optional)) problems.push(`${parameter.name} of ${one.id} is required after an optional one`);
    });
    return problems;
  });
}
