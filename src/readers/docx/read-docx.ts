import { type DocumentText, type TextLine } from '../../core/extraction/lines/document-text';
import { fail, succeed, type Failure, type Result } from '../../core/failure';
import { linesOfBlocks, type Block } from '../blocks';
import { type DocumentFile } from '../document-file';
import { Archive, ArchiveError } from './archive';
import { readBody, readNotes, type BodyParts, type NoteMarks } from './body';
import { MarkupError } from './markup';
import { Numbering } from './numbering';
import { Styles } from './styles';
import { limited, withinLimits } from '../document-limits';
import { sha256Hex } from '../text';

/** Larger files are refused before they are opened. */
const MAX_MEGABYTES = 100;

/** The main part, unless the package says that it lies elsewhere. */
const MAIN_PART = 'word/document.xml';

/**
 * The lines of a Word document: one for every paragraph and every table row, with automatic numbers, tracked changes accepted, notes at the end.
 * Errors: 'empty-file', 'too-large', 'damaged-file' (archive, checksum or markup), 'unsupported-format' for an archive that is no Word document
 * or that a password protects.
 */
export async function readDocx(file: DocumentFile): Promise<Result<DocumentText>> {
  const { name, bytes } = file;
  if (bytes.length > MAX_MEGABYTES * 1_000_000) return fail({ code: 'too-large', name, limitMegabytes: MAX_MEGABYTES });
  return withinLimits(name, async () => {
    const lines = readLines(file);
    if (!lines.ok) return lines;
    if (lines.value.length === 0) return fail({ code: 'empty-file', name });
    return limited({ name, sha256: await sha256Hex(bytes), format: 'docx', pages: null, lines: lines.value, unreadablePages: [], isPartlyRead: false });
  });
}

function readLines({ name, bytes }: DocumentFile): Result<TextLine[]> {
  try {
    const archive = new Archive(bytes);
    const main = mainPart(archive);
    const xml = archive.text(main);
    if (xml === null) return fail({ code: 'unsupported-format', name, format: archiveFormat(archive) });
    return succeed(linesOfParts(archive, xml, main.slice(0, main.lastIndexOf('/') + 1)));
  } catch (error) {
    const failure = failureOf(name, error);
    if (failure === null) throw error;
    return fail(failure);
  }
}

function linesOfParts(archive: Archive, xml: string, folder: string): TextLine[] {
  const parts: BodyParts = { styles: new Styles(archive.text(`${folder}styles.xml`)), numbering: new Numbering(archive.text(`${folder}numbering.xml`)) };
  const marks: NoteMarks = { footnotes: new Map(), endnotes: new Map() };
  const body = linesOfBlocks(readBody(xml, parts, marks));
  const notes = [
    ...blocksOfNotes(archive.text(`${folder}footnotes.xml`), parts, marks, marks.footnotes),
    ...blocksOfNotes(archive.text(`${folder}endnotes.xml`), parts, marks, marks.endnotes),
  ];
  return [...body, ...linesOfBlocks(notes, 'footnote', body)];
}

/** The notes in the order in which the text refers to them; notes that nothing refers to are not printed. */
function blocksOfNotes(xml: string | null, parts: BodyParts, marks: NoteMarks, referred: ReadonlyMap<string, string>): Block[] {
  if (xml === null || referred.size === 0) return [];
  const notes = readNotes(xml, parts, marks);
  return [...referred.keys()].flatMap((id) => notes.get(id) ?? []);
}

/** Where the package's relations put the main part. Only a part within the package counts. */
function mainPart(archive: Archive): string {
  const relations = archive.text('_rels/.rels') ?? '';
  for (const [relation] of relations.matchAll(/<Relationship\b[^<>]*>/g)) {
    if (!/\bType="[^"]*\/officeDocument"/.test(relation) || /\bTargetMode="External"/.test(relation)) continue;
    const target = /\bTarget="\/?([^"]*)"/.exec(relation)?.[1];
    if (target !== undefined && /^word\/[\w.-]+\.xml$/.test(target)) return target;
  }
  return MAIN_PART;
}

function archiveFormat(archive: Archive): string {
  if (archive.has('xl/workbook.xml')) return 'xlsx';
  if (archive.has('ppt/presentation.xml')) return 'pptx';
  if (archive.has('content.xml')) return 'odt';
  return 'zip';
}

function failureOf(name: string, error: unknown): Failure | null {
  if (error instanceof MarkupError) return { code: 'damaged-file', name, detail: error.message };
  if (!(error instanceof ArchiveError)) return null;
  switch (error.reason) {
    case 'encrypted':
      return { code: 'unsupported-format', name, format: 'zip (encrypted)' };
    case 'damaged':
      return { code: 'damaged-file', name, detail: error.message };
    default:
      return { code: 'too-large', name, limitMegabytes: error.limitMegabytes, overfull: error.reason };
  }
}
