import { type Area, between } from '../../cells/address';
import { type ChartAxis, type ChartModel, type ChartSeries, type ChartType } from '../../model/charts/chart';
import { type SheetModel } from '../../model/sheet';
import { type WorkbookModel } from '../../model/workbook';
import { countOfAnchor, type LeftOutCounts } from './left-out';
import { type Package } from './package';
import { type XmlElement, child, children, isOn } from './xml-tree';

const LEGENDS = { t: 'Top', b: 'Bottom', l: 'Left', r: 'Right' } as const;
const CROSSINGS = { autoZero: 'Automatic', max: 'Maximum', min: 'Minimum' } as const;

/** What a drawing is read with. Shape: what of it is not read is counted. */
export interface DrawingSources {
  readonly file: Package;
  readonly counts: LeftOutCounts;
}

/** Reads what lies over the cells of a sheet: charts of columns and bars; whatever else is only counted. */
export function readDrawing(workbook: WorkbookModel, sheet: SheetModel, path: string, { file, counts }: DrawingSources): void {
  const root = file.part(path);
  const targets = new Map(file.relations(path).map(({ id, target }) => [id, target]));
  for (const anchor of root?.children ?? []) {
    const link = chartLinkOf(anchor);
    const area = areaOf(anchor);
    const chart = link === undefined || area === null ? null : readChart(file.part(targets.get(link.id) ?? ''), { id: workbook.newGuid(), name: link.name, anchor: area });
    if (chart) sheet.charts.push(chart);
    else {
      sheet.drawings.shapes += 1;
      countOfAnchor(anchor, sheet.name, counts);
    }
  }
}

function chartLinkOf(anchor: XmlElement): { readonly id: string; readonly name: string } | undefined {
  const frame = child(anchor, 'graphicFrame');
  const id = child(child(child(frame, 'graphic'), 'graphicData'), 'chart')?.attributes['id'];
  return id === undefined ? undefined : { id, name: child(child(frame, 'nvGraphicFramePr'), 'cNvPr')?.attributes['name'] ?? '' };
}

/** The cells between the two corners of an anchor; null for one that has none. */
function areaOf(anchor: XmlElement): Area | null {
  const [from, to] = [child(anchor, 'from'), child(anchor, 'to')];
  if (!from || !to) return null;
  const number = (corner: XmlElement, name: string): number => Number(child(corner, name)?.text ?? 0);
  const last = (name: 'row' | 'col'): number => Math.max(number(from, name), number(to, name) - (number(to, `${name}Off`) > 0 ? 0 : 1));
  return between(number(from, 'row'), number(from, 'col'), last('row'), last('col'));
}

/** A chart of one plot of columns or bars; null for every other. */
function readChart(root: XmlElement | null, place: Pick<ChartModel, 'id' | 'name' | 'anchor'>): ChartModel | null {
  const chart = child(root ?? undefined, 'chart');
  const plot = child(chart, 'plotArea');
  const [bars, second] = plot?.children.filter(({ name }) => name.endsWith('Chart')) ?? [];
  const type = bars?.name === 'barChart' && !second ? typeOf(bars) : null;
  if (!bars || type === null) return null;
  const title = titleOf(chart);
  const legend = child(chart, 'legend');
  const [categoryAxis, valueAxis] = [child(plot, 'catAx'), child(plot, 'valAx')];
  return {
    ...place,
    type,
    title: title ?? '',
    isTitleShown: title !== null || !isOn(valueOf(chart, 'autoTitleDeleted')),
    legend: { position: LEGENDS[valueOf(legend, 'legendPos') as keyof typeof LEGENDS] ?? 'Right', isShown: legend !== undefined },
    categoryAxis: readAxis(categoryAxis, valueAxis),
    valueAxis: readAxis(valueAxis, categoryAxis),
    gapWidth: Number(valueOf(bars, 'gapWidth') ?? 150),
    series: children(bars, 'ser').map(readSeries),
  };
}

function typeOf(bars: XmlElement): ChartType | null {
  const side = valueOf(bars, 'barDir') === 'bar' ? 'Bar' : 'Column';
  const grouping = valueOf(bars, 'grouping') ?? 'clustered';
  if (grouping === 'clustered') return `${side}Clustered`;
  return grouping === 'stacked' ? `${side}Stacked` : null;
}

function readSeries(series: XmlElement): ChartSeries {
  const reference = (name: string): string | null => {
    const held = child(series, name);
    const text = child(child(held, 'strRef') ?? child(held, 'numRef'), 'f')?.text;
    return text === undefined ? null : `=${text}`;
  };
  const color = child(child(child(series, 'spPr'), 'solidFill'), 'srgbClr')?.attributes['val'];
  return { name: reference('tx'), categories: reference('cat'), values: reference('val') ?? '=#REF!', color: color === undefined ? null : `#${color.toUpperCase()}` };
}

/** An axis. Shape: where the other one crosses it stands with that other. */
function readAxis(axis: XmlElement | undefined, other: XmlElement | undefined): ChartAxis {
  const format = child(axis, 'numFmt')?.attributes;
  const title = titleOf(axis);
  const minimum = valueOf(child(axis, 'scaling'), 'min');
  return {
    title: title ?? '',
    isTitleShown: title !== null,
    numberFormat: format === undefined || isOn(format['sourceLinked']) ? null : (format['formatCode'] ?? null),
    isReversed: valueOf(child(axis, 'scaling'), 'orientation') === 'maxMin',
    crossing: CROSSINGS[valueOf(other, 'crosses') as keyof typeof CROSSINGS] ?? 'Automatic',
    minimum: minimum === undefined ? null : Number(minimum),
  };
}

/** The text of a title; null where there is none. */
function titleOf(element: XmlElement | undefined): string | null {
  const paragraphs = children(child(child(child(element, 'title'), 'tx'), 'rich'), 'p');
  if (child(element, 'title') === undefined) return null;
  return paragraphs.map((paragraph) => children(paragraph, 'r').map((run) => child(run, 't')?.text ?? '').join('')).join('\n');
}

function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['val'];
}
