import { type ChartAxis, type ChartModel, type ChartSeries, isBarChart, isStackedChart } from '../../model/charts/chart';
import { cellsOf, formatOf, textsOf, valuesOf } from '../../model/charts/chart-data';
import { type WorkbookModel } from '../../model/workbook';
import { CHART, OFFICE, SHAPES, XML_HEAD, escapeXml } from './xml';

const LEGENDS = { Top: 't', Bottom: 'b', Left: 'l', Right: 'r' } as const;
const CROSSINGS = { Automatic: 'autoZero', Maximum: 'max', Minimum: 'min' } as const;
const GRID_LINE = '<c:majorGridlines><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';

/** The part of a chart: its series by the cells that they name, with what these show now for readers that do not look. Source: ECMA-376 part 1, 21.2. */
export function chartXml(workbook: WorkbookModel, chart: ChartModel): string {
  const isStacked = isStackedChart(chart.type);
  const bars =
    `<c:barChart><c:barDir val="${isBarChart(chart.type) ? 'bar' : 'col'}"/><c:grouping val="${isStacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>` +
    chart.series.map((series, index) => seriesXml(workbook, series, index)).join('') +
    `<c:gapWidth val="${chart.gapWidth}"/>${isStacked ? '<c:overlap val="100"/>' : ''}<c:axId val="1"/><c:axId val="2"/></c:barChart>`;
  return (
    `${XML_HEAD}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${SHAPES}" xmlns:r="${OFFICE}"><c:roundedCorners val="0"/><c:chart>` +
    `${chart.isTitleShown && chart.title !== '' ? titleXml(chart.title, 1400) : ''}<c:autoTitleDeleted val="${chart.isTitleShown ? 0 : 1}"/>` +
    `<c:plotArea><c:layout/>${bars}${categoryAxisXml(chart)}${valueAxisXml(chart, chart.valueAxis.numberFormat ?? formatOf(cellsOf(workbook, chart.series[0]?.values ?? null)))}</c:plotArea>` +
    (chart.legend.isShown ? `<c:legend><c:legendPos val="${LEGENDS[chart.legend.position]}"/><c:overlay val="0"/></c:legend>` : '') +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
}

function titleXml(text: string, size: number): string {
  const paragraphs = `<a:p><a:pPr><a:defRPr sz="${size}" b="0"/></a:pPr><a:r><a:rPr lang="da-DK" sz="${size}" b="0"/><a:t>${escapeXml(text)}</a:t></a:r></a:p>`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${paragraphs}</c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function seriesXml(workbook: WorkbookModel, series: ChartSeries, index: number): string {
  const texts = (formula: string): string => `<c:strRef><c:f>${escapeXml(formula.slice(1))}</c:f>${textCache(textsOf(workbook, cellsOf(workbook, formula)))}</c:strRef>`;
  const cells = cellsOf(workbook, series.values);
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${series.name === null ? '' : `<c:tx>${texts(series.name)}</c:tx>`}` +
    `${series.color === null ? '' : `<c:spPr><a:solidFill><a:srgbClr val="${series.color.slice(1)}"/></a:solidFill></c:spPr>`}<c:invertIfNegative val="0"/>` +
    (series.categories === null ? '' : `<c:cat>${texts(series.categories)}</c:cat>`) +
    `<c:val><c:numRef><c:f>${escapeXml(series.values.slice(1))}</c:f>${numberCache(valuesOf(cells), formatOf(cells))}</c:numRef></c:val></c:ser>`
  );
}

function textCache(texts: readonly string[]): string {
  return `<c:strCache><c:ptCount val="${texts.length}"/>${texts.map((text, index) => `<c:pt idx="${index}"><c:v>${escapeXml(text)}</c:v></c:pt>`).join('')}</c:strCache>`;
}

function numberCache(values: readonly unknown[], format: string): string {
  const points = values.map((value, index) => (typeof value === 'number' ? `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>` : '')).join('');
  return `<c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode><c:ptCount val="${values.length}"/>${points}</c:numCache>`;
}

function categoryAxisXml(chart: ChartModel): string {
  const { categoryAxis, valueAxis } = chart;
  return (
    `<c:catAx><c:axId val="1"/>${scalingXml(categoryAxis)}<c:delete val="0"/><c:axPos val="${isBarChart(chart.type) ? 'l' : 'b'}"/>${axisTitleXml(categoryAxis)}` +
    '<c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="2"/>' +
    `<c:crosses val="${CROSSINGS[valueAxis.crossing]}"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`
  );
}

/** The axis of values, which says itself where on the other axis it stands. */
function valueAxisXml(chart: ChartModel, shownFormat: string): string {
  const { valueAxis, categoryAxis } = chart;
  const isLinked = valueAxis.numberFormat === null;
  return (
    `<c:valAx><c:axId val="2"/>${scalingXml(valueAxis)}<c:delete val="0"/><c:axPos val="${isBarChart(chart.type) ? 'b' : 'l'}"/>${GRID_LINE}${axisTitleXml(valueAxis)}` +
    `<c:numFmt formatCode="${escapeXml(shownFormat)}" sourceLinked="${isLinked ? 1 : 0}"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="${CROSSINGS[categoryAxis.crossing]}"/><c:crossBetween val="between"/></c:valAx>`
  );
}

function scalingXml({ isReversed, minimum }: ChartAxis): string {
  return `<c:scaling><c:orientation val="${isReversed ? 'maxMin' : 'minMax'}"/>${minimum === null ? '' : `<c:min val="${minimum}"/>`}</c:scaling>`;
}

function axisTitleXml({ title, isTitleShown }: ChartAxis): string {
  return isTitleShown && title !== '' ? titleXml(title, 1000) : '';
}
