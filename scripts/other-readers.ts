import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { lineToRow, type ReadRow } from './cells-right';

/** The lines of text that bare pdf.js gives page by page, or null when it cannot open the file. */
export async function readBare(bytes: Uint8Array): Promise<{ readonly pages: number; readonly lines: readonly string[] } | null> {
  const task = pdfjs.getDocument({ data: bytes.slice(), useSystemFonts: false, disableFontFace: true, verbosity: 0 });
  try {
    const document = await task.promise;
    const lines: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: true });
      let line = '';
      for (const item of items) {
        if (!('str' in item)) continue;
        line += item.str;
        if (!item.hasEOL) continue;
        lines.push(line);
        line = '';
      }
      lines.push(line);
      page.cleanup();
    }
    return { pages: document.numPages, lines };
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  } finally {
    await task.destroy();
  }
}

/** A program that reads PDFs, if it is on this machine. */
export interface OtherReader {
  readonly name: string;
  /** How to get it; null when it is here. */
  readonly missing: string | null;
  read(file: string): readonly ReadRow[];
}

/** Poppler's text with the layout kept. */
export const pdftotext: OtherReader = {
  name: 'pdftotext -layout',
  missing: runs('pdftotext', ['-v']) ? null : 'apt-get install poppler-utils',
  read: (file) => rowsOfLines(execFileSync('pdftotext', ['-layout', file, '-'], { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }).toString().split('\n')),
};

/** Tabula, the table extractor, in Java: no dependency of the product; TABULA_JAR says where it is. */
export const tabula: OtherReader = {
  name: 'tabula',
  missing: tabulaMissing(),
  read(file) {
    const output = execFileSync('java', ['-jar', process.env['TABULA_JAR'] ?? '', '-p', 'all', '-f', 'JSON', file], { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }).toString();
    const tables = JSON.parse(output) as { readonly data: readonly (readonly { readonly text: string }[])[] }[];
    return rowsOfLines(tables.flatMap(({ data }) => data.map((row) => row.map(({ text }) => text.replace(/\s+/g, ' ')).join(' '))));
  },
};

/** The rows that printed lines are. */
export function rowsOfLines(lines: readonly string[]): ReadRow[] {
  return lines.flatMap((line) => lineToRow(line) ?? []);
}

function tabulaMissing(): string | null {
  if (!runs('java', ['-version'])) return 'apt-get install default-jre-headless';
  const jar = process.env['TABULA_JAR'];
  return jar !== undefined && existsSync(jar) ? null : 'npm install --prefix FOLDER @krakz999/tabula-node, then TABULA_JAR=FOLDER/node_modules/@krakz999/tabula-node/dist/lib/tabula-1.0.5-with-dependencies.jar';
}

function runs(program: string, parameters: readonly string[]): boolean {
  try {
    execFileSync(program, parameters, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
