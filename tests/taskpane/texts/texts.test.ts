import { textsDa } from '../../../src/taskpane/texts/texts.da';
import { textsEn } from '../../../src/taskpane/texts/texts.en';

/** Every text with its path; a function is called with arguments of its number, so that its text can be looked at. */
function flatten(value: unknown, path: string): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String((value as (...some: readonly unknown[]) => unknown)(...Array.from({ length: value.length }, () => 2)))]];
  return Object.entries(value as object).flatMap(([key, part]) => flatten(part, `${path}.${key}`));
}

const danish = flatten(textsDa, '');
const english = flatten(textsEn, '');

/** Texts that are the same in both languages. */
const SAME = new Set(['.product', '.views.import', '.start.version', '.selection.rowRoles.subtotal', '.encoding.names.utf-8', '.encoding.names.utf-16le', '.encoding.names.utf-16be']);

describe('texts', () => {
  it('have the same keys in both languages', () => {
    expect(danish.map(([path]) => path)).toEqual(english.map(([path]) => path));
    expect(danish.length).toBeGreaterThan(150);
  });

  it('are never empty', () => {
    expect([...danish, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('are translated', () => {
    const other = new Map(english);
    const same = danish.filter(([path, text]) => text === other.get(path) && /[a-zæøå]{4}/i.test(text) && !SAME.has(path)).map(([path]) => path);
    expect(same).toEqual([]);
  });

  it('inflect one and many', () => {
    expect(textsDa.preview.counts.initiatives(1)).toBe('1 initiativ');
    expect(textsDa.preview.counts.initiatives(1063)).toBe('1.063 initiativer');
    expect(textsEn.preview.counts.unread(1)).toBe('1 unread line');
    expect(textsEn.notices.insertedFindings(0)).toBe('All checked figures agree.');
  });
});
