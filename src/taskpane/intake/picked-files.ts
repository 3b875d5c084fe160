import { type PickedFile } from '../state/pane-state';
import { type Failure } from '../../core/failure';

/** What the file chooser offers. */
export const ACCEPTED_FILES = '.pdf,.docx,.txt,.html,.htm,.csv,.tsv';

/** Larger files are not budget agreements; they would only fill the memory. */
const LIMIT_MEGABYTES = 100;
const MEGABYTE = 1024 * 1024;

/** The chosen files with their bytes, and why the others were refused. */
export async function readPickedFiles(files: readonly File[]): Promise<{ readonly picked: readonly PickedFile[]; readonly refused: readonly Failure[] }> {
  const picked: PickedFile[] = [];
  const refused: Failure[] = [];
  for (const file of files) {
    if (file.size > LIMIT_MEGABYTES * MEGABYTE) {
      refused.push({ code: 'too-large', name: file.name, limitMegabytes: LIMIT_MEGABYTES, sizeMegabytes: Math.ceil(file.size / MEGABYTE) });
      continue;
    }
    const bytes = await bytesOf(file);
    if (bytes === null) refused.push({ code: 'file-not-found', name: file.name });
    else picked.push({ name: file.name, bytes, origin: 'file' });
  }
  return { picked, refused };
}

/** A pasted text or table as a file. A copied table comes as HTML; its text alone would lose the columns. */
export function pastedFile(name: string, text: string, html: string | null): PickedFile {
  const isTable = html !== null && /<table[\s>]/i.test(html);
  const content = isTable ? html : text;
  const extension = isTable ? '.html' : isTabular(text) ? '.tsv' : '.txt';
  return { name: `${name}${extension}`, bytes: new TextEncoder().encode(content), origin: 'paste' };
}

function isTabular(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => line.includes('\t'));
}

/** The file's bytes; null when it vanished or is a folder. */
async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}
