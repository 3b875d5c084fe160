import { formatUnit } from '../../core/money/danish-number';
import { sourceText } from '../../core/sheet-plan/sheet-texts';
import { type JudgedDocument } from '../checked-document';
import { conclusion } from '../conclusion';
import { agreementName, findingLine, type FindingLine, subjectOf } from '../finding-lines';
import { sheetTime } from '../../core/sheet-plan/layout/dates';
import { outputText, type OutputTextName, VERDICT_ORDER, verdictText } from '../texts';
import { amountsByYear, barChart, largestInitiatives } from './charts';
import { documentText, lineAnchor } from './document-text';
import { html, type Markup } from './html';
import { REPORT_STYLE } from './style';

/** No script, no address, nothing from elsewhere: whatever the document's text holds, a browser does nothing with it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The report: one HTML file that stands alone, with the text by page, every figure marked by its verdict, and the differences linked both ways. */
export function reportHtml(judged: JudgedDocument): string {
  const { agreement, language, causes, checks } = judged;
  const text = (name: OutputTextName): string => outputText(name, language);
  const title = `${text('report')} ${agreementName(agreement)}`;
  const findings = causes.map((cause) => findingLine(cause, checks, language));
  const findingOf = new Map(causes.flatMap((cause, index) => cause.checks.map((check) => [check, index + 1] as const)));
  const page = html`<html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="generator" content="Reserve ${judged.version}"><title>${title}</title><style>${{ markup: REPORT_STYLE }}</style></head>
<body><a class="skip" href="#findings">${text('skip')}</a>
<header><p class="kind">${text('report')}</p><h1>${agreementName(agreement)}</h1>${facts(judged)}</header>
<main>
${counts(judged)}
<section aria-labelledby="findings"><h2 id="findings">${text('open')} (${findings.length})</h2>${findings.length === 0 ? html`<p>${text('allAgree')}</p>` : html`<ol class="findings">${findings.map((finding, index) => findingItem(finding, index + 1, judged))}</ol>`}</section>
${accepted(judged)}${gaps(judged)}${unread(judged)}${pictures(judged)}
<section aria-labelledby="text"><h2 id="text">${text('text')}</h2>${documentText(judged, findingOf)}</section>
</main></body></html>`;
  return `<!doctype html>\n${page.markup}\n`;
}

function facts(judged: JudgedDocument): Markup {
  const { agreement, language, madeAt, version } = judged;
  const { document, unit, priceLevel } = agreement;
  const rows: readonly (readonly [OutputTextName, string])[] = [
    ['document', document.name],
    ['hash', document.sha256],
    ['unit', [unit === null ? null : formatUnit(unit, language), priceLevel].filter((part) => part !== null).join(', ') || '–'],
    ['made', sheetTime(madeAt, language)],
    ['program', `Reserve ${version}`],
  ];
  const remark = html`<p><strong>${conclusion(judged)}</strong></p>${agreement.isPartlyRead ? html`<p><strong>${outputText('partly', language)}</strong></p>` : html``}`;
  return html`<dl>${rows.map(([name, value]) => html`<dt>${outputText(name, language)}</dt><dd>${value}</dd>`)}</dl>${remark}`;
}

function counts({ verdicts, language }: JudgedDocument): Markup {
  const rows = VERDICT_ORDER.map((verdict) => html`<tr><th scope="row"><span class="f f-${verdict}"></span> ${verdictText(verdict, language)}</th><td class="n">${verdicts.figures.filter((figure) => figure.verdict === verdict).length}</td></tr>`);
  return html`<section aria-labelledby="counts"><h2 id="counts">${outputText('byVerdict', language)}</h2><table><tbody>${rows}</tbody></table></section>`;
}

function findingItem({ place, placeText, subject, message, details }: FindingLine, number: number, { language }: JudgedDocument): Markup {
  const link = place === null ? html`` : html`<a href="#${lineAnchor(place)}">${placeText}<span class="sr"> ${outputText('toPlace', language)}</span></a> `;
  const list = details.length === 0 ? html`` : html`<ul>${details.map((detail) => html`<li>${detail}</li>`)}</ul>`;
  return html`<li id="finding-${number}">${link}<span class="faint">${subject}</span><div>${message}</div>${list}</li>`;
}

function accepted({ accepted: findings, language }: JudgedDocument): Markup {
  if (findings.length === 0) return html``;
  const items = findings.map(({ check, decision }) => html`<li><span class="faint">${sourceText(check.place.position, language)} · ${subjectOf(check, language)}</span><div>${check.message[language]}</div><div>${outputText('reason', language)}: ${decision.reason}${decision.by === null ? '' : ` (${decision.by})`}</div></li>`);
  return html`<section aria-labelledby="accepted"><h2 id="accepted">${outputText('accepted', language)} (${findings.length})</h2><ul>${items}</ul></section>`;
}

function gaps({ gaps: checks, language }: JudgedDocument): Markup {
  if (checks.length === 0) return html``;
  const items = checks.map((check) => html`<li>${placeLink(check.place.position, language)} <span class="faint">${subjectOf(check, language)}</span><div>${check.message[language]}</div></li>`);
  return html`<section aria-labelledby="gaps"><h2 id="gaps">${outputText('gaps', language)} (${checks.length})</h2><ul>${items}</ul></section>`;
}

function unread({ agreement, language }: JudgedDocument): Markup {
  if (agreement.unread.length === 0) return html``;
  const items = agreement.unread.map(({ position, text }) => html`<li>${placeLink(position, language)} ${text}</li>`);
  return html`<section aria-labelledby="unread"><h2 id="unread">${outputText('unread', language)} (${agreement.unread.length})</h2><ul>${items}</ul></section>`;
}

function placeLink(position: FindingLine['place'], language: JudgedDocument['language']): Markup {
  return position === null ? html`` : html`<a href="#${lineAnchor(position)}">${sourceText(position, language)}</a>`;
}

function pictures({ agreement, language }: JudgedDocument): Markup {
  const text = (name: OutputTextName): string => outputText(name, language);
  const charts = [
    barChart(amountsByYear(agreement), agreement.unit, { title: text('byYear'), nameHead: text('year'), amountHead: text('total'), tableName: text('asTable') }, language),
    barChart(largestInitiatives(agreement), agreement.unit, { title: text('largest'), nameHead: text('initiative'), amountHead: text('total'), tableName: text('asTable') }, language),
  ].filter(({ markup }) => markup !== '');
  return charts.length === 0 ? html`` : html`<section aria-labelledby="pictures"><h2 id="pictures">${text('pictures')}</h2>${charts}</section>`;
}
