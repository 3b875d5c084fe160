import { SaxesParser } from 'saxes';

/** An element of a part. Shape: names without their namespace's prefix; `text` is the text directly in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** A document type could make a small file large, and no part of a workbook has one. */
export class HostileXml extends Error {}

/** The root element of a part. Errors: throws on text that is no XML, and on a document type. */
export function readXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open: XmlElement[] = [root];
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new HostileXml('A part of the workbook has a document type.');
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name: local(name), attributes: localNames(attributes as Record<string, string>), children: [], text: '' };
    open[open.length - 1]?.children.push(element);
    open.push(element);
  });
  const addText = (text: string): void => {
    const last = open[open.length - 1];
    if (last) last.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return root.children[0] ?? root;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Attributes without prefixes; of two with one local name the first stays, as of `id` and `r:id` only one is there. */
function localNames(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) if (!name.startsWith('xmlns')) found[local(name)] ??= value;
  return found;
}

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

export function children(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((candidate) => candidate.name === name) ?? [];
}

/** All elements of a name under an element, however deep. */
export function descendants(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.flatMap((inner) => (inner.name === name ? [inner, ...descendants(inner, name)] : descendants(inner, name))) ?? [];
}

/** Whether an attribute says yes; absent it is what the format takes for granted. */
export function isOn(value: string | undefined, otherwise = false): boolean {
  return value === undefined ? otherwise : value === '1' || value === 'true' || value === 'on';
}

/** A string of the format without its escapes. Source: ECMA-376 part 1, 22.4.2.4. */
export function unescapeText(text: string): string {
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}

/** The text of a string item: its own, or that of its runs; what is there for pronunciation is not text. */
export function stringText(item: XmlElement): string {
  const runs = item.children.flatMap((part) => (part.name === 't' ? [part.text] : part.name === 'r' ? children(part, 't').map(({ text }) => text) : []));
  return unescapeText(runs.join(''));
}
