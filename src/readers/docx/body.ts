import { type Block } from '../blocks';
import { CellCounter } from '../document-limits';
import { type StyledRun } from '../words';
import { readMarkup, type MarkupHandler } from './markup';
import { roman, type Numbering } from './numbering';
import { ParagraphBuilder } from './paragraph-builder';
import { applyTextProperty, isOn, type Styles, type TextFormat } from './styles';
import { symbolOf } from './symbols';
import { TableBuilder } from './table-builder';

/** What the body's reading needs from other parts. */
export interface BodyParts {
  readonly styles: Styles;
  readonly numbering: Numbering;
}

/** The marks of a document's notes, in the order in which the text refers to them. Shape: from the note's id to its printed mark. */
export interface NoteMarks {
  readonly footnotes: Map<string, string>;
  readonly endnotes: Map<string, string>;
}

/** Markup whose content is not printed: what tracked changes took away, how things were before, field codes, readings above a text. */
const UNPRINTED = new Set([
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'delInstrText',
  'rPrChange',
  'pPrChange',
  'sectPrChange',
  'tblPrChange',
  'tblPrExChange',
  'trPrChange',
  'tcPrChange',
  'tblGridChange',
  'numberingChange',
  'rt',
]);

/** The blocks of the document's main part. */
export function readBody(xml: string, parts: BodyParts, marks: NoteMarks): Block[] {
  const reader = new BodyReader(parts, marks);
  readMarkup(xml, reader);
  reader.finish();
  return reader.blocks;
}

/** The notes of a footnote or endnote part, by id; the lines that part notes from text are none. */
export function readNotes(xml: string, parts: BodyParts, marks: NoteMarks): Map<string, Block[]> {
  const reader = new BodyReader(parts, marks);
  readMarkup(xml, reader);
  return reader.notes;
}

class BodyReader implements MarkupHandler {
  readonly blocks: Block[] = [];
  readonly notes = new Map<string, Block[]>();
  private readonly containers: Block[][] = [this.blocks];
  private readonly paragraphs: ParagraphBuilder[] = [];
  private readonly tables: TableBuilder[] = [];
  private readonly cellCounter = new CellCounter();
  private tableCount = 0;
  private readonly alternatives: boolean[] = [];
  private readonly placeholders: boolean[] = [];
  private readonly fields: ('code' | 'result')[] = [];
  private skipped = 0;
  private format: TextFormat = {};
  private resolved: TextFormat | null = null;
  private isInRun = false;
  private isInParagraphProperties = false;
  private isInRowProperties = false;
  private isInRunProperties = false;
  private isInSection = false;
  private isInText = false;
  private carried: ParagraphBuilder | null = null;
  private startsPage = false;
  private noteMark = '';

