import { type Agreement } from '../../../core/budget/agreement';
import { type Row } from '../../../core/budget/table';
import { type WorkbookState } from '../../../excel/workbook-port';
import { type OpenDocument } from '../../state/pane-state';

/** The name of another document with the same initiatives and amounts, be it whole in the workbook or opened before this one; null where there is none. */
export function sameContentAs(document: OpenDocument, documents: readonly OpenDocument[], workbook: WorkbookState | null): string | null {
  const own = agreementOf(document);
  if (own === null) return null;
  const before = documents.slice(0, Math.max(0, documents.findIndex(({ id }) => id === document.id)));
  const others = [...(workbook?.imports ?? []).flatMap(({ agreement }) => (agreement.inserted === undefined ? [agreement] : [])), ...before.flatMap((one) => agreementOf(one) ?? [])];
  const content = contentOf(own);
  return others.find((other) => other.document.sha256 !== own.document.sha256 && contentOf(other) === content)?.document.name ?? null;
}

function agreementOf({ stage }: OpenDocument): Agreement | null {
  return stage.kind === 'read' ? stage.reading.agreement : null;
}

/** What an agreement says, whatever its file, pages and lines are: one text to compare by. */
function contentOf({ unit, years, initiatives, totals, pools, mentions }: Agreement): string {
  return JSON.stringify([
    unit,
    years,
    initiatives.map(({ title, total, components }) => [title, rowContent(total), components.map(rowContent)]),
    totals.map(({ row }) => rowContent(row)),
    pools.map(({ title, amounts }) => [title, amounts.map(({ amount }) => amount)]),
    mentions.map(({ amount }) => amount),
  ]);
}

function rowContent(row: Row | null): unknown {
  return row === null ? null : [row.label, row.cells.map((cell) => (cell.kind === 'amount' ? cell.amount : cell.kind))];
}
