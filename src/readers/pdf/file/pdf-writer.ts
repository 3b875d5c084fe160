/** The file of a PDF's objects, numbered from 1; the first is the catalogue. Shape: an object in parts, texts as `latinBytes` has them. */
export function writePdf(objects: readonly (readonly (string | Uint8Array)[])[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const write = (...parts: readonly (string | Uint8Array)[]): void => {
    for (const part of parts) {
      const bytes = typeof part === 'string' ? latinBytes(part) : part;
      chunks.push(bytes);
      length += bytes.length;
    }
  };
  write('%PDF-1.7\n');
  const offsets = objects.map((parts, index) => {
    const offset = length;
    write(`${index + 1} 0 obj\n`, ...parts, '\nendobj\n');
    return offset;
  });
  const table = length;
  write(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`, ...offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`));
  write(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** A text a byte a character; characters beyond Latin-1 become question marks. */
export function latinBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => (character.charCodeAt(0) < 0x100 ? character.charCodeAt(0) : 0x3f));
}
