import { descendants, findAll, findPath, type Element } from './element';
import { OFFICE_APP, type Shape } from './schema';

/** What the rest of the project says, for the checks that compare the manifest with it. */
export interface ManifestContext {
  /** Ids in the generated functions.json. */
  readonly functionIds: readonly string[];
  /** Ids passed to CustomFunctions.associate and to Office.actions.associate. */
  readonly associatedFunctions: readonly string[];
  readonly associatedActions: readonly string[];
  /** The pixel size of a PNG below the base URL ("assets/icons/x.png"), null when there is no such file. */
  readonly imageSize: (path: string) => { readonly width: number; readonly height: number } | null;
}

/** Something that is wrong, with the line of the manifest where it stands (0: nowhere in particular). */
export interface Problem {
  readonly check: string;
  readonly line: number;
  readonly message: string;
}

type Check = (root: Element, context: ManifestContext) => Omit<Problem, 'check'>[];

const LOCALE = 'da-DK';
const RESID_LENGTH = 32;
const ICON_SIZES = ['16', '32', '80'];
const REQUIREMENTS: Readonly<Record<string, string>> = { SharedRuntime: '1.1', CustomFunctionsRuntime: '1.3', ExcelApi: '1.12' };

/** Where the resources of each referring element stand. */
const RESOURCE_OF: Readonly<Record<string, string>> = {
  'bt:Image': 'bt:Images',
  SourceLocation: 'bt:Urls',
  LearnMoreUrl: 'bt:Urls',
  FunctionFile: 'bt:Urls',
  Runtime: 'bt:Urls',
  Namespace: 'bt:ShortStrings',
  Label: 'bt:ShortStrings',
  Title: 'bt:ShortStrings',
  ToolTip: 'bt:ShortStrings',
  Description: 'bt:LongStrings',
};

/** Every check by its name, in the order in which they are reported. */
export const CHECKS: Readonly<Record<string, Check>> = {
  order: (root) => (root.name === 'OfficeApp' ? orderProblems(root, OFFICE_APP) : [{ line: root.line, message: `the root is ${root.name}, not OfficeApp` }]),
  identity: identityProblems,
  resources: resourceProblems,
  translation: translationProblems,
  icons: iconProblems,
  urls: urlProblems,
  runtime: runtimeProblems,
  requirements: requirementProblems,
  lengths: lengthProblems,
  commands: commandProblems,
  functions: functionProblems,
};

/** Everything that is wrong with a manifest; empty when it is in order. */
export function checkManifest(root: Element, context: ManifestContext): Problem[] {
  return Object.entries(CHECKS).flatMap(([check, find]) => find(root, context).map((problem) => ({ check, ...problem })));
}

function orderProblems(element: Element, shape: Shape): Omit<Problem, 'check'>[] {
  const problems: Omit<Problem, 'check'>[] = [];
  for (const name of shape.attributes ?? []) {
    if (!element.attributes.get(name)) problems.push({ line: element.line, message: `<${element.name}> has no ${name}` });
  }
  const children = shape.children ?? [];
  let reached = 0;
  for (const child of element.children) {
    const index = children.findIndex(([name]) => name === child.name);
    const entry = children[index];
    if (entry === undefined) {
      problems.push({ line: child.line, message: `<${child.name}> does not belong in <${element.name}>` });
      continue;
    }
    if (index < reached) problems.push({ line: child.line, message: `<${child.name}> stands too late in <${element.name}>` });
    reached = Math.max(reached, index);
    problems.push(...orderProblems(child, entry[2]));
  }
  for (const [name, count] of children) {
    const found = element.children.filter((child) => child.name === name).length;
    if (found === 0 && (count === '1' || count === '+')) problems.push({ line: element.line, message: `<${element.name}> lacks <${name}>` });
    if (found > 1 && (count === '1' || count === '?')) problems.push({ line: element.line, message: `<${element.name}> has ${found} of <${name}>` });
  }
  return problems;
}

