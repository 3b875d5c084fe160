/** A style sheet longer than this is not looked at, and no more of a rule. Units: characters. */
const MAX_SHEET = 500_000;
const MAX_RULE = 2000;
const STYLE_ELEMENT = /<style[\s>]/gi;
/** A selector of a class, with or without its element: ".mark", "span.mark". */
const CLASS_SELECTOR = /^([a-z][a-z\d]*)?\.([\w-]+)$/i;

/** What a document's own style sheets say of elements by their classes. Linear in the length of the text; rules within rules (media) are left out. */
export class StyleSheet {
  private readonly styles = new Map<string, string>();

  constructor(html: string) {
    STYLE_ELEMENT.lastIndex = 0;
    while (STYLE_ELEMENT.test(html)) {
      const from = html.indexOf('>', STYLE_ELEMENT.lastIndex - 1) + 1;
      const end = from === 0 ? -1 : html.indexOf('</', from);
      if (end < 0 || end - from > MAX_SHEET) break;
      this.addRules(html.slice(from, end));
      STYLE_ELEMENT.lastIndex = end;
    }
  }

  /** The declarations for an element of some classes, in front of its own. */
  styleOf(name: string, classes: string | undefined, own: string): string {
    if (classes === undefined || this.styles.size === 0) return own;
    const found = classes.trim().split(/\s+/).flatMap((one) => [this.styles.get(`.${one}`), this.styles.get(`${name}.${one}`)]);
    return [...found, own].filter((style) => style !== undefined && style !== '').join(';');
  }

  private addRules(sheet: string): void {
    let depth = 0;
    let selectorStart = 0;
    let bodyStart = 0;
    for (let at = 0; at < sheet.length; at += 1) {
      const sign = sheet.charAt(at);
      if (sign === '{') {
        depth += 1;
        if (depth === 1) bodyStart = at + 1;
      } else if (sign === '}') {
        depth -= 1;
        if (depth === 0) this.addRule(sheet.slice(selectorStart, bodyStart - 1), sheet.slice(bodyStart, at));
        if (depth <= 0) [depth, selectorStart] = [0, at + 1];
      }
    }
  }

  private addRule(selectors: string, body: string): void {
    if (selectors.length > MAX_RULE || body.length > MAX_RULE || body.includes('{')) return;
    for (const selector of selectors.replace(/<!--|\/\*[^]{0,500}?\*\//g, ' ').split(',')) {
      const [, element = '', name] = CLASS_SELECTOR.exec(selector.trim()) ?? [];
      if (name === undefined) continue;
      const key = `${element.toLowerCase()}.${name}`;
      this.styles.set(key, `${this.styles.get(key) ?? ''};${body}`.slice(-MAX_RULE));
    }
  }
}
