import { positionKey, type Position } from '../../core/budget/position';
import { type TextLine } from '../../core/extraction/lines/document-text';
import { type JudgedFigure } from '../../core/verdicts/figure-verdicts';
import { figuresByLine } from '../../core/verdicts/figures-by-line';
import { spanFigures } from '../../core/verdicts/line-spans';
import { type JudgedDocument } from '../checked-document';
import { outputText, verdictText } from '../texts';
import { html, type Markup } from './html';

/** The anchor of a line of the text. */
export function lineAnchor({ page, line }: Pick<Position, 'page' | 'line'>): string {
  return `p${page ?? 0}-${line}`;
}

/** The document's text by page, every figure with its verdict, and a link from what differs to the finding. Shape: `findingOf` gives a check's finding by number, from 1. */
export function documentText(judged: JudgedDocument, findingOf: ReadonlyMap<number, number>): Markup {
  const figures = figuresByLine(judged.verdicts.figures);
  const lineFindings = new Map(judged.verdicts.lines.map(({ position, checks }) => [lineAnchor(position), findingsOf(checks, findingOf)]));
  const line = (one: TextLine): Markup => markedLine(one, figures.get(positionKey(one)) ?? [], lineFindings.get(lineAnchor(one)) ?? [], judged, findingOf);
  return html`${pagesOf(judged.lines).map(({ page, lines }) => html`<section class="page"${page === null ? html`` : html` aria-labelledby="page-${page}"`}>${page === null ? html`` : html`<h3 id="page-${page}">${outputText('page', judged.language)} ${page}</h3>`}${lines.map(line)}</section>`)}`;
}

function pagesOf(lines: readonly TextLine[]): readonly { readonly page: number | null; readonly lines: TextLine[] }[] {
  const pages: { readonly page: number | null; readonly lines: TextLine[] }[] = [];
  for (const line of lines) {
    const last = pages.at(-1);
    if (last === undefined || last.page !== line.page) pages.push({ page: line.page, lines: [line] });
    else last.lines.push(line);
  }
  return pages;
}

function markedLine(line: TextLine, figures: readonly JudgedFigure[], ownFindings: readonly number[], { language }: JudgedDocument, findingOf: ReadonlyMap<number, number>): Markup {
  const spans = spanFigures(line.text, figures);
  const parts: Markup[] = [];
  let at = 0;
  for (const { figure, start, end } of spans) {
    parts.push(html`${line.text.slice(at, start)}`, markedFigure(line.text.slice(start, end), figure, findingsOf(figure.checks, findingOf), language));
    at = end;
  }
  const own = ownFindings.map((number) => html` <a href="#finding-${number}" class="faint">[${number}]<span class="sr"> ${outputText('toFinding', language)}</span></a>`);
  const isFixed = /\S {2,}\S/.test(line.text);
  return html`<div class="l${isFixed ? ' fixed' : ''}" id="${lineAnchor(line)}"><span class="no" aria-hidden="true">${line.line}</span><span>${parts}${line.text.slice(at)}${own}</span></div>`;
}

function markedFigure(text: string, { verdict }: JudgedFigure, findings: readonly number[], language: JudgedDocument['language']): Markup {
  const words = html`<span class="sr"> (${verdictText(verdict, language)})</span>`;
  const [first] = findings;
  return first === undefined ? html`<span class="f f-${verdict}">${text}${words}</span>` : html`<a class="f f-${verdict}" href="#finding-${first}">${text}${words}</a>`;
}

function findingsOf(checks: readonly number[], findingOf: ReadonlyMap<number, number>): number[] {
  return [...new Set(checks.flatMap((check) => findingOf.get(check) ?? []))].sort((a, b) => a - b);
}
