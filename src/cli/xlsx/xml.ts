/** A text as XML content or attribute; characters that XML cannot hold were removed where cells are planned. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/\r/g, '&#13;');
}

/** A text as a spreadsheet string. Source: ECMA-376 part 1, 22.4.2.4: what reads like _x0041_ is an escape and is escaped itself. */
export function escapeSpreadsheetText(text: string): string {
  return escapeXml(text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_'));
}

/** The start of every part. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
