/** Where the add-in is served during development; the address in manifest.xml and in the functions' help links. */
export const DEFAULT_BASE_URL = 'https://localhost:3000';

/**
 * Where the built add-in will be served, from `--base-url URL` or RESERVE_BASE_URL; the development address without either.
 * Shape: without a trailing slash. Errors: throws when it is not an https address.
 */
export function chosenBaseUrl(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): string {
  const text = optionValue(args, '--base-url') ?? (environment['RESERVE_BASE_URL'] || DEFAULT_BASE_URL);
  if (!URL.canParse(text)) throw new Error(`The base URL "${text}" is not an address`);
  const url = new URL(text);
  if (url.protocol !== 'https:') throw new Error(`The base URL "${text}" must start with https://, because Excel loads add-ins over https only`);
  if (url.search !== '' || url.hash !== '' || url.username !== '') throw new Error(`The base URL "${text}" must be an origin and a folder, nothing more`);
  return url.href.replace(/\/+$/, '');
}

/** The value after an option ("--base-url URL" or "--base-url=URL"), undefined without it. */
export function optionValue(args: readonly string[], option: string): string | undefined {
  const joined = args.find((arg) => arg.startsWith(`${option}=`));
  if (joined !== undefined) return joined.slice(option.length + 1);
  const index = args.indexOf(option);
  return index < 0 ? undefined : args[index + 1];
}

/** The manifest with every address of the development server moved below another base URL. */
export function rebaseManifest(xml: string, baseUrl: string): string {
  const escaped = baseUrl.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return xml.replaceAll(`"${DEFAULT_BASE_URL}/`, () => `"${escaped}/`);
}
