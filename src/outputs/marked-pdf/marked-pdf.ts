import { PDFDict, PDFDocument, PDFName, PDFNumber, type PDFPage } from '@cantoo/pdf-lib';
import { fail, succeed, type Result } from '../../core/failure';
import { ruleTitle } from '../../core/reconciliation/registry';
import { type Check } from '../../core/reconciliation/rule';
import { type JudgedDocument } from '../checked-document';
import { subjectOf } from '../finding-lines';
import { type SourcePdf } from '../source-pdf';
import { outputText, verdictText } from '../texts';
import { annotate } from './annotate';
import { addCover } from './cover-page';
import { drawLines } from './drawn-pages';
import { markOperators } from './mark-shapes';
import { type Matrix, type PageFrame, uprightMatrix } from './page-frame';
import { type PageMark, placeMarks, type PlacedLine } from './place-marks';

/**
 * The document with a mark at every figure: the source's own pages, or pages made of its lines where it has none, behind a cover.
 * What is drawn lies over the pages, which stay as they are; what a difference is about stands in annotations.
 * Errors: 'pdf-not-marked' for a PDF that is signed, encrypted or damaged, which a copy would break or cannot be made of.
 */
export async function markedPdf(judged: JudgedDocument, source: SourcePdf | null): Promise<Result<Uint8Array>> {
  const opened = source === null ? succeed(await PDFDocument.create()) : await openSource(source.bytes, judged.agreement.document.name);
  if (!opened.ok) return opened;
  const document = opened.value;
  const lines = source === null ? await drawLines(document, judged.lines) : judged.lines.map((line): PlacedLine => ({ ...line, words: line.words.map((word) => ({ ...word, drawnOn: line.page ?? 1 })) }));
  const pages = document.getPages();
  const marks = marksByPage(placeMarks(judged, lines));
  pages.forEach((page, index) => markPage(page, marks.get(index + 1) ?? [], source?.turns[index] ?? 0, judged));
  await addCover(document, judged, { remarks: remarksOn(judged, source === null) });
  document.setProducer(`Reserve ${judged.version}`);
  document.setModificationDate(new Date(judged.madeAt));
  return succeed(await document.save({ updateFieldAppearances: false }));
}

async function openSource(bytes: Uint8Array, name: string): Promise<Result<PDFDocument>> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true, throwOnInvalidObject: false });
    if (document.isEncrypted) return fail({ code: 'pdf-not-marked', name, reason: 'encrypted' });
    if (isSigned(document)) return fail({ code: 'pdf-not-marked', name, reason: 'signed' });
    document.getPages();
    return succeed(document);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return fail({ code: 'pdf-not-marked', name, reason: 'damaged' });
  }
}

/** Whether a PDF holds a signature, which any change would break. Source: ISO 32000-1, 12.7.2 (SigFlags) and 12.8. */
function isSigned({ catalog, context }: PDFDocument): boolean {
  const form = catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict);
  if (((form?.lookupMaybe(PDFName.of('SigFlags'), PDFNumber)?.asNumber() ?? 0) & 1) === 1) return true;
  return context.enumerateIndirectObjects().some(([, object]) => object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Sig') && object.has(PDFName.of('ByteRange')));
}

function marksByPage(marks: readonly PageMark[]): ReadonlyMap<number, readonly PageMark[]> {
  const pages = new Map<number, PageMark[]>();
  for (const mark of marks) {
    const onPage = pages.get(mark.page);
    if (onPage === undefined) pages.set(mark.page, [mark]);
    else onPage.push(mark);
  }
  return pages;
}

function markPage(page: PDFPage, marks: readonly PageMark[], turns: number, judged: JudgedDocument): void {
  if (marks.length === 0) return;
  const matrix = uprightMatrix(frameOf(page, turns));
  const operators = markOperators(marks.filter((mark) => !mark.isLine || mark.verdict === 'differs' || mark.verdict === 'accepted'));
  page.node.normalize();
  page.node.addContentStream(page.doc.context.register(page.doc.context.flateStream(`q ${matrix.map((number) => number.toFixed(5)).join(' ')} cm\n${operators}\nQ`)));
  for (const mark of marks) annotateMark(page, matrix, mark, judged);
}

/** A remark where something differs or could not be checked: the arithmetic of each check about the figure. */
function annotateMark(page: PDFPage, matrix: Matrix, { box, verdict, checks: indexes }: PageMark, { checks, language, madeAt }: JudgedDocument): void {
  const told = indexes.flatMap((index) => checks[index] ?? []).filter(({ outcome, severity }) => outcome === 'differs' || (outcome === 'not-checkable' && severity !== 'info'));
  if (told.length === 0) return;
  const sentence = (check: Check): string => `${ruleTitle(check.rule, language)}: ${check.message[language]}`;
  const [first] = told;
  const text = [`${verdictText(verdict, language)}${first === undefined ? '' : ` – ${subjectOf(first, language)}`}`, ...told.map(sentence)].join('\n');
  annotate(page, matrix, { box, verdict, text }, madeAt);
}

/** How the page lies under what was read: its visible box, its rotation and that of its text. Source: the viewport of pdf.js, which the reader measures in. */
function frameOf(page: PDFPage, turns: number): PageFrame {
  const media = page.getMediaBox();
  const crop = page.getCropBox();
  const left = Math.max(media.x, crop.x);
  const bottom = Math.max(media.y, crop.y);
  const right = Math.min(media.x + media.width, crop.x + crop.width);
  const top = Math.min(media.y + media.height, crop.y + crop.height);
  const isSeen = right > left && top > bottom;
  const rotation = (((page.getRotation().angle + 270 * turns) % 360) + 360) % 360;
  return {
    view: isSeen ? [left, bottom, right, top] : [media.x, media.y, media.x + media.width, media.y + media.height],
    rotation: rotation === 90 || rotation === 180 || rotation === 270 ? rotation : 0,
    userUnit: page.node.lookupMaybe(PDFName.of('UserUnit'), PDFNumber)?.asNumber() ?? 1,
  };
}

function remarksOn({ agreement, language }: JudgedDocument, isMadeFromText: boolean): string[] {
  return [...(agreement.isPartlyRead ? [outputText('partly', language)] : []), ...(isMadeFromText ? [outputText('madeFromText', language)] : [])];
}