function identityProblems(root: Element): Omit<Problem, 'check'>[] {
  const expected: readonly (readonly [path: readonly string[], form: RegExp, what: string])[] = [
    [['Id'], /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i, 'a GUID'],
    [['Version'], /^\d+(\.\d+){1,3}$/, 'two to four numbers with points'],
    [['ProviderName'], /\S/, 'a name'],
    [['DefaultLocale'], /^en-US$/, 'en-US'],
    [['Permissions'], /^ReadWriteDocument$/, 'ReadWriteDocument, the least that Excel.run works with'],
  ];
  const problems = expected.flatMap(([path, form, what]) => {
    const element = findPath(root, ...path);
    return element !== undefined && !form.test(element.text) ? [{ line: element.line, message: `<${path.join('/')}> is "${element.text}", not ${what}` }] : [];
  });
  if (root.attributes.get('xsi:type') !== 'TaskPaneApp') problems.push({ line: root.line, message: 'xsi:type is not TaskPaneApp' });
  const hosts = findAll(root, 'Host').map((host) => host.attributes.get('Name') ?? host.attributes.get('xsi:type'));
  if (hosts.some((host) => host !== 'Workbook')) problems.push({ line: root.line, message: 'a host other than Workbook' });
  return problems;
}

function resourceProblems(root: Element): Omit<Problem, 'check'>[] {
  const problems: Omit<Problem, 'check'>[] = [];
  const kinds = new Map<string, string>();
  for (const group of findPath(root, 'VersionOverrides', 'Resources')?.children ?? []) {
    for (const resource of group.children) {
      const id = resource.attributes.get('id') ?? '';
      if (kinds.has(id)) problems.push({ line: resource.line, message: `the resource ${id} stands twice` });
      if (id.length > RESID_LENGTH) problems.push({ line: resource.line, message: `the id ${id} is longer than ${RESID_LENGTH} characters` });
      kinds.set(id, group.name);
    }
  }
  const used = new Set<string>();
  for (const element of descendants(root)) {
    const id = element.attributes.get('resid');
    if (id === undefined) continue;
    used.add(id);
    const kind = RESOURCE_OF[element.name];
    if (id.length > RESID_LENGTH) problems.push({ line: element.line, message: `resid ${id} is longer than ${RESID_LENGTH} characters` });
    if (!kinds.has(id)) problems.push({ line: element.line, message: `resid ${id} names no resource` });
    else if (kind !== undefined && kinds.get(id) !== kind) problems.push({ line: element.line, message: `resid ${id} of <${element.name}> is not one of ${kind}` });
  }
  for (const id of kinds.keys()) {
    if (!used.has(id)) problems.push({ line: 0, message: `the resource ${id} is used nowhere` });
  }
  return problems;
}

function translationProblems(root: Element): Omit<Problem, 'check'>[] {
  return descendants(root)
    .filter((element) => element.attributes.has('DefaultValue'))
    .flatMap((element) => {
      const name = element.attributes.get('id') ?? element.name;
      const danish = element.children.filter((child) => child.attributes.get('Locale') === LOCALE);
      if (danish.length !== 1) return [{ line: element.line, message: `${name} has ${danish.length} texts for ${LOCALE}, not one` }];
      return danish[0]?.attributes.get('Value')?.trim() ? [] : [{ line: element.line, message: `${name} has an empty text for ${LOCALE}` }];
    });
}

function iconProblems(root: Element, { imageSize }: ManifestContext): Omit<Problem, 'check'>[] {
  const problems: Omit<Problem, 'check'>[] = [];
  const base = baseOf(root);
  const sizeOf = new Map<string, string>();
  for (const icon of findAll(root, 'Icon')) {
    const sizes = icon.children.map((image) => image.attributes.get('size') ?? '');
    const missing = ICON_SIZES.filter((size) => !sizes.includes(size));
    if (missing.length > 0) problems.push({ line: icon.line, message: `the icon lacks ${missing.join(', ')} pixels` });
    for (const image of icon.children) sizeOf.set(image.attributes.get('resid') ?? '', image.attributes.get('size') ?? '');
  }
  const images = findAll(root, 'bt:Images').flatMap((group) => group.children);
  const wanted: (readonly [Element | undefined, string | undefined])[] = [
    ...images.map((image) => [image, sizeOf.get(image.attributes.get('id') ?? '')] as const),
    [findPath(root, 'IconUrl'), '32'],
    [findPath(root, 'HighResolutionIconUrl'), '64'],
  ];
  for (const [element, size] of wanted) {
    if (element === undefined || size === undefined) continue;
    for (const url of valuesOf(element)) {
      const found = imageSize(url.startsWith(base) ? url.slice(base.length) : url);
      if (found === null) problems.push({ line: element.line, message: `${url}: no such image` });
      else if (`${found.width}x${found.height}` !== `${size}x${size}`) problems.push({ line: element.line, message: `${url} has ${found.width}x${found.height} pixels, not ${size}x${size}` });
    }
  }
  return problems;
}

