import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { type Agreement } from '../../core/budget/agreement';
import { CATALOGUE_VERSION, catalogueId, toCatalogueAgreement, type CatalogueFile, type CatalogueIndex, type CatalogueIndexEntry } from '../../core/catalogue/catalogue-file';
import { isText } from '../../core/catalogue/schema';
import { type CommandCall, type ExitCode, type Terminal } from '../command';
import { distinctAgreements, readAgreements } from '../read-agreement';
import { writeFiles } from '../write-files';

/** A file of a catalogue folder. */
export interface WrittenFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The files of a catalogue folder: `index.json` and one file per agreement, names and figures only.
 * Shape: of a document given twice, one file; the same agreements give the same bytes.
 */
export function catalogueFiles(agreements: readonly Agreement[]): readonly WrittenFile[] {
  const distinct = distinctAgreements(agreements);
  const entries: CatalogueIndexEntry[] = [];
  const files = distinct.map((agreement): WrittenFile => {
    const title = agreement.title ?? basename(agreement.document.name).replace(/\.[^.]*$/, '');
    const id = catalogueId(title, agreement.document.sha256);
    const content: CatalogueFile = { format: 'reserve-agreement', version: CATALOGUE_VERSION, agreement: toCatalogueAgreement(agreement) };
    const text = `${JSON.stringify(content)}\n`;
    entries.push({
      id,
      file: `${id}.json`,
      title,
      layout: agreement.document.layout,
      documentName: agreement.document.name,
      documentSha256: agreement.document.sha256,
      priceLevel: agreement.priceLevel,
      unit: agreement.unit,
      years: agreement.years,
      initiatives: agreement.initiatives.length,
      sha256: createHash('sha256').update(text).digest('hex'),
    });
    return { name: `${id}.json`, text };
  });
  const index: CatalogueIndex = { format: 'reserve-catalogue', version: CATALOGUE_VERSION, agreements: entries };
  return [...files, { name: 'index.json', text: `${JSON.stringify(index, null, 2)}\n` }];
}

/** `reserve catalogue FILE... --out FOLDER`: a folder for a static host. A file that cannot be read stops it before anything is written. */
export async function runCatalogue(call: CommandCall, terminal: Terminal): Promise<ExitCode> {
  if (call.out === null) {
    terminal.writeError(`reserve: ${{ da: 'catalogue mangler --out MAPPE', en: 'catalogue needs --out FOLDER' }[call.language]}`);
    return 2;
  }
  const titles = await readTitles(call, terminal);
  if (titles === null) {
    terminal.writeError(`reserve: ${{ da: `${call.titles} er ikke en JSON-fil med titler`, en: `${call.titles} is not a JSON file of titles` }[call.language]}`);
    return 2;
  }
  const read = await readAgreements(call, terminal);
  if (read === null) return 2;
  const agreements = read.map((agreement) => ({ ...agreement, title: agreement.title ?? titles.get(agreement.document.name) ?? null }));
  const files = catalogueFiles(agreements);
  const { out } = call;
  if (!(await writeFiles(files.map(({ name, text }) => ({ path: join(out, name), bytes: new TextEncoder().encode(text) })), call, terminal))) return 2;
  const count = files.length - 1;
  terminal.writeOutput(`${{ da: `${count} ${count === 1 ? 'aftale' : 'aftaler'} i ${call.out}`, en: `${count} ${count === 1 ? 'agreement' : 'agreements'} in ${call.out}` }[call.language]}\n`);
  return 0;
}

/** The titles given for documents that print none, by document name; null when the file is not what it should be. */
async function readTitles(call: CommandCall, terminal: Terminal): Promise<ReadonlyMap<string, string> | null> {
  if (call.titles === null) return new Map();
  try {
    const titles: unknown = JSON.parse(new TextDecoder().decode(await terminal.readFile(call.titles)));
    const entries = typeof titles === 'object' && titles !== null ? Object.entries(titles) : [];
    return entries.every((entry): entry is [string, string] => isText(entry[1])) ? new Map(entries) : null;
  } catch {
    return null;
  }
}
