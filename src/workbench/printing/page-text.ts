/** What the codes of a header or footer stand for besides page numbers. */
export interface PageFacts {
  readonly workbook: string;
  readonly sheet: string;
  readonly date: string;
  readonly time: string;
}

/**
 * The text of a header or footer as the content of a page's margin in CSS. Looks (fonts, sizes, bold) are left out.
 * Source: ECMA-376 part 1, 18.3.1.46: "&P" is the page, "&N" the number of pages, "&A" the sheet, "&F" the file, "&D" and "&T" date and time.
 */
export function pageContent(text: string, { workbook, sheet, date, time }: PageFacts): string {
  const known: Readonly<Record<string, string>> = { P: 'counter(page)', N: 'counter(pages)', A: quoted(sheet), F: quoted(workbook), D: quoted(date), T: quoted(time), '&': quoted('&') };
  const parts = text.split(/&("[^"]*"|K[0-9A-Fa-f]{6}|\d+|[A-Za-z&])/);
  const content = parts.flatMap((part, index) => (index % 2 === 0 ? (part === '' ? [] : [quoted(part)]) : (known[part.toUpperCase()] ?? [])));
  return content.length === 0 ? 'none' : content.join(' ');
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"<]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `).replace(/\r?\n/g, '\\a ')}"`;
}
