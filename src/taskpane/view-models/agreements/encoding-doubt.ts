import { type SourceText } from '../../state/source-text';

/** How many lines are enough to judge the letters by. */
const SAMPLE_LINES = 3;

/** Lines with letters that depend on the encoding, for a text whose bytes do not prove theirs; empty when there is no doubt. */
export function doubtfulLines(bytes: Uint8Array, source: SourceText): readonly string[] {
  if (source.format !== 'text' && source.format !== 'tsv') return [];
  if (hasByteOrderMark(bytes) || isUtf8(bytes)) return [];
  return source.lines
    .map(({ text }) => text.trim())
    .filter((text) => [...text].some((letter) => (letter.codePointAt(0) ?? 0) > 0x7f))
    .slice(0, SAMPLE_LINES);
}

function hasByteOrderMark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
