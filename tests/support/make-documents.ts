import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireBrowser } from './find-browser';

/** The makers of test documents: each writes the same HTML in its own way. */
export type Maker = 'chromium-pdf' | 'libreoffice-pdf' | 'libreoffice-docx';

/** A document to be made: its name without ending, and its HTML source. */
export interface DocumentSource {
  readonly name: string;
  readonly html: string;
}

/** Makes documents with one maker and returns their bytes by name. Needs Chromium or LibreOffice on this machine. */
export function makeDocuments(sources: readonly DocumentSource[], maker: Maker): Map<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'reserve-documents-'));
  try {
    for (const { name, html } of sources) writeFileSync(join(folder, `${name}.html`), html);
    const names = sources.map(({ name }) => name);
    if (maker === 'chromium-pdf') for (const name of names) printWithChromium(folder, name);
    else convertWithLibreOffice(folder, names, maker === 'libreoffice-pdf' ? 'pdf:writer_web_pdf_Export' : 'docx:MS Word 2007 XML');
    const ending = maker === 'libreoffice-docx' ? 'docx' : 'pdf';
    return new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, `${name}.${ending}`)))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function printWithChromium(folder: string, name: string): void {
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const source = pathToFileURL(join(folder, `${name}.html`)).href;
  execFileSync(requireBrowser(), [...flags, `--user-data-dir=${join(folder, 'browser')}`, '--no-pdf-header-footer', `--print-to-pdf=${join(folder, `${name}.pdf`)}`, source], { stdio: 'ignore' });
}

function convertWithLibreOffice(folder: string, names: readonly string[], target: string): void {
  const profile = pathToFileURL(join(folder, 'office')).href;
  const sources = names.map((name) => join(folder, `${name}.html`));
  execFileSync('soffice', ['--headless', `-env:UserInstallation=${profile}`, '--convert-to', target, '--outdir', folder, ...sources], { stdio: 'ignore' });
}
