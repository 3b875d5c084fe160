/** A text as XML content or attribute; characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return allowed.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/\r/g, '&#13;');
}

/** A text as a spreadsheet string. Source: ECMA-376 part 1, 22.4.2.4: what reads like _x0041_ is an escape and is escaped itself. */
export function escapeSpreadsheetText(text: string): string {
  return escapeXml(text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_'));
}

/** Attributes of an element; those without a value are left out, flags are 1 and 0. */
export function attributes(values: Readonly<Record<string, string | number | boolean | null | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === null || value === undefined ? [] : [` ${name}="${typeof value === 'boolean' ? Number(value) : escapeXml(String(value))}"`]))
    .join('');
}

/** The start of every part. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const SHAPES = 'http://schemas.openxmlformats.org/drawingml/2006/main';
/** What marks attributes of later versions, and those of Excel 2016, which a reader may pass over. */
export const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
export const REVISION = 'http://schemas.microsoft.com/office/spreadsheetml/2014/revision';
export const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
