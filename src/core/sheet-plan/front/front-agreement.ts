import { type Agreement } from '../../budget/agreement';
import { type Check } from '../../reconciliation/rule';
import { openFindings, type OpenFindings } from '../checks/open-findings';
import { wholeStatus } from '../checks/row-status';
import { type ImportPlan } from '../import-plan';
import { finestDecimals } from '../layout/figures/number-formats';
import { hasMixedUnits } from '../layout/table-columns';
import { type PlannedSheet } from '../plan';
import { type RowStatus } from '../sheet-texts';
import { type SheetTable } from '../written/sheet-table';
import { FRONT_LINKS, type FrontLink } from './front-columns';

/** A sheet of an import as the front leads to it. Shape: `row` and `column` name the cell that the link goes to, 0-based; `table` null for a sheet of plain cells; `headers` by the key of their column. */
export interface FrontSheet {
  readonly link: FrontLink;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly table: string | null;
  readonly headers: ReadonlyMap<string, string>;
}

/** An agreement as the front shows it. Shape: `importedAt` in ISO 8601; `isMixed` where its amounts are in several units and have no sum. */
export interface FrontAgreement {
  readonly importId: string;
  readonly title: string;
  readonly unit: string | null;
  readonly priceLevel: string | null;
  readonly document: string;
  readonly importedAt: string;
  readonly decimals: number;
  readonly isMixed: boolean;
  readonly status: RowStatus;
  readonly open: OpenFindings;
  readonly sheets: readonly FrontSheet[];
}

/** What the front says of an agreement besides what the agreement itself says. */
export type FrontFacts = Pick<FrontAgreement, 'importId' | 'importedAt' | 'status' | 'open' | 'sheets'>;

/** An agreement for the front. */
export function frontAgreement(agreement: Agreement, facts: FrontFacts): FrontAgreement {
  const { title, unit, priceLevel, document } = agreement;
  return { ...facts, title: title ?? document.name, unit, priceLevel, document: document.name, decimals: finestDecimals(agreement), isMixed: hasMixedUnits(agreement) };
}

/** An agreement for the front as its import is planned, when nothing is accepted yet. */
export function plannedFrontAgreement(agreement: Agreement, checks: readonly Check[], { sheets, causes }: ImportPlan, { importId, importedAt }: Pick<FrontFacts, 'importId' | 'importedAt'>): FrontAgreement {
  const accepted = new Set<Check>();
  return frontAgreement(agreement, { importId, importedAt, status: wholeStatus({ agreement, checks, accepted }), open: openFindings(checks, causes, accepted), sheets: plannedFrontSheets(sheets) });
}

/** The planned sheets of an import as the front leads to them. */
function plannedFrontSheets(sheets: readonly PlannedSheet[]): FrontSheet[] {
  return sheets.flatMap(({ role, name, blocks, tables: [table] }): FrontSheet[] => {
    const link = FRONT_LINKS.find((one) => one === role);
    if (link === undefined) return [];
    const place = table ?? blocks[0] ?? { row: 0, column: 0 };
    return [{ link, sheet: name, row: place.row, column: place.column, table: table?.name ?? null, headers: new Map(table?.columns.map(({ key, header }) => [key, header])) }];
  });
}

/** The tables of an import as they stand now, as the front leads to them. */
export function standingFrontSheets(tables: readonly SheetTable[]): FrontSheet[] {
  return tables.flatMap(({ role, name, sheetName, row, column, keys, headers }): FrontSheet[] => {
    const link = FRONT_LINKS.find((one) => one === role);
    if (link === undefined) return [];
    return [{ link, sheet: sheetName, row: row - 1, column, table: name, headers: new Map(keys.flatMap((key, index) => (key === null ? [] : [[key, headers[index] ?? ''] as const]))) }];
  });
}