  constructor(
    private readonly parts: BodyParts,
    private readonly marks: NoteMarks,
  ) {}

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (this.skipped > 0) {
      this.skipped += 1;
      return;
    }
    if (UNPRINTED.has(name)) {
      this.noteDeletion(name);
      this.skipped = 1;
      return;
    }
    if (this.isInRunProperties && !this.isInParagraphProperties) {
      if (name === 'rStyle') Object.assign(this.format, { ...this.parts.styles.characters(attribute('val') ?? ''), ...this.format });
      else applyTextProperty(this.format, name, attribute);
      return;
    }
    if (this.isInParagraphProperties) this.openParagraphProperty(name, attribute);
    else if (this.isInRun && this.openInRun(name, attribute)) return;
    else this.openStructure(name, attribute);
  }

  close(name: string): void {
    if (this.skipped > 0) {
      this.skipped -= 1;
      return;
    }
    switch (name) {
      case 't':
      case 'm:t':
        this.isInText = false;
        break;
      case 'r':
      case 'm:r':
        this.isInRun = false;
        break;
      case 'rPr':
        this.isInRunProperties = false;
        break;
      case 'pPr':
        this.isInParagraphProperties = false;
        break;
      case 'sectPr':
        this.isInSection = false;
        break;
      case 'trPr':
        this.isInRowProperties = false;
        break;
      case 'p':
        this.closeParagraph();
        break;
      case 'tc':
        this.closeCell();
        break;
      case 'tr':
        this.tables.at(-1)?.closeRow();
        break;
      case 'tbl':
        this.closeTable();
        break;
      case 'txbxContent':
        this.paragraphs.at(-1)?.textBoxes.push(...(this.containers.pop() ?? []));
        break;
      case 'mc:AlternateContent':
        this.alternatives.pop();
        break;
      case 'sdt':
        this.placeholders.pop();
        break;
      case 'footnote':
      case 'endnote':
        this.containers.pop();
        break;
    }
  }

  /** A paragraph whose mark was deleted goes on in the next one; where there is none, it ends with its container. */
  finish(): void {
    if (this.carried !== null) this.containers.at(-1)?.push({ kind: 'paragraph', lines: this.carried.lines });
    this.carried = null;
  }

  text(text: string): void {
    if (this.skipped === 0 && this.isInText) this.addText(text);
  }

  /** Deleted rows and paragraph marks are told by an empty element among their properties. */
  private noteDeletion(name: string): void {
    const table = this.tables.at(-1);
    const paragraph = this.paragraphs.at(-1);
    if (name !== 'del' && name !== 'moveFrom') return;
    if (this.isInRowProperties && table !== undefined) table.isRowDeleted = true;
    if (this.isInParagraphProperties && paragraph !== undefined) paragraph.isMarkDeleted = true;
  }

  private openParagraphProperty(name: string, attribute: (name: string) => string | undefined): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph === undefined) return;
    const value = attribute('val');
    paragraph.takeProperty(name, value);
    if (name === 'pageBreakBefore' && isOn(value, true)) this.startsPage = true;
    else if (name === 'sectPr') {
      this.isInSection = true;
      paragraph.endsSection = true;
    } else if (name === 'type' && this.isInSection && value === 'continuous') paragraph.endsSection = false;
  }

  /** What stands in a run. Shape: whether the element was understood. */
  private openInRun(name: string, attribute: (name: string) => string | undefined): boolean {
    switch (name) {
      case 'rPr':
        this.isInRunProperties = true;
        return true;
      case 't':
      case 'm:t':
        this.isInText = true;
        return true;
      case 'tab':
      case 'ptab':
        this.addText('\t');
        return true;
      case 'br':
        this.breakLine(attribute('type') === 'page');
        return true;
      case 'cr':
        this.breakLine(false);
        return true;
      case 'lastRenderedPageBreak':
        if (this.paragraphs.at(-1)?.isAtStart() === true) this.startsPage = true;
        return true;
      case 'noBreakHyphen':
        this.addText('-');
        return true;
      case 'sym':
        this.addText(symbolOf(attribute('font') ?? '', attribute('char') ?? ''));
        return true;
      case 'fldChar':
        this.openField(attribute('fldCharType') ?? '');
        return true;
      case 'footnoteReference':
      case 'endnoteReference':
        this.addReference(name === 'footnoteReference', attribute('id') ?? '', isOn(attribute('customMarkFollows'), false));
        return true;
      case 'footnoteRef':
      case 'endnoteRef':
        this.addRaised(this.noteMark);
        return true;
      default:
        return false;
    }
  }

  private openStructure(name: string, attribute: (name: string) => string | undefined): void {
    const table = this.tables.at(-1);
    switch (name) {
      case 'p':
        this.openParagraph();
        break;
      case 'pPr':
        this.isInParagraphProperties = true;
        break;
      case 'r':
      case 'm:r':
        this.isInRun = true;
        this.format = {};
        this.resolved = null;
        break;
      case 'tbl':
        this.finish();
        this.tableCount += 1;
        this.tables.push(new TableBuilder(this.tableCount, this.cellCounter));
        break;
      case 'tr':
        table?.openRow();
        break;
      case 'trPr':
        this.isInRowProperties = true;
        break;
      case 'tc':
        table?.openCell();
        this.containers.push([]);
        break;
      case 'gridBefore':
      case 'gridSpan':
      case 'vMerge':
      case 'hMerge':
      case 'cellDel':
        table?.takeProperty(name, attribute('val'));
        break;
      case 'txbxContent':
        this.containers.push([]);
        break;
      case 'mc:AlternateContent':
        this.alternatives.push(false);
        break;
      case 'mc:Choice':
      case 'mc:Fallback':
        if (this.alternatives.at(-1) === true) this.skipped = 1;
        else this.alternatives[this.alternatives.length - 1] = true;
        break;
      case 'sdt':
        this.placeholders.push(false);
        break;
      case 'showingPlcHdr':
        this.placeholders[this.placeholders.length - 1] = isOn(attribute('val'), true);
        break;
      case 'sdtContent':
        if (this.placeholders.at(-1) === true) this.skipped = 1;
        break;
      case 'footnote':
      case 'endnote':
        this.openNote(name === 'footnote', attribute('id') ?? '', attribute('type'));
        break;
    }
  }

  private openNote(isFootnote: boolean, id: string, type: string | undefined): void {
    const blocks: Block[] = [];
    this.containers.push(blocks);
    this.noteMark = (isFootnote ? this.marks.footnotes : this.marks.endnotes).get(id) ?? '';
    if (type === undefined || type === 'normal') this.notes.set(id, blocks);
  }

  private openParagraph(): void {
    this.paragraphs.push(new ParagraphBuilder(this.carried?.lines));
    this.carried = null;
    this.isInRun = false;
  }

  private closeParagraph(): void {
    const draft = this.paragraphs.pop();
    if (draft === undefined) return;
    this.isInRun = this.paragraphs.length > 0;
    const style = this.parts.styles.paragraph(draft.style);
    if (draft.isMarkDeleted) {
      this.carried = draft;
      return;
    }
    const [first] = draft.lines;
    if (first !== undefined && (this.startsPage || style.startsPage)) first.isPageStart = true;
    this.startsPage = draft.endsSection;
    const number = this.numberOf(draft);
    if (number !== '' && first !== undefined && draft.hasText()) {
      first.runs.unshift({ text: `${number} `, isBold: style.text.isBold === true, isSuperscript: false, fontSizePt: style.text.sizePt ?? null });
    }
    this.containers.at(-1)?.push({ kind: 'paragraph', lines: draft.lines }, ...draft.textBoxes);
  }

  private numberOf(draft: ParagraphBuilder): string {
    const style = this.parts.styles.paragraph(draft.style);
    const numId = draft.numId ?? style.numId;
    return numId === null || numId === '0' ? '' : this.parts.numbering.next(numId, draft.level ?? style.level);
  }

  private closeCell(): void {
    this.finish();
    const blocks = this.containers.pop() ?? [];
    this.tables.at(-1)?.closeCell(blocks);
  }

  private closeTable(): void {
    const table = this.tables.pop();
    if (table !== undefined) this.containers.at(-1)?.push(table.finish());
  }

  private breakLine(isPage: boolean): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph === undefined) return;
    if (isPage && paragraph.isAtStart()) this.startsPage = true;
    else paragraph.breakLine(isPage);
  }

  private openField(type: string): void {
    if (type === 'begin') this.fields.push('code');
    else if (type === 'separate' && this.fields.length > 0) this.fields[this.fields.length - 1] = 'result';
    else if (type === 'end') this.fields.pop();
  }

  private addReference(isFootnote: boolean, id: string, hasOwnMark: boolean): void {
    const known = isFootnote ? this.marks.footnotes : this.marks.endnotes;
    if (hasOwnMark) {
      known.set(id, '');
      return;
    }
    const mark = known.get(id) ?? (isFootnote ? String(known.size + 1) : roman(known.size + 1));
    known.set(id, mark);
    this.addRaised(mark);
  }

  private addRaised(text: string): void {
    if (text !== '') this.addRun({ text, isBold: false, isSuperscript: true, fontSizePt: this.textFormat().sizePt ?? null });
  }

  private addText(text: string): void {
    const format = this.textFormat();
    if (format.isHidden === true || format.isStruck === true || this.fields.includes('code')) return;
    this.addRun({ text, isBold: format.isBold === true, isSuperscript: format.isRaised === true || this.isLiftedMark(text, format), fontSizePt: format.sizePt ?? null });
  }

  /** Whether a short text is a mark because it is lifted above the text before it, close behind or in smaller type; a text that is lifted as a whole is none. */
  private isLiftedMark(text: string, format: TextFormat): boolean {
    const before = this.paragraphs.at(-1)?.lastRun();
    if ((format.lift ?? 0) <= 0 || !isMarkText(text) || before === undefined || before.text.trim() === '') return false;
    return !/\s$/.test(before.text) || (format.sizePt ?? 0) < (before.fontSizePt ?? 0);
  }

  private addRun(run: StyledRun): void {
    this.paragraphs.at(-1)?.addRun(run);
  }

  private textFormat(): TextFormat {
    this.resolved ??= { ...this.parts.styles.paragraph(this.paragraphs.at(-1)?.style ?? null).text, ...this.format };
    return this.resolved;
  }
}

/** Whether a text can be a footnote mark: a number or two, stars, a letter. */
function isMarkText(text: string): boolean {
  return /^\(?(?:\d{1,2}(?:,\s?\d{1,2})*|[*†‡]{1,4}|[a-z])\)?$/i.test(text.trim());
}
