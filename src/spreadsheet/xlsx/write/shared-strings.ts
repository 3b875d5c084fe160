import { MAIN, XML_HEAD, escapeSpreadsheetText } from './xml';

/** The texts of a workbook, each once, by which its cells name them. */
export class SharedStrings {
  private readonly texts = new Map<string, number>();
  private uses = 0;

  indexOf(text: string): number {
    this.uses += 1;
    const known = this.texts.get(text) ?? this.texts.size;
    this.texts.set(text, known);
    return known;
  }

  /** The part xl/sharedStrings.xml. */
  toXml(): string {
    const items = [...this.texts.keys()].map((text) => `<si><t xml:space="preserve">${escapeSpreadsheetText(text)}</t></si>`);
    return `${XML_HEAD}<sst xmlns="${MAIN}" count="${this.uses}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}
