import { type Agreement, type Initiative, type Mention, type Pool, type StatedAmount } from '../../core/budget/agreement';
import { cellAmount, columnYears, totalCell, yearCell } from '../../core/budget/cells';
import { type Column, type Row } from '../../core/budget/table';
import { type Amount, amountToMillion, amountToNumber } from '../../core/money/amount';
import { type Unit } from '../../core/money/unit';

/**
 * What `read --json` prints for one document.
 * Units: amounts are numbers in the initiative's own unit, as printed; a dash is 0, a cell that is absent or unreadable is absent.
 */
export function readOutput(agreement: Agreement): object {
  return {
    document: agreement.document,
    agreement: { title: agreement.title, priceLevel: agreement.priceLevel, unit: agreement.unit, years: agreement.years },
    initiatives: agreement.initiatives.map(initiativeJson),
    totals: agreement.totals.map((total) => ({
      label: total.label,
      group: total.group,
      ...figures(total.columns, total.row, unitOfRow(total.row) ?? agreement.unit),
      line: total.row.position.line,
      page: total.row.position.page,
    })),
    pools: agreement.pools.map(poolJson),
    mentions: agreement.mentions.map((mention) => ({ ...mentionJson(mention), million: amountToMillion(mention.amount) })),
    parts: agreement.parts.map(({ kind, first, last }) => ({ kind, line: first.line, lastLine: last.line, page: first.page, lastPage: last.page })),
    unread: agreement.unread.map((item) => ({ line: item.position.line, page: item.position.page, text: item.text, reason: item.reason })),
    tables: agreement.tables.map((table) => ({
      caption: table.caption?.text ?? null,
      unit: table.unit,
      priceLevel: table.priceLevel,
      columns: table.columns.map((column) => column.header),
      rows: table.rows.map((row) => ({ label: row.label, kind: row.kind, cells: row.cells.map((cell) => ('text' in cell ? cell.text : null)), line: row.position.line })),
      line: table.position.line,
    })),
    isPartlyRead: agreement.isPartlyRead,
    accounting: accountingJson(agreement),
  };
}

/** Counts of printed numbers by where they went, and the places of those that went nowhere; null for an agreement that was stored without them. */
function accountingJson({ accounting }: Agreement): object | null {
  if (accounting === undefined) return null;
  const { unaccounted, ...counts } = accounting;
  return { ...counts, unaccounted: unaccounted.length, unaccountedPlaces: unaccounted.map(({ text, position }) => ({ line: position.line, page: position.page, text })) };
}

function initiativeJson(initiative: Initiative): object {
  const own = initiative.total === null ? { amounts: {}, total: null, otherAmounts: {} } : figures(initiative.columns, initiative.total, initiative.unit);
  return {
    number: initiative.number,
    title: initiative.title,
    titleDamaged: initiative.titleDamaged,
    group: initiative.group,
    unit: initiative.unit,
    priceLevel: initiative.priceLevel,
    caption: initiative.caption?.text ?? null,
    ...own,
    components: initiative.components.map((row) => ({
      label: row.label,
      kind: row.kind,
      ...figures(initiative.columns, row, initiative.unit),
      footnotes: row.footnotes,
      line: row.position.line,
      page: row.position.page,
    })),
    stated: initiative.stated.map(statedJson),
    recommendation: initiative.recommendation?.text ?? null,
    notes: initiative.notes,
    sources: initiative.sources,
    overview: initiative.overview === undefined ? null : { ...figures(initiative.overview.columns, initiative.overview.row, initiative.overview.unit), unit: initiative.overview.unit, line: initiative.overview.row.position.line, page: initiative.overview.row.position.page },
    places: initiative.places.map(({ kind, position }) => ({ kind, line: position.line, page: position.page })),
    line: initiative.position.line,
    page: initiative.position.page,
  };
}

/** The unit of a row's own figures; null when it prints none. */
function unitOfRow(row: Row): Unit | null {
  return row.cells.flatMap((cell) => (cell.kind === 'amount' ? [cell.amount.unit] : []))[0] ?? null;
}

/** The figures of a row by year; a single amount column without years is the row's total, several are figures under their headers ("Ansøgt", "Bevilget"). */
function figures(columns: readonly Column[], row: Row, unit: Unit | null): { amounts: Record<string, number>; total: number | null; otherAmounts: Record<string, number> } {
  const amounts: Record<string, number> = {};
  const others: Record<string, number> = {};
  columns.forEach((column, index) => {
    const amount = cellAmount(row.cells[index], unit);
    if (amount === null) return;
    if (column.kind === 'amount') others[freeName(others, column.header)] = amountToNumber(amount);
  });
  for (const year of columnYears(columns)) {
    const amount = cellAmount(yearCell(columns, row, year), unit);
    if (amount !== null) amounts[String(year)] = amountToNumber(amount);
  }
  const named = columns.flatMap((column, index) => (column.kind === 'amount' ? [index] : []));
  const isTotal = named.length === 1 && columnYears(columns).length === 0;
  const cell = totalCell(columns, row) ?? (isTotal ? row.cells[named[0] ?? -1] : undefined);
  return { amounts, total: numberOrNull(cellAmount(cell, unit)), otherAmounts: isTotal ? {} : others };
}

/** A header as a field's name; the second column of a header bears "(2)" besides, so that no figure takes another's place. */
function freeName(taken: Readonly<Record<string, number>>, header: string): string {
  let name = header;
  for (let count = 2; name in taken; count += 1) name = `${header} (${count})`;
  return name;
}

function statedJson(stated: StatedAmount): object {
  return { role: stated.role, ...mentionJson(stated), purpose: stated.purpose };
}

function mentionJson(mention: Mention): object {
  return {
    value: amountToNumber(mention.amount),
    unit: mention.amount.unit,
    from: mention.from,
    to: mention.to,
    approximate: mention.approximate,
    annual: mention.annual,
    permanent: mention.permanent,
    priceLevel: mention.priceLevel,
    line: mention.position.line,
    page: mention.position.page,
  };
}

function poolJson(pool: Pool): object {
  const amounts: Record<string, number> = {};
  for (const { year, amount } of pool.amounts) amounts[String(year)] = amountToNumber(amount);
  return {
    title: pool.title,
    initiative: pool.initiative,
    amounts,
    total: numberOrNull(pool.total),
    administrationPercent: pool.administrationPercent,
    roundYears: pool.roundYears,
    supportFrom: pool.supportFrom,
    supportTo: pool.supportTo,
    line: pool.position.line,
    page: pool.position.page,
  };
}

function numberOrNull(amount: Amount | null): number | null {
  return amount === null ? null : amountToNumber(amount);
}
