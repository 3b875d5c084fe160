import { cellAddress } from '../addresses';
import { ROW_STATUSES } from '../checks/row-status';
import { CHART_COLORS } from '../colors';
import { textLiteral } from '../layout/table-formulas';
import { type Language } from '../plan';
import { FOLLOWING, severityText, statusText } from '../sheet-texts';
import { columnOf, type PictureFacts, type PictureTable } from './picture';
import { cell, countWarning, formulaCell, spanOf, type Line, type PicturePart } from './picture-sheet';
import { pictureText } from './picture-texts';

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** Colours of findings by how grave they are. */
const SEVERITY_COLORS = ['#B3263A', '#C2540A', '#1F5FA8'];

/** More initiatives than this are a list and no chart. */
const MOST_BARS = 25;

/** How the initiatives stand: how many have each status, and each one's findings. */
export function verdictParts(facts: PictureFacts, table: PictureTable): PicturePart[] {
  const [status, title] = [columnOf(table, 'status'), columnOf(table, 'title')];
  if (status === null || title === null) return [];
  return [byStatus(status, facts.language), ...(facts.findings === null ? [] : byInitiative(facts, facts.findings, status, title))];
}

function byStatus(status: string, language: Language): PicturePart {
  const text = (name: Parameters<typeof pictureText>[0]): string => pictureText(name, language);
  return {
    heading: text('byStatus'),
    headings: [text('byStatus'), text('count')],
    rows: (first) => [
      ...ROW_STATUSES.map((name, index): Line => [cell(statusText(name, language)), formulaCell(`=SUMPRODUCT((${status}=$${cellAddress(first + index, 0)})*1)`, '0')]),
      [cell(text('otherStatus')), formulaCell(`=ROWS(${status})-SUM(${spanOf(first, ROW_STATUSES.length, 1)})`, '0')],
    ],
    more: () => [[cell(text('total'), 'total'), formulaCell(`=ROWS(${status})`, '0', 'total')]],
    chart: { kind: 'BarClustered', title: text('byStatus'), valueTitle: text('count'), by: 'Columns', columns: 2, colors: CHART_COLORS.slice(0, 1) },
  };
}

/** The findings of each initiative, each cause once without what follows from it; two of one name are one line, for the findings name them alike. */
function byInitiative({ agreement, language }: PictureFacts, findings: PictureTable, status: string, title: string): PicturePart[] {
  const text = (name: Parameters<typeof pictureText>[0]): string => pictureText(name, language);
  const [severity, initiative, finding] = [columnOf(findings, 'severity'), columnOf(findings, 'initiative'), columnOf(findings, 'finding')];
  if (severity === null || initiative === null) return [];
  const titles = agreement.initiatives.map((one) => (one.title ?? '').toLowerCase());
  const shown = titles.flatMap((name, index) => (titles.indexOf(name) === index ? [index] : []));
  const isHead = finding === null ? '' : `(LEFT(${finding},1)<>${textLiteral(FOLLOWING)})*`;
  const count = (name: (typeof SEVERITIES)[number], condition: string): string => `SUMPRODUCT(${condition}${isHead}(${severity}=${textLiteral(severityText(name, language))}))`;
  const hasChart = shown.length <= MOST_BARS;
  return [{
    heading: text('findingsByInitiative'),
    headings: [text('initiative'), ...SEVERITIES.map((name) => severityText(name, language)), text('byStatus')],
    rows: (first) => shown.map((index, row): Line => [
      formulaCell(`=INDEX(${title},${index + 1})`, 'General'),
      ...SEVERITIES.map((name) => formulaCell(`=${count(name, `(${initiative}=$${cellAddress(first + row, 0)})*`)}`, '0')),
      formulaCell(`=INDEX(${status},${index + 1})`, 'General', 'right'),
    ]),
    more: (first, rows) => [
      [cell(text('otherFindings')), ...SEVERITIES.map((name, index) => formulaCell(`=${count(name, '1*')}-SUM(${spanOf(first, rows, index + 1)})`, '0'))],
      [cell(text('total'), 'total'), ...SEVERITIES.map((name) => formulaCell(`=${count(name, '1*')}`, '0', 'total'))],
      [formulaCell(`=${countWarning(title, agreement.initiatives.length, language)}`, 'General', 'strong')],
    ],
    chart: hasChart ? { kind: 'BarStacked', title: text('findingsByInitiative'), valueTitle: '', by: 'Columns', columns: 1 + SEVERITIES.length, colors: SEVERITY_COLORS } : null,
  }];
}
