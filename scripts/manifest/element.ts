import { SaxesParser } from 'saxes';

/** An element of the manifest. Shape: `name` with the usual prefix of its namespace ("bt:Image", "Host"); `line` is 1-based. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  readonly text: string;
  readonly line: number;
}

const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.microsoft.com/office/appforoffice/1.1': '',
  'http://schemas.microsoft.com/office/taskpaneappversionoverrides': '',
  'http://schemas.microsoft.com/office/officeappbasictypes/1.0': 'bt:',
  'http://www.w3.org/2001/XMLSchema-instance': 'xsi:',
};

interface OpenElement extends Element {
  readonly children: Element[];
  text: string;
}

/** The manifest's root element. Errors: throws the parser's message with its place when the text is not well-formed XML. */
export function parseManifest(xml: string): Element {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: OpenElement[] = [];
  let root: Element | null = null;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error(`${parser.line}: a manifest has no document type`);
  });
  parser.on('opentag', (tag) => {
    const attributes = new Map(Object.values(tag.attributes).map(({ local, uri, value }) => [(PREFIXES[uri] ?? '') + local, value]));
    const element: OpenElement = { name: (PREFIXES[tag.uri] ?? `{${tag.uri}}`) + tag.local, attributes, children: [], text: '', line: parser.line };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  if (root === null) throw new Error('The manifest is empty');
  return root;
}

/** An element and everything under it, in document order. */
export function descendants(element: Element): Element[] {
  return [element, ...element.children.flatMap(descendants)];
}

/** All elements of a name under (and including) an element. */
export function findAll(element: Element, name: string): Element[] {
  return descendants(element).filter((one) => one.name === name);
}

/** The element at a path of child names, undefined when there is none. */
export function findPath(element: Element, ...names: readonly string[]): Element | undefined {
  return names.reduce<Element | undefined>((at, name) => at?.children.find((child) => child.name === name), element);
}
