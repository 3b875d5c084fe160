import { formatArea } from '../../cells/address';
import { toWireValue } from '../../cells/value';
import { type TableModel } from '../../model/tables/table';
import { formulaInFile } from '../formulas';
import { MAIN, XML_HEAD, attributes, escapeSpreadsheetText, escapeXml } from './xml';

/** The part of a table; a column with one formula in all rows is a calculated column, with which Excel fills new rows. */
export function tableXml(table: TableModel, id: number): string {
  const { area, dataArea, columns } = table;
  const head = attributes({
    id, name: table.name, displayName: table.name, ref: formatArea(area), headerRowCount: table.showHeaders ? null : 0,
    totalsRowCount: table.showTotals ? 1 : null, totalsRowShown: table.showTotals ? null : false, insertRow: table.isEmpty || null,
  });
  const filtered = { ...area, rows: dataArea.rows + (table.showHeaders ? 1 : 0) };
  const style = attributes({ name: table.style || null, showFirstColumn: table.highlightFirstColumn, showLastColumn: table.highlightLastColumn, showRowStripes: table.showBandedRows, showColumnStripes: table.showBandedColumns });
  return (
    `${XML_HEAD}<table xmlns="${MAIN}"${head}>` + (table.showHeaders && table.showFilterButton ? filterXml(table, formatArea(filtered)) : '') +
    `<tableColumns count="${columns.length}">${columns.map((_, index) => columnXml(table, index)).join('')}</tableColumns><tableStyleInfo${style}/></table>`
  );
}

/** The filters of a table; what each shows is listed, the empty cell by a word of its own. Source: ECMA-376 part 1, 18.3.2.8. */
function filterXml({ columns }: TableModel, area: string): string {
  const filters = columns.flatMap(({ shown }, index) => {
    if (shown === undefined) return [];
    const texts = shown.filter((text) => text !== '').map((text) => `<filter val="${escapeXml(text)}"/>`).join('');
    return [`<filterColumn colId="${index}"><filters${attributes({ blank: shown.includes('') || null })}>${texts}</filters></filterColumn>`];
  });
  return filters.length === 0 ? `<autoFilter ref="${area}"/>` : `<autoFilter ref="${area}">${filters.join('')}</autoFilter>`;
}

function columnXml(table: TableModel, index: number): string {
  const { dataArea, totalsArea, sheet } = table;
  const column = dataArea.column + index;
  const formulas = new Set(Array.from({ length: dataArea.rows }, (_, row) => sheet.cell(dataArea.row + row, column)?.formula));
  const [formula] = formulas;
  const calculated = formulas.size === 1 && formula !== undefined ? `<calculatedColumnFormula>${escapeXml(formulaInFile(formula, table.name))}</calculatedColumnFormula>` : '';
  const total = totalsArea && sheet.cell(totalsArea.row, column);
  const totalFormula = total?.formula === undefined ? '' : `<totalsRowFormula>${escapeXml(formulaInFile(total.formula, table.name))}</totalsRowFormula>`;
  const label = total && total.formula === undefined && total.value !== null ? String(toWireValue(total.value)) : null;
  const start = `<tableColumn id="${index + 1}" name="${nameInFile(table.columns[index]?.name ?? '')}"${attributes({ totalsRowFunction: totalFormula ? 'custom' : null, totalsRowLabel: label })}`;
  return calculated || totalFormula ? `${start}>${calculated}${totalFormula}</tableColumn>` : `${start}/>`;
}

/** A heading of several lines has its breaks escaped. Source: ECMA-376 part 1, 18.5.1.3. */
function nameInFile(name: string): string {
  return escapeSpreadsheetText(name).replace(/\n/g, '_x000a_');
}