function urlProblems(root: Element): Omit<Problem, 'check'>[] {
  const problems: Omit<Problem, 'check'>[] = [];
  const base = baseOf(root);
  for (const element of urlElements(root)) {
    for (const url of valuesOf(element)) {
      if (!/^https:\/\/[^/]+\//.test(url)) problems.push({ line: element.line, message: `${url} is not an https address` });
      else if (!url.startsWith(base)) problems.push({ line: element.line, message: `${url} is not below ${base}` });
    }
  }
  for (const domains of findAll(root, 'AppDomains')) problems.push({ line: domains.line, message: 'no other domain is to be opened: <AppDomains> must go' });
  return problems;
}

function runtimeProblems(root: Element): Omit<Problem, 'check'>[] {
  const problems: Omit<Problem, 'check'>[] = findAll(root, 'TaskpaneId').map(({ line }) => ({ line, message: '<TaskpaneId> starts a second runtime' }));
  const runtimes = findAll(root, 'Runtime');
  const runtime = runtimes[0];
  if (runtime === undefined || runtimes.length > 1) return [...problems, { line: root.line, message: `${runtimes.length} runtimes, not one` }];
  if (runtime.attributes.get('lifetime') !== 'long') problems.push({ line: runtime.line, message: 'the runtime is not lifetime="long"' });
  const resid = runtime.attributes.get('resid');
  const pages = [...findAll(root, 'Page').flatMap((page) => page.children), ...findAll(root, 'FunctionFile')];
  if (pages.length < 2) problems.push({ line: runtime.line, message: '<Page> or <FunctionFile> is missing' });
  for (const page of pages) {
    if (page.attributes.get('resid') !== resid) problems.push({ line: page.line, message: `<${page.name}> is not the runtime's page ${resid ?? ''}` });
  }
  const start = findPath(root, 'DefaultSettings', 'SourceLocation');
  const url = findAll(root, 'bt:Url').find((one) => one.attributes.get('id') === resid);
  if (start !== undefined && url !== undefined && valuesOf(start).join() !== valuesOf(url).join()) {
    problems.push({ line: start.line, message: '<SourceLocation> of <DefaultSettings> is not the runtime\'s page' });
  }
  return problems;
}

function requirementProblems(root: Element): Omit<Problem, 'check'>[] {
  const sets = new Map(findAll(root, 'Set').map((set) => [set.attributes.get('Name') ?? '', set]));
  const problems: Omit<Problem, 'check'>[] = [];
  for (const [name, version] of Object.entries(REQUIREMENTS)) {
    const set = sets.get(name);
    if (set === undefined) problems.push({ line: root.line, message: `the requirement ${name} ${version} is missing` });
    else if (set.attributes.get('MinVersion') !== version) problems.push({ line: set.line, message: `${name} ${set.attributes.get('MinVersion') ?? ''}, not ${version}: newer members are asked for at run time` });
  }
  for (const [name, set] of [...sets, ...findAll(root, 'bt:Set').map((set) => [set.attributes.get('Name') ?? '', set] as const)]) {
    if (!Object.hasOwn(REQUIREMENTS, name)) problems.push({ line: set.line, message: `${name} is not to be required` });
  }
  return problems;
}

function lengthProblems(root: Element): Omit<Problem, 'check'>[] {
  const limited: readonly (readonly [Element[], number])[] = [
    [findAll(root, 'bt:ShortStrings').flatMap((group) => group.children), 125],
    [findAll(root, 'bt:LongStrings').flatMap((group) => group.children), 250],
    [root.children.filter(({ name }) => name === 'DisplayName'), 125],
    [root.children.filter(({ name }) => name === 'Description'), 250],
  ];
  return limited.flatMap(([elements, limit]) =>
    elements.flatMap((element) => valuesOf(element).flatMap((text) => (text.length > limit ? [{ line: element.line, message: `"${text}" is longer than ${limit} characters` }] : []))),
  );
}

function commandProblems(root: Element, { associatedActions }: ManifestContext): Omit<Problem, 'check'>[] {
  const controls = findAll(root, 'Control');
  const problems: Omit<Problem, 'check'>[] = [];
  const ids = [...findAll(root, 'Group'), ...controls].map((element) => element.attributes.get('id') ?? '');
  for (const id of repeated(ids)) problems.push({ line: 0, message: `the id ${id} stands twice` });
  if (controls.length > 5) problems.push({ line: controls[5]?.line ?? 0, message: 'six or more commands belong on a tab of their own' });
  for (const tab of findAll(root, 'OfficeTab')) {
    if (tab.attributes.get('id') !== 'TabHome') problems.push({ line: tab.line, message: 'the group is not on the Home tab' });
  }
  for (const action of findAll(root, 'Action')) {
    const name = findPath(action, 'FunctionName')?.text ?? '';
    if (action.attributes.get('xsi:type') !== 'ExecuteFunction' || name === '') problems.push({ line: action.line, message: 'a command must run a function' });
    else if (!associatedActions.includes(name)) problems.push({ line: action.line, message: `the source associates no action with ${name}` });
  }
  const named = findAll(root, 'FunctionName').map(({ text }) => text);
  for (const id of associatedActions) {
    if (!named.includes(id)) problems.push({ line: 0, message: `the action ${id} is associated in the source and used by no command` });
  }
  return problems;
}

function functionProblems(root: Element, { functionIds, associatedFunctions }: ManifestContext): Omit<Problem, 'check'>[] {
  const problems: Omit<Problem, 'check'>[] = [];
  if (functionIds.length === 0) problems.push({ line: 0, message: 'functions.json has no function' });
  for (const id of functionIds) {
    if (!associatedFunctions.includes(id)) problems.push({ line: 0, message: `the function ${id} of functions.json is associated with nothing in the source` });
  }
  for (const id of associatedFunctions) {
    if (!functionIds.includes(id)) problems.push({ line: 0, message: `the function ${id} is associated in the source and is not in functions.json` });
  }
  const resid = findAll(root, 'Namespace')[0]?.attributes.get('resid');
  const namespace = findAll(root, 'bt:String').find((text) => text.attributes.get('id') === resid);
  if (namespace !== undefined) {
    const names = valuesOf(namespace);
    if (names.some((name) => !/^[A-Z][A-Z0-9]{0,31}$/.test(name))) problems.push({ line: namespace.line, message: 'the namespace is not in capital letters and digits' });
    if (new Set(names).size > 1) problems.push({ line: namespace.line, message: 'the namespace differs between languages, which breaks formulas in shared workbooks' });
  }
  return problems;
}

function urlElements(root: Element): Element[] {
  const names = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'bt:Url'];
  const located = descendants(root).filter(({ name, attributes }) => names.includes(name) || (name === 'SourceLocation' && attributes.has('DefaultValue')));
  return [...located, ...findAll(root, 'bt:Images').flatMap((group) => group.children)];
}

/** The folder that the add-in is served from: that of its page, with the closing slash. */
function baseOf(root: Element): string {
  return findPath(root, 'DefaultSettings', 'SourceLocation')?.attributes.get('DefaultValue')?.replace(/[^/]*$/, '') ?? '';
}

/** The default text or address and those for other languages. */
function valuesOf(element: Element): string[] {
  return [element.attributes.get('DefaultValue') ?? '', ...element.children.map((child) => child.attributes.get('Value') ?? '')];
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
