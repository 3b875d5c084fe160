/** Markup that is already safe. */
export interface Markup {
  readonly markup: string;
}

/** Markup from a template: whatever is put in is text and escaped, unless it is markup itself; lists are joined. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | number | Markup | readonly Markup[])[]): Markup {
  return { markup: parts.map((part, index) => `${part}${index < values.length ? render(values[index] ?? '') : ''}`).join('') };
}

function render(value: string | number | Markup | readonly Markup[]): string {
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
}

/** A text as markup prints it. Control signs that XML and HTML have no place for are left out. */
export function escapeText(text: string): string {
  return text.replace(CONTROLS, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
