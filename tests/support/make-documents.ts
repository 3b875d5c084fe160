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
    for (const { name, html } of sources) writeFileSync(join(folder, `${name}.html`), withAttributes(html));
    const names = sources.map(({ name }) => name);
    if (maker === 'chromium-pdf') for (const name of names) printWithChromium(folder, name);
    else convertWithLibreOffice(folder, names.map((name) => `${name}.html`), 'docx:MS Word 2007 XML');
    if (maker === 'libreoffice-pdf') convertWithLibreOffice(folder, names.map((name) => `${name}.docx`), 'pdf:writer_pdf_Export');
    const ending = maker === 'libreoffice-docx' ? 'docx' : 'pdf';
    return new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, `${name}.${ending}`)))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** LibreOffice takes widths and alignment from attributes and not from style rules. Cells of running text stand at the top, all others at the bottom. */
function withAttributes(html: string): string {
  return html
    .replaceAll('<table>', '<table width="100%">')
    .replace(/(<tr><t[hd]) class="text"(?! style)/g, '$1 width="45%" class="text"')
    .replace(/<tr><td class="text" style="width:30%">([^<]*)<\/td><td class="text">/g, '<tr><td class="text" width="30%" valign="top">$1</td><td class="text" width="70%" valign="top">')
    .replace(/<(t[hd])\b([^>]*)>/g, (_, tag: string, rest: string) => `<${tag}${rest}${rest.includes('valign') ? '' : ' valign="bottom"'} align="${rest.includes('class="text"') ? 'left' : 'right'}">`);
}

function printWithChromium(folder: string, name: string): void {
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const source = pathToFileURL(join(folder, `${name}.html`)).href;
  execFileSync(requireBrowser(), [...flags, `--user-data-dir=${join(folder, 'browser')}`, '--no-pdf-header-footer', `--print-to-pdf=${join(folder, `${name}.pdf`)}`, source], { stdio: 'ignore' });
}

/** A PDF is made from the Word document, as an office would: LibreOffice's own way from HTML to PDF loses what stands before the first table. */
function convertWithLibreOffice(folder: string, files: readonly string[], target: string): void {
  const profile = pathToFileURL(join(folder, 'office')).href;
  const sources = files.map((file) => join(folder, file));
  execFileSync('soffice', ['--headless', `-env:UserInstallation=${profile}`, '--convert-to', target, '--outdir', folder, ...sources], { stdio: 'ignore' });
}
