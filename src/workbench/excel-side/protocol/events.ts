import { type Area, formatArea, intersect } from '../../../spreadsheet/cells/address';
import { type Scalar, toWireValue, valueType } from '../../../spreadsheet/cells/value';
import { type ModelChange } from '../../../spreadsheet/model/change';
import { type SheetModel } from '../../../spreadsheet/model/sheet';
import { type TableModel } from '../../../spreadsheet/model/tables/table';
import { type Session } from './session';

/** Event numbers by the name in the library's register methods. */
export const worksheetEvents = {
  DataChangedEvent: 10,
  ActivatedEvent: 11,
  DeactivatedEvent: 12,
  SelectionChangedEvent: 14,
  CalculatedEvent: 16,
  FormatChangedEvent: 18,
  RowSortedEvent: 19,
  ProtectionChangedEvent: 24,
  EventNameChanged: 25,
  EventVisibilityChanged: 26,
} as const;

export const worksheetsEvents = { ...worksheetEvents, AddedEvent: 13, DeletedEvent: 15, EventMoved: 27 } as const;
export const tableEvents = { SelectionChangedEvent: 100, DataChangedEvent: 101 } as const;
export const tablesEvents = { DataChangedEvent: 101, AddedEvent: 102, DeletedEvent: 103 } as const;
export const commentsEvents = { AddedEvent: 250, DeletedEvent: 251, ChangedEvent: 252 } as const;

export interface HostEvent {
  readonly type: number;
  /** To whom the event goes besides the whole workbook. */
  readonly targetIds: readonly string[];
  /** What is told; a cell's new value is calculated only where somebody hears of it. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The events that the library's clients hear when the workbook changes. */
export function eventsOf(change: ModelChange, session: Session): HostEvent[] {
  const { workbook } = session;
  const own = (sheet: SheetModel): readonly string[] => [sheet.id, 'Workbook'];
  const source = 'actor' in change && change.actor === 'coauthor' ? 'Remote' : 'Local';
  const triggerSource = 'actor' in change && change.actor === 'addIn' ? 'ThisLocalAddin' : 'Unknown';
  switch (change.kind) {
    case 'cells': {
      const address = formatArea(change.area);
      const payload = () => ({
        worksheetId: change.sheet.id, address, source, changeType: change.changeType, triggerSource,
        referenceId: `${change.sheet.id}|${address}`, changeDirectionState: null, ...details(change.before, change.after),
      });
      const tables = workbook.tablesOn(change.sheet).filter((table) => intersect(table.area, change.area));
      return [
        { type: 10, targetIds: own(change.sheet), get payload() { return { type: 'WorksheetChanged', shiftDirection: 'None', ...payload() }; } },
        ...tables.map((table) => ({ type: 101, targetIds: [table.id, ...own(change.sheet)], get payload() { return { type: 'TableChanged', tableId: table.id, ...payload() }; } })),
      ];
    }
    case 'format':
      return [{ type: 18, targetIds: own(change.sheet), payload: { type: 'WorksheetFormatChanged', worksheetId: change.sheet.id, address: formatArea(change.area), source } }];
    case 'rowsSorted':
      return [{ type: 19, targetIds: own(change.sheet), payload: { type: 'WorksheetRowSorted', worksheetId: change.sheet.id, address: formatArea(change.area), source } }];
    case 'calculated':
      return [{ type: 16, targetIds: own(change.sheet), payload: { type: 'WorksheetCalculated', worksheetId: change.sheet.id, address: formatArea(change.area) } }];
    case 'selection': {
      const address = formatArea(change.area);
      const event = { worksheetId: change.sheet.id, address, referenceId: `${change.sheet.id}|${address}` };
      return [
        { type: 14, targetIds: own(change.sheet), payload: { type: 'WorksheetSelectionChanged', ...event } },
        ...workbook.tablesOn(change.sheet).flatMap((table) => tableSelection(table, change.previous, change.area)),
      ];
    }
    case 'sheetAdded':
      return [{ type: 13, targetIds: ['Workbook'], payload: { type: 'WorksheetAdded', worksheetId: change.sheet.id, source } }];
    case 'sheetDeleted':
      return [{ type: 15, targetIds: ['Workbook'], payload: { type: 'WorksheetDeleted', worksheetId: change.sheet.id, source } }];
    case 'sheetActivated':
      return [
        ...(change.previous ? [{ type: 12, targetIds: own(change.previous), payload: { type: 'WorksheetDeactivated', worksheetId: change.previous.id } }] : []),
        { type: 11, targetIds: own(change.sheet), payload: { type: 'WorksheetActivated', worksheetId: change.sheet.id } },
      ];
    case 'sheetRenamed':
      return [{ type: 25, targetIds: own(change.sheet), payload: { type: 'WorksheetNameChanged', worksheetId: change.sheet.id, nameBefore: change.before, nameAfter: change.sheet.name, source } }];
    case 'sheetVisibility':
      return [{ type: 26, targetIds: own(change.sheet), payload: { type: 'WorksheetVisibilityChanged', worksheetId: change.sheet.id, visibilityBefore: change.before, visibilityAfter: change.sheet.visibility, source } }];
    case 'sheetMoved':
      return [{ type: 27, targetIds: ['Workbook'], payload: { type: 'WorksheetMoved', worksheetId: change.sheet.id, positionBefore: change.before, positionAfter: change.after, source } }];
    case 'protection':
      return [{ type: 24, targetIds: own(change.sheet), payload: { type: 'WorksheetProtectionChanged', worksheetId: change.sheet.id, isProtected: change.sheet.protection !== null, source } }];
    case 'tableAdded':
    case 'tableDeleted': {
      const isAdded = change.kind === 'tableAdded';
      const payload = { type: isAdded ? 'TableAdded' : 'TableDeleted', tableId: change.table.id, tableName: change.table.name, worksheetId: change.table.sheet.id, source };
      return [{ type: isAdded ? 102 : 103, targetIds: own(change.table.sheet), payload }];
    }
    case 'comment': {
      const type = { Added: 250, Deleted: 251, Changed: 252 }[change.happening];
      const commentDetails = [{ commentId: change.commentId, replyIds: [] }];
      return [{ type, targetIds: own(change.sheet), payload: { type: `Comment${change.happening}`, commentDetails, worksheetId: change.sheet.id, source, changeType: 'CommentEdited' } }];
    }
    case 'layout':
    case 'charts':
    case 'tableRestyled':
    case 'conditionalFormats':
    case 'names':
    case 'formulas':
      return [];
  }
}

/** A table hears of a selection that touches it, and once of one that has left it. Source: the reference of Excel.TableSelectionChangedEventArgs. */
function tableSelection(table: TableModel, before: Area, after: Area): HostEvent[] {
  const selected = intersect(table.area, after);
  if (!selected && !intersect(table.area, before)) return [];
  const payload = { type: 'TableSelectionChanged', tableId: table.id, worksheetId: table.sheet.id, isInsideTable: selected !== null, address: selected ? formatArea(selected) : '' };
  return [{ type: 100, targetIds: [table.id], payload }];
}

function details(before: Scalar | undefined, valueAfter: (() => Scalar) | undefined): Record<string, unknown> {
  if (before === undefined || valueAfter === undefined) return {};
  const after = valueAfter();
  return { valueBefore: toWireValue(before), valueAfter: toWireValue(after), valueTypeBefore: valueType(before), valueTypeAfter: valueType(after) };
}
