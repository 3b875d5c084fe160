import { type Agreement } from '../budget/agreement';
import { freeDefinedName, freeSheetName, shortAgreementName } from './names';
import { type Language, type TableRole, type TakenNames } from './plan';
import { sheetText } from './sheet-texts';

/** The names of one import's sheets and tables, and the name of each year's total. */
export interface PlanNames {
  readonly sheet: Readonly<Record<TableRole, string>>;
  /** The sheet of the tables that no initiative owns. */
  readonly otherTables: string;
  readonly table: Readonly<Record<TableRole, string>>;
  readonly yearTotal: ReadonlyMap<number, string>;
}

const TABLE_WORD = { overview: 'overviewTable', components: 'components', totals: 'totals', pools: 'pools', mentions: 'mentionsTable', findings: 'findingsTable', sources: 'sources' } as const;
const ROLES: readonly TableRole[] = ['overview', 'components', 'totals', 'pools', 'mentions', 'findings', 'sources'];

/** Names that an import has already, because its sheets and tables stand. */
export interface KeptNames {
  readonly sheet: Readonly<Partial<Record<TableRole, string>>>;
  readonly otherTables?: string;
  readonly table: Readonly<Partial<Record<TableRole, string>>>;
  readonly yearTotal: ReadonlyMap<number, string>;
}

const NO_NAMES: KeptNames = { sheet: {}, table: {}, yearTotal: new Map() };

/** Names for an import that are valid in Excel and free in the workbook: "Oversigt 2026-2029", Initiativer2026, Reserve2026 … Names that it has are kept. */
export function namePlan(agreement: Agreement, taken: TakenNames, language: Language, kept: KeptNames = NO_NAMES): PlanNames {
  const short = shortAgreementName(agreement);
  const first = agreement.years[0];
  const used = [...taken.tablesAndNames];
  const claim = (wanted: string): string => {
    const name = freeDefinedName(wanted, used);
    used.push(name);
    return name;
  };
  const sheets = ROLES.map((role) => [role, kept.sheet[role] ?? freeSheetName(`${sheetText(role, language)} ${short}`, taken.sheets)] as const);
  const tables = ROLES.map((role) => [role, kept.table[role] ?? claim(`${sheetText(TABLE_WORD[role], language)}${first ?? ''}`)] as const);
  return {
    sheet: Object.fromEntries(sheets) as Record<TableRole, string>,
    otherTables: kept.otherTables ?? freeSheetName(`${sheetText('otherTables', language)} ${short}`, taken.sheets),
    table: Object.fromEntries(tables) as Record<TableRole, string>,
    yearTotal: new Map(agreement.years.map((year) => [year, kept.yearTotal.get(year) ?? claim(`Reserve${year}`)])),
  };
}
