import { makeDocuments } from '../make-documents';
import { layOutPaper } from './lay-out-paper';
import { type Paper } from './paper';
import { printHtml, printText } from './print-paper';

/** The formats in which a paper is tried. */
export const PAPER_FORMATS = ['aligned text', 'text with blanks', 'tabs', 'HTML', 'Word', 'PDF by Chromium', 'PDF by LibreOffice'] as const;

export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** A paper as a file that the readers take. */
export interface PaperFile {
  readonly paper: Paper;
  readonly name: string;
  readonly bytes: Uint8Array;
}

const TEXT_STYLES = { 'aligned text': 'aligned', 'text with blanks': 'blanks', tabs: 'tabs' } as const;
const MAKERS = { Word: ['libreoffice-docx', 'docx'], 'PDF by Chromium': ['chromium-pdf', 'pdf'], 'PDF by LibreOffice': ['libreoffice-pdf', 'pdf'] } as const;

/** Whether a format can be made in this process; the others need Chromium or LibreOffice. */
export function isMadeHere(format: PaperFormat): format is 'aligned text' | 'text with blanks' | 'tabs' | 'HTML' {
  return !(format in MAKERS);
}

/** Papers as files of one format. Errors: throws where the program that makes the format is missing. */
export function makePaperFiles(papers: readonly Paper[], format: PaperFormat): PaperFile[] {
  if (isMadeHere(format)) return papers.map((paper) => ({ paper, ...makeHere(paper, format) }));
  const [maker, ending] = MAKERS[format];
  const sources = papers.map((paper, index) => ({ name: `paper-${index}`, html: printHtml(layOutPaper(paper), paper.options) }));
  const made = makeDocuments(sources, maker);
  return papers.map((paper, index) => ({ paper, name: `${paper.name}.${ending}`, bytes: made.get(`paper-${index}`) ?? new Uint8Array() }));
}

function makeHere(paper: Paper, format: 'aligned text' | 'text with blanks' | 'tabs' | 'HTML'): { name: string; bytes: Uint8Array } {
  const blocks = layOutPaper(paper);
  const text = format === 'HTML' ? printHtml(blocks, paper.options) : printText(blocks, TEXT_STYLES[format], paper.options);
  return { name: `${paper.name}.${format === 'HTML' ? 'html' : 'txt'}`, bytes: new TextEncoder().encode(text) };
}
