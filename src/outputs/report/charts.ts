import { type Agreement } from '../../core/budget/agreement';
import { cellAmount, totalCell, yearCell } from '../../core/budget/cells';
import { amountToNumber, convertAmount, sumAmounts, type Amount } from '../../core/money/amount';
import { formatNumber, formatUnit, type Language } from '../../core/money/danish-number';
import { type Unit } from '../../core/money/unit';
import { html, type Markup } from './html';

/** A bar: what it stands for and how much. */
export interface Bar {
  readonly name: string;
  readonly amount: Amount;
}

/** What a chart and its table need to be told: its name, the heads of its columns. */
export interface ChartWords {
  readonly title: string;
  readonly nameHead: string;
  readonly amountHead: string;
  readonly tableName: string;
}

/** How many initiatives the chart of the largest shows. */
const LARGEST = 12;

/** A chart's measures. Units: pixels. */
const WIDTH = 720;
const ROW = 24;
const LABEL = 260;
const VALUE = 70;

/** So much of a name fits beside its bar in the widest of the fonts. Units: characters. */
const LABEL_LENGTH = 36;

/** What all initiatives come to by year, in the agreement's unit; none where the initiatives differ in unit or price level. */
export function amountsByYear({ initiatives, years, unit }: Agreement): Bar[] {
  if (unit === null) return [];
  return years.flatMap((year): Bar[] => {
    const amounts = initiatives.flatMap(({ total, columns, unit: own }) => (total === null ? [] : (cellAmount(yearCell(columns, total, year), own) ?? []))).map((amount) => convertAmount(amount, unit));
    return amounts.length === 0 ? [] : [{ name: String(year), amount: sumAmounts(amounts, unit) }];
  });
}

/** The initiatives with the largest totals, the largest first. */
export function largestInitiatives({ initiatives, unit }: Agreement): Bar[] {
  if (unit === null) return [];
  return initiatives
    .flatMap(({ title, total, columns, unit: own }): Bar[] => {
      const amount = total === null ? null : cellAmount(totalCell(columns, total), own);
      return amount === null || title === null ? [] : [{ name: title, amount: convertAmount(amount, unit) }];
    })
    .sort((a, b) => amountToNumber(b.amount) - amountToNumber(a.amount))
    .slice(0, LARGEST);
}

/** Horizontal bars as SVG with the same figures in a table below, for who does not see the picture. Nothing where there is nothing to show. */
export function barChart(bars: readonly Bar[], unit: Unit | null, { title, nameHead, amountHead, tableName }: ChartWords, language: Language): Markup {
  if (bars.length < 2) return html``;
  const values = bars.map(({ amount }) => amountToNumber(amount));
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const scale = (WIDTH - LABEL - VALUE) / (most - least || 1);
  const zero = LABEL - least * scale;
  const heading = unit === null ? title : `${title}, ${formatUnit(unit, language)}`;
  const rows = bars.map(({ name, amount }, index) => {
    const value = values[index] ?? 0;
    const [x, width] = [value < 0 ? zero + value * scale : zero, Math.max(0.5, Math.abs(value) * scale)];
    const y = index * ROW;
    return html`<text x="${LABEL - 8}" y="${y + 16}" text-anchor="end">${shorten(name)}</text><rect class="bar" x="${x.toFixed(1)}" y="${y + 4}" width="${width.toFixed(1)}" height="${ROW - 8}"/><text x="${(Math.max(zero, x + width) + 6).toFixed(1)}" y="${y + 16}">${formatNumber(amount, language)}</text>`;
  });
  return html`<figure><figcaption><strong>${heading}</strong></figcaption><svg viewBox="0 0 ${WIDTH} ${bars.length * ROW}" width="${WIDTH}" height="${bars.length * ROW}" aria-hidden="true" focusable="false">${rows}<line class="axis" x1="${zero.toFixed(1)}" x2="${zero.toFixed(1)}" y1="0" y2="${bars.length * ROW}"/></svg><details><summary>${tableName}</summary><table><thead><tr><th scope="col">${nameHead}</th><th scope="col" class="n">${amountHead}</th></tr></thead><tbody>${bars.map(({ name, amount }) => html`<tr><th scope="row">${name}</th><td class="n">${formatNumber(amount, language)}</td></tr>`)}</tbody></table></details></figure>`;
}

function shorten(name: string): string {
  return name.length <= LABEL_LENGTH ? name : `${name.slice(0, LABEL_LENGTH - 1).trimEnd()}…`;
}
