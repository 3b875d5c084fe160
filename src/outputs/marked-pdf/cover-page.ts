import { type PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { formatUnit } from '../../core/money/danish-number';
import { sourceText } from '../../core/sheet-plan/sheet-texts';
import { type FigureVerdict } from '../../core/verdicts/figure-verdicts';
import { type JudgedDocument } from '../checked-document';
import { conclusion } from '../conclusion';
import { agreementName, findingLine, subjectOf } from '../finding-lines';
import { sheetTime } from '../../core/sheet-plan/layout/dates';
import { outputText, type OutputTextName, VERDICT_ORDER, verdictText } from '../texts';
import { latinText, wrapText } from './latin-text';
import { markOperators } from './mark-shapes';

/** A4 with its margins. Units: points. */
const PAGE = { width: 595, height: 842, left: 56, right: 539, top: 60, bottom: 786 } as const;
const INK = rgb(0.12, 0.12, 0.12);
const FAINT = rgb(0.38, 0.38, 0.38);

/** What the cover says above the facts, where there is something to say. */
export interface CoverRemarks {
  readonly remarks: readonly string[];
}

/**
 * Puts the cover before the pages: document and hash, counts with the key to the marks, open and accepted differences, and what could not be checked.
 * Shape: as many pages as it takes; the answer is how many.
 */
export async function addCover(document: PDFDocument, judged: JudgedDocument, { remarks }: CoverRemarks): Promise<number> {
  const fonts = { plain: await document.embedFont(StandardFonts.Helvetica), bold: await document.embedFont(StandardFonts.HelveticaBold) };
  const writer = new CoverWriter(document, fonts.plain, fonts.bold);
  const { language } = judged;
  const text = (name: OutputTextName): string => outputText(name, language);
  writer.title(text('marked'), agreementName(judged.agreement));
  for (const [name, value] of factsOf(judged)) writer.fact(name, value);
  for (const remark of [conclusion(judged), ...remarks]) writer.paragraph(remark);
  writer.heading(text('figures'));
  for (const verdict of VERDICT_ORDER) writer.count(verdict, judged.verdicts.figures.filter((figure) => figure.verdict === verdict).length, verdictText(verdict, language));
  writer.heading(`${text('open')} (${judged.causes.length})`);
  writer.list(judged.causes.map((cause) => findingLine(cause, judged.checks, language)).map((line) => [[line.placeText, line.subject].filter((part) => part !== '').join(' · '), line.message]), text('none'));
  if (judged.accepted.length > 0) writer.heading(`${text('accepted')} (${judged.accepted.length})`);
  writer.list(judged.accepted.map(({ check, decision }) => [[sourceText(check.place.position, language), subjectOf(check, language)].filter((part) => part !== '').join(' · '), `${check.message[language]} ${text('reason')}: ${decision.reason}${decision.by === null ? '' : ` (${decision.by})`}`]), '');
  if (judged.gaps.length > 0) writer.heading(`${text('gaps')} (${judged.gaps.length})`);
  writer.list(judged.gaps.map((check) => [[sourceText(check.place.position, language), subjectOf(check, language)].filter((part) => part !== '').join(' · '), check.message[language]]), '');
  const { unread } = judged.agreement;
  if (unread.length > 0) writer.heading(`${text('unread')} (${unread.length})`);
  writer.list(unread.map(({ position, text: line }) => [sourceText(position, language), line]), '');
  return writer.pages;
}

function factsOf({ agreement, language, madeAt, version }: JudgedDocument): readonly (readonly [string, string])[] {
  return [
    [outputText('document', language), agreement.document.name],
    [outputText('hash', language), agreement.document.sha256],
    [outputText('unit', language), [agreement.unit === null ? null : formatUnit(agreement.unit, language), agreement.priceLevel].filter((part) => part !== null).join(', ') || '–'],
    [outputText('made', language), sheetTime(madeAt, language)],
    [outputText('program', language), `Reserve ${version}`],
  ];
}

class CoverWriter {
  pages = 0;
  private page: PDFPage | null = null;
  private top = 0;

  constructor(
    private readonly document: PDFDocument,
    private readonly plain: PDFFont,
    private readonly bold: PDFFont,
  ) {}

  title(kind: string, name: string): void {
    this.write(kind, this.plain, 11, { color: FAINT });
    for (const line of wrapText(name, this.bold, 18, PAGE.right - PAGE.left)) this.write(line, this.bold, 18);
    this.skip(8);
  }

  fact(name: string, value: string): void {
    wrapText(value, this.plain, 9, PAGE.right - PAGE.left - 90).forEach((line, index) => {
      if (index === 0) this.write(name, this.plain, 9, { color: FAINT, stay: true });
      this.write(line, this.plain, 9, { indent: 90 });
    });
  }

  paragraph(text: string): void {
    this.skip(4);
    for (const line of wrapText(text, this.bold, 9.5, PAGE.right - PAGE.left)) this.write(line, this.bold, 9.5);
  }

  heading(text: string): void {
    this.skip(12);
    this.room(40);
    this.write(text, this.bold, 11.5);
    this.skip(2);
  }

  /** A line of the key: the mark as it stands on the pages, how many there are, what it means. */
  count(verdict: FigureVerdict, count: number, words: string): void {
    const page = this.room(15);
    const box = { left: PAGE.left - 4, top: this.top + 1, right: PAGE.left + 2, bottom: this.top + 12 };
    const stream = this.document.context.flateStream(`q 1 0 0 -1 0 ${PAGE.height} cm\n${markOperators([{ box: verdict === 'differs' || verdict === 'accepted' ? { ...box, left: box.right - 1, right: box.right - 1, top: box.top } : box, verdict }]).replace(/^.*re S.*$/gm, '')}\nQ`);
    page.node.addContentStream(this.document.context.register(stream));
    this.write(String(count), this.bold, 9.5, { indent: 24, stay: true });
    this.write(words, this.plain, 9.5, { indent: 60 });
    this.skip(1.5);
  }

  list(entries: readonly (readonly [place: string | undefined, text: string | undefined] | readonly string[])[], empty: string): void {
    if (entries.length === 0 && empty !== '') this.write(empty, this.plain, 9);
    for (const [place = '', text = ''] of entries) {
      const width = PAGE.right - PAGE.left;
      const lines = wrapText(text, this.plain, 9, width);
      this.room(24);
      for (const line of wrapText(place, this.bold, 8.5, width)) this.write(line, this.bold, 8.5, { color: FAINT });
      for (const line of lines) this.write(line, this.plain, 9);
      this.skip(4);
    }
  }

  private write(text: string, font: PDFFont, size: number, { indent = 0, color = INK, stay = false } = {}): void {
    const page = this.room(size * 1.35);
    page.drawText(latinText(text, font), { x: PAGE.left + indent, y: PAGE.height - this.top - size, size, font, color });
    if (!stay) this.top += size * 1.35;
  }

  private skip(height: number): void {
    this.top += height;
  }

  private room(height: number): PDFPage {
    if (this.page === null || this.top + height > PAGE.bottom) {
      this.page = this.document.insertPage(this.pages, [PAGE.width, PAGE.height]);
      this.pages += 1;
      this.top = PAGE.top;
    }
    return this.page;
  }
}
