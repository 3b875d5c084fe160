import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
import { type JudgedDocument } from '../checked-document';
import { conclusion } from '../conclusion';
import { agreementName, findingLine, type FindingLine } from '../finding-lines';
import { sheetTime } from '../../core/sheet-plan/layout/dates';
import { outputText, type OutputTextName } from '../texts';

/** Columns: place, item, printed, should be, remark. Units: twips (1/1440 inch) of a page that lies on its side. */
const WIDTHS = [1500, 3900, 2000, 2200, 4400];

/** The correction note for the drafters: every open difference with its place, what is printed and what it perhaps should be, as a Word document. */
export async function correctionNote(judged: JudgedDocument): Promise<Uint8Array> {
  const { agreement, language, causes, checks, madeAt, version } = judged;
  const text = (name: OutputTextName): string => outputText(name, language);
  const findings = causes.map((cause) => findingLine(cause, checks, language));
  const facts = [`${text('document')}: ${agreement.document.name}`, `${text('hash')}: ${agreement.document.sha256}`, `${text('made')}: ${sheetTime(madeAt, language)}, Reserve ${version}`];
  const document = new Document({
    creator: `Reserve ${version}`,
    title: `${text('note')}: ${agreementName(agreement)}`,
    styles: { default: { document: { run: { font: 'Calibri', size: 20, language: { value: language === 'da' ? 'da-DK' : 'en-GB' } } } } },
    sections: [
      {
        properties: { page: { size: { width: 16838, height: 11906 }, margin: { top: 1000, bottom: 1000, left: 1400, right: 1400 } } },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(`${text('note')}: ${plain(agreementName(agreement))}`)] }),
          ...facts.map((fact) => new Paragraph({ children: [new TextRun({ text: plain(fact), color: '595959' })] })),
          new Paragraph({ spacing: { before: 200, after: 200 }, children: [new TextRun(findings.length === 0 ? conclusion(judged) : text('intro'))] }),
          ...(findings.length === 0 ? [] : [noteTable(findings, language)]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function noteTable(findings: readonly FindingLine[], language: JudgedDocument['language']): Table {
  const heads = (['place', 'item', 'printed', 'corrected', 'remark'] as const).map((name) => outputText(name, language));
  const row = ({ placeText, subject, printed, corrected, message }: FindingLine): string[] => [placeText, subject, printed, corrected, message];
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: WIDTHS,
    width: { size: WIDTHS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    rows: [new TableRow({ tableHeader: true, children: heads.map((head, index) => cell(head, index, true)) }), ...findings.map((finding) => new TableRow({ cantSplit: true, children: row(finding).map((value, index) => cell(value, index, false)) }))],
  });
}

function cell(text: string, index: number, isHead: boolean): TableCell {
  const isFigure = index === 2 || index === 3;
  return new TableCell({
    width: { size: WIDTHS[index] ?? 0, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(isHead ? { shading: { fill: 'F3F3F3' } } : {}),
    children: [new Paragraph({ alignment: isFigure ? AlignmentType.RIGHT : AlignmentType.LEFT, children: [new TextRun({ text: plain(text), bold: isHead })] })],
  });
}

/** A text without the control signs that XML has no place for. */
function plain(text: string): string {
  return [...text].filter((sign) => sign >= ' ' || sign === '\t').join('');
}
