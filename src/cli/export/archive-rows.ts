import { type Agreement, type Initiative, type StatedAmount } from '../../core/budget/agreement';
import { type Position } from '../../core/budget/position';
import { rowOfPool } from '../../core/budget/row-reference';
import { type Column, type Row } from '../../core/budget/table';
import { type Amount, amountToNumber, convertAmount, zeroAmount } from '../../core/money/amount';
import { type Unit } from '../../core/money/unit';
import { ADDIN_VERSION } from '../../core/import-store/addin-version';
import { checkOutput } from '../answers/check-output';
import { type ArchivedDocument, type ArchiveRow } from './archive-schema';

/** Everything that is known of one document, as rows of the archive's tables. */
export function archiveRows(agreement: Agreement, exportedAt: string): ArchivedDocument {
  const { checks, causes, summary } = checkOutput(agreement);
  return {
    sha256: agreement.document.sha256,
    version: ADDIN_VERSION,
    rows: {
      documents: [documentRow(agreement, summary, exportedAt)],
      initiatives: agreement.initiatives.map(initiativeRow),
      components: agreement.initiatives.flatMap((one, initiative) => one.components.map(({ label, kind, position }, component) => ({ initiative, component, label, kind, ...placeOf(position) }))),
      amounts: amountRows(agreement),
      stated: agreement.initiatives.flatMap((one, initiative) => one.stated.map((stated) => statedRow(stated, initiative))),
      pools: agreement.pools.map(({ title, initiative, administrationPercent, supportFrom, supportTo, position }, pool) => ({ pool, title, initiative, administration_percent: administrationPercent, support_from: supportFrom, support_to: supportTo, ...placeOf(position) })),
      checks: checks.map(({ message, suggestion: _, unusual: __, ...check }, index) => ({ check: index, ...check, message_da: message.da, message_en: message.en })),
      causes: causes.flatMap((cause, index) => causeRows(cause, index, checks)),
      places: agreement.initiatives.flatMap((one, initiative) => one.places.map(({ kind, position }) => ({ initiative, kind, ...placeOf(position) }))),
    },
  };
}

type Output = ReturnType<typeof checkOutput>;

function documentRow(agreement: Agreement, summary: Output['summary'], exportedAt: string): ArchiveRow {
  const { document, years, accounting } = agreement;
  return {
    name: document.name,
    version: ADDIN_VERSION,
    layout: document.layout,
    pages: document.pages,
    title: agreement.title,
    price_level: agreement.priceLevel,
    unit: agreement.unit,
    first_year: years[0] ?? null,
    last_year: years.at(-1) ?? null,
    initiatives: agreement.initiatives.length,
    verdict: summary.verdict,
    agrees: summary.agrees,
    agrees_within_rounding: summary.agreesWithinRounding,
    differs: summary.differs,
    not_checkable: summary.notCheckable,
    figures: accounting?.figures ?? null,
    unaccounted: accounting?.unaccounted.length ?? null,
    is_partly_read: agreement.isPartlyRead,
    exported_at: exportedAt,
  };
}

function initiativeRow(one: Initiative, initiative: number): ArchiveRow {
  const { number, title, titleDamaged, group, unit, priceLevel, recommendation, position } = one;
  return { initiative, number, title, is_title_damaged: titleDamaged, ministry: group[0] ?? null, group: group.join(' / ') || null, unit, price_level: priceLevel, recommendation: recommendation?.text ?? null, ...placeOf(position) };
}

/** What a row of figures belongs to. */
type Owner = ArchiveRow;

function amountRows({ initiatives, totals, pools, tables, priceLevel, unit }: Agreement): ArchiveRow[] {
  return [
    ...initiatives.flatMap((one, initiative) => {
      const own = { initiative, price_level: one.priceLevel };
      return [
        ...(one.total === null ? [] : rowAmounts({ ...own, source: 'initiative' }, one.columns, one.total, one.unit)),
        ...one.components.flatMap((row, component) => rowAmounts({ ...own, source: 'component', component }, one.columns, row, one.unit)),
        ...(one.overview === undefined ? [] : rowAmounts({ ...own, source: 'overview', price_level: one.overview.priceLevel }, one.overview.columns, one.overview.row, one.overview.unit)),
      ];
    }),
    ...totals.flatMap(({ columns, row }, item) => rowAmounts({ source: 'total', item, price_level: priceLevel }, columns, row, unit)),
    ...pools.flatMap((pool, item) => {
      const { columns, row } = rowOfPool(pool);
      return rowAmounts({ source: 'pool', item, price_level: priceLevel }, columns, row, unit);
    }),
    ...tables.flatMap(({ columns, rows, unit: own, priceLevel: level }, item) => rows.flatMap((row) => rowAmounts({ source: 'table', item, price_level: level }, columns, row, own))),
  ];
}

/** The figures of a row; a dash is zero, what is blank or unreadable is left out. */
function rowAmounts(owner: Owner, columns: readonly Column[], row: Row, unit: Unit | null): ArchiveRow[] {
  return row.cells.flatMap((cell, index): ArchiveRow[] => {
    const column = columns[index];
    const amount = cell.kind === 'amount' ? cell.amount : cell.kind === 'nil' && unit !== null ? zeroAmount(unit) : null;
    if (column === undefined || column.kind === 'text' || amount === null) return [];
    return [{ ...owner, label: row.label, column: column.kind === 'year' ? String(column.year) : column.kind === 'total' ? 'total' : column.header, year: column.kind === 'year' ? column.year : null, ...money(amount), printed: 'text' in cell ? cell.text : null, ...placeOf(cell.position) }];
  });
}

function statedRow({ role, amount, from, to, approximate, annual, permanent, purpose, priceLevel, position }: StatedAmount, initiative: number): ArchiveRow {
  return { initiative, role, ...money(amount), from_year: from, to_year: to, is_approximate: approximate, is_annual: annual, is_permanent: permanent, purpose, price_level: priceLevel, ...placeOf(position) };
}

/** A row for each correction of a cause; one with the place of its first check for a cause that corrects nothing. */
function causeRows({ kind, severity, certain, message, corrections, checks: indexes }: Output['causes'][number], cause: number, checks: Output['checks']): ArchiveRow[] {
  const about = { cause, kind, severity, is_certain: certain, checks: indexes.length, message_da: message.da, message_en: message.en };
  if (corrections.length > 0) return corrections.map(({ initiative, label, column, printed, corrected, unit, page, line }) => ({ ...about, initiative, label, column, printed, corrected, unit, page, line }));
  const first = checks[indexes[0] ?? -1];
  return [{ ...about, initiative: first?.initiative ?? null, label: first?.label ?? null, column: first?.column ?? null, page: first?.page ?? null, line: first?.line ?? null }];
}

function money(amount: Amount): Pick<ArchiveRow, 'value' | 'unit' | 'kroner'> {
  return { value: amountToNumber(amount), unit: amount.unit, kroner: amountToNumber(convertAmount(amount, 'kr.')) };
}

function placeOf({ page, line }: Position): Pick<ArchiveRow, 'page' | 'line'> {
  return { page, line };
}
