/** A piece of HTML. Names are in lower case. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly isClosed: boolean }
  | { readonly kind: 'close'; readonly name: string };

/** Elements whose content is no text of the document. */
const DROPPED = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'iframe', 'object', 'svg', 'math', 'select', 'textarea', 'button', 'audio', 'video', 'canvas', 'xml']);

/** What named references stand for: those of Danish text, of punctuation and of figures. Source: the HTML standard's list. */
const NAMED = new Map(
  Object.entries({
    amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0', shy: '\u00AD',
    aelig: 'æ', AElig: 'Æ', oslash: 'ø', Oslash: 'Ø', aring: 'å', Aring: 'Å', eacute: 'é', Eacute: 'É', egrave: 'è', agrave: 'à', ouml: 'ö', Ouml: 'Ö',
    auml: 'ä', Auml: 'Ä', uuml: 'ü', Uuml: 'Ü', ccedil: 'ç', ecirc: 'ê', acirc: 'â', ocirc: 'ô', szlig: 'ß', eth: 'ð', ETH: 'Ð', thorn: 'þ', THORN: 'Þ',
    ndash: '–', mdash: '—', minus: '−', hyphen: '\u2010', hellip: '…', bull: '•', middot: '·', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„',
    laquo: '«', raquo: '»', sup1: '¹', sup2: '²', sup3: '³', frac12: '½', frac14: '¼', frac34: '¾', plusmn: '±', times: '×', sect: '§', para: '¶', deg: '°',
    euro: '€', pound: '£', cent: '¢', copy: '©', reg: '®', trade: '™', dagger: '†', Dagger: '‡', permil: '‰', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009',
    zwnj: '\u200C', zwj: '\u200D',
  }),
);

/** What browsers make of numeric references to Windows-1252's upper controls. Source: the HTML standard, numeric character reference end state. */
const WINDOWS_1252 = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ';

/**
 * The tokens of HTML as browsers and offices put it on the clipboard. Never fails: what is malformed is read as far as it makes sense.
 * Comments, declarations and the content of scripts and styles are left out.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      yield { kind: 'text', text: decodeReferences(html.slice(at)) };
      return;
    }
    if (open > at) yield { kind: 'text', text: decodeReferences(html.slice(at, open)) };
    if (html.startsWith('<!--', open)) {
      at = afterNext(html, '-->', open + 4);
    } else if (/[!?]/.test(html.charAt(open + 1))) {
      at = afterNext(html, '>', open);
    } else if (/^<\/?[a-z]/i.test(html.slice(open, open + 3))) {
      const end = tagEnd(html, open);
      const token = readTag(html.slice(open, end));
      at = end;
      if (token.kind === 'open' && DROPPED.has(token.name) && !token.isClosed) at = afterElement(html, token.name, end);
      else yield token;
    } else {
      yield { kind: 'text', text: '<' };
      at = open + 1;
    }
  }
}

/** Text with its character references decoded. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]\w*));?/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    return characterOf(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
  });
}

function characterOf(code: number): string {
  if (code >= 0x80 && code < 0xa0) return WINDOWS_1252.charAt(code - 0x80);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return '\uFFFD';
  return String.fromCodePoint(code);
}

/** Where a tag ends: at the first ">" that stands in no quotation marks. */
function tagEnd(html: string, open: number): number {
  let quote = '';
  for (let at = open + 1; at < html.length; at += 1) {
    const sign = html.charAt(at);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if ((sign === '"' || sign === "'") && /[=\s]/.test(html.charAt(at - 1))) {
      quote = sign;
    } else if (sign === '>') {
      return at + 1;
    }
  }
  return html.length;
}

const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/g;

function readTag(tag: string): HtmlToken {
  const match = /^<(\/?)([a-z][^\s/>]*)/i.exec(tag);
  const name = (match?.[2] ?? '').toLowerCase();
  if (match?.[1] === '/') return { kind: 'close', name };
  const attributes = new Map<string, string>();
  const rest = tag.slice((match?.[0] ?? '').length, tag.endsWith('>') ? -1 : undefined);
  for (const [, key = '', double, single, bare] of rest.matchAll(ATTRIBUTE)) {
    attributes.set(key.toLowerCase(), decodeReferences(double ?? single ?? bare ?? ''));
  }
  return { kind: 'open', name, attributes, isClosed: tag.endsWith('/>') };
}

function afterNext(html: string, text: string, from: number): number {
  const found = html.indexOf(text, from);
  return found < 0 ? html.length : found + text.length;
}

function afterElement(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}\\b[^>]*>`, 'gi');
  close.lastIndex = from;
  const match = close.exec(html);
  return match === null ? (name === 'head' ? from : html.length) : match.index + match[0].length;
}
