import { createHash } from 'node:crypto';
import { type Agreement } from '../../core/budget/agreement';
import { type Failure } from '../../core/failure';
import { ADDIN_VERSION } from '../../core/import-store/addin-version';
import { type Language } from '../../core/money/danish-number';
import { type Answer, type CommandCall, type ExitCode, type RunningAnswerers, type Terminal } from '../command';
import { FILES_AHEAD, inOrder } from '../in-order';
import { failureLine } from '../read-agreement';
import { systemCode } from '../system-error';
import { ArchiveFolder, ArchiveRefusal } from './archive-folder';
import { archiveRows } from './archive-rows';
import { type ArchivedDocument } from './archive-schema';

/** How the files of a call came out. */
interface Counts {
  exported: number;
  known: number;
  failed: number;
}

/** What a thread answers for one document: its rows. */
export function answerExport(agreement: Agreement): Answer {
  return { json: () => archiveRows(agreement, new Date().toISOString()), text: () => '', exitCode: 0 };
}

/** `reserve export FILE... --out FOLDER`: documents, figures, checks and causes as Parquet files. A document that the archive has already is left as it is. */
export async function runExport(call: CommandCall, terminal: Terminal): Promise<ExitCode> {
  const { out, language } = call;
  if (out === null) {
    terminal.writeError(`reserve: ${{ da: 'export mangler --out MAPPE', en: 'export needs --out FOLDER' }[language]}`);
    return 2;
  }
  const counts: Counts = { exported: 0, known: 0, failed: 0 };
  try {
    await exportAll(call, await ArchiveFolder.open(out, `reserve ${ADDIN_VERSION}`), terminal, counts);
  } catch (error) {
    terminal.writeError(`reserve: ${refusalText(error, out, language)}`);
    return 2;
  }
  await terminal.writeOutput(call.form === 'text' ? `${summaryText(counts, out, language)}\n` : `${JSON.stringify({ out, ...counts })}\n`);
  return counts.failed > 0 ? 2 : 0;
}

async function exportAll(call: CommandCall, archive: ArchiveFolder, terminal: Terminal, counts: Counts): Promise<void> {
  const begun = new Set<string>();
  const answerers = terminal.startAnswerers('export', { ...call, form: 'ndjson' });
  try {
    for await (const { failure, refusal } of inOrder(call.files, answerers.atATime * FILES_AHEAD, (path) => exported(path, { archive, answerers, terminal, begun, counts }))) {
      if (refusal !== undefined) throw refusal;
      if (failure === undefined) continue;
      counts.failed += 1;
      terminal.writeError(`reserve: ${failureLine(failure, call.language)}`);
    }
  } finally {
    await answerers.close();
  }
  await archive.settle();
}

/** What the files of a call share. Shape: `begun` are the hashes of the documents that are being read. */
interface Exporting {
  readonly archive: ArchiveFolder;
  readonly answerers: RunningAnswerers;
  readonly terminal: Terminal;
  readonly begun: Set<string>;
  readonly counts: Counts;
}

/** How the export of one file ended. Shape: `failure` where it cannot be read; `refusal` where the archive cannot be written, which ends the run. */
interface Exported {
  readonly failure?: Failure;
  readonly refusal?: unknown;
}

/** Exports one file; work that was begun ahead of a refusal ends in peace. */
async function exported(path: string, exporting: Exporting): Promise<Exported> {
  try {
    const failure = await exportFile(path, exporting);
    return failure === null ? {} : { failure };
  } catch (refusal) {
    return { refusal };
  }
}

/** Takes one file into the archive, unless it is there already; the failure where it cannot be read. */
async function exportFile(path: string, { archive, answerers, terminal, begun, counts }: Exporting): Promise<Failure | null> {
  const sha256 = await hashOf(path, terminal);
  if (sha256 !== null && (begun.has(sha256) || (await archive.has(sha256, ADDIN_VERSION)))) {
    counts.known += 1;
    return null;
  }
  if (sha256 !== null) begun.add(sha256);
  const answer = await answerers.answer(path, []);
  if (!answer.ok) return answer.failure;
  const { text } = answer.value;
  await archive.add(sha256 !== null && text.includes(sha256) ? sha256 : (JSON.parse(text) as ArchivedDocument).sha256, text);
  counts.exported += 1;
  return null;
}

/** The hash of a file; null where it cannot be read, which its reader says. */
async function hashOf(path: string, { readFile }: Terminal): Promise<string | null> {
  try {
    return createHash('sha256').update(await readFile(path)).digest('hex');
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return null;
  }
}

function summaryText({ exported, known, failed }: Counts, out: string, language: Language): string {
  const parts =
    language === 'da'
      ? [`${exported} ${exported === 1 ? 'dokument' : 'dokumenter'} skrevet til ${out}`, ...(known > 0 ? [`${known} stod der i forvejen`] : []), ...(failed > 0 ? [`${failed} kunne ikke læses`] : [])]
      : [`${exported} ${exported === 1 ? 'document' : 'documents'} written to ${out}`, ...(known > 0 ? [`${known} were there already`] : []), ...(failed > 0 ? [`${failed} could not be read`] : [])];
  return parts.join('; ');
}

/** Why the archive could not be written, and what became of it. Errors: rethrows what is no refusal of ours or of the system. */
function refusalText(error: unknown, out: string, language: Language): string {
  if (error instanceof ArchiveRefusal) {
    return {
      'not-ours': { da: `${out} er ikke et arkiv fra Reserve, og der ligger andet i mappen. Vælg en tom mappe.`, en: `${out} is no archive of Reserve, and other things are in the folder. Choose an empty one.` },
      newer: { da: `${out} er skrevet af en anden version af Reserve og blev ikke ændret.`, en: `${out} was written by another version of Reserve and was not changed.` },
      damaged: { da: `${error.path} er beskadiget. Slet filen, og kør eksporten igen; resten af arkivet er, som det var.`, en: `${error.path} is damaged. Delete the file and run the export again; the rest of the archive is as it was.` },
      busy: { da: `en anden eksport arbejder på ${out}; de dokumenter, der blev læst, tages med næste gang.`, en: `another export is at work on ${out}; the documents that were read are taken in next time.` },
    }[error.reason][language];
  }
  const code = systemCode(error);
  if (code === null) throw error;
  return { da: `${out} kan ikke skrives (${code}); det, der stod der, er, som det var. Kør eksporten igen, så fortsætter den.`, en: `${out} cannot be written (${code}); what was there is as it was. Run the export again, and it goes on.` }[language];
}
