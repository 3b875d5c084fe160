import { SaxesParser } from 'saxes';
import { DOCUMENT_LIMITS, LimitError } from '../document-limits';

/** What a part's markup is reported to. Element names are local names of Word's own namespace; others keep "prefix:name" as written. */
export interface MarkupHandler {
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text(text: string): void;
}

/** Word's own namespaces, transitional and strict. Source: ECMA-376. */
const WORD_NAMESPACES = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);

/** Markup that is not well-formed or that declares a document type. */
export class MarkupError extends Error {}

/** Reads a part's XML and reports it. Errors: throws MarkupError when it is not well-formed, or declares a document type or entities; LimitError when it nests too deeply. */
export function readMarkup(xml: string, handler: MarkupHandler): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let prefix = 'w:';
  let depth = 0;
  const localName = (name: string): string => (name.startsWith(prefix) ? name.slice(prefix.length) : name.includes(':') ? name : `:${name}`);
  parser.on('doctype', () => {
    throw new MarkupError('document type');
  });
  parser.on('error', (error) => {
    throw new MarkupError(error.message);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (depth === 0) prefix = wordPrefix(attributes) ?? prefix;
    depth += 1;
    if (depth > DOCUMENT_LIMITS.nesting) throw new LimitError('nesting');
    handler.open(localName(name), (attribute) => (Object.hasOwn(attributes, prefix + attribute) ? attributes[prefix + attribute] : undefined));
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handler.close(localName(name));
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  parser.write(xml).close();
}

function wordPrefix(attributes: Record<string, string>): string | null {
  for (const [name, value] of Object.entries(attributes)) {
    if (WORD_NAMESPACES.has(value)) return name === 'xmlns' ? '' : `${name.slice('xmlns:'.length)}:`;
  }
  return null;
}
