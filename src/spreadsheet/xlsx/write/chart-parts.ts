import { type Area } from '../../cells/address';
import { type ChartModel } from '../../model/charts/chart';
import { type SheetModel } from '../../model/sheet';
import { type WorkbookModel } from '../../model/workbook';
import { chartXml } from './chart-xml';
import { Links } from './package';
import { CHART, OFFICE, SHAPES, XML_HEAD, attributes } from './xml';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';

/** Adds the parts of a sheet's charts; gives the id of the sheet's drawing, null without charts. */
export function addCharts(workbook: WorkbookModel, sheet: SheetModel, number: number, links: Links, parts: Map<string, string>): string | null {
  if (sheet.charts.length === 0) return null;
  const own = new Links();
  const frames = sheet.charts.map((chart, index) => {
    const name = `chart${number}_${index + 1}.xml`;
    parts.set(`xl/charts/${name}`, chartXml(workbook, chart));
    return frameXml(chart, index + 2, own.add('chart', `../charts/${name}`));
  });
  parts.set(`xl/drawings/drawing${number}.xml`, `${XML_HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}" xmlns:a="${SHAPES}">${frames.join('')}</xdr:wsDr>`);
  parts.set(`xl/drawings/_rels/drawing${number}.xml.rels`, own.toXml());
  return links.add('drawing', `../drawings/drawing${number}.xml`);
}

/** The frame in which a chart stands. Shape: its description is what screen readers say of it. */
function frameXml({ name, title, anchor }: ChartModel, id: number, link: string): string {
  return (
    `<xdr:twoCellAnchor>${cornersXml(anchor)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr${attributes({ id, name, descr: title === '' ? null : title })}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${OFFICE}" r:id="${link}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
  );
}

function cornersXml({ row, column, rows, columns }: Area): string {
  const corner = (tag: string, r: number, c: number): string => `<xdr:${tag}><xdr:col>${c}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${r}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  return corner('from', row, column) + corner('to', row + rows, column + columns);
}
