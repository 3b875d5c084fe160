import { type SheetPlan } from '../sheet-plan/plan';
import { type SheetTable } from '../sheet-plan/written/sheet-table';

/** Changes the headings in planned formulas to those that the user gave the columns; texts in quotes stay. */
export function headingRenamer(tables: readonly SheetTable[], plan: SheetPlan): (formula: string) => string {
  const renames = tables.flatMap((table) => {
    const planned = plan.sheets.flatMap((sheet) => sheet.tables).find(({ role, name }) => role === table.role && name === table.name);
    return (planned?.columns ?? []).flatMap(({ key, header }) => {
      const now = table.headers[table.keys.indexOf(key)];
      return now === undefined || now === header ? [] : [{ table: table.name, from: `[${escapeHeading(header)}]`, to: `[${escapeHeading(now)}]` }];
    });
  });
  if (renames.length === 0) return (formula) => formula;
  return (formula) => formula.split(/("(?:[^"]|"")*")/).map((part, index) => (index % 2 === 1 ? part : renames.reduce((text, one) => renameIn(text, one), part))).join('');
}

/** One heading of one table, in every reference to that table. */
function renameIn(text: string, { table, from, to }: { readonly table: string; readonly from: string; readonly to: string }): string {
  let changed = '';
  let at = 0;
  for (let found = text.indexOf(`${table}[`, at); found >= 0; found = text.indexOf(`${table}[`, at)) {
    const start = found + table.length;
    const end = endOfReference(text, start);
    changed += text.slice(at, start) + text.slice(start, end).replaceAll(from, () => to);
    at = end;
  }
  return changed + text.slice(at);
}

/** Where the bracket that opens at a place is closed again; an apostrophe takes the next character's meaning away. */
function endOfReference(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === "'") at += 1;
    else if (text[at] === '[') depth += 1;
    else if (text[at] === ']') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

function escapeHeading(header: string): string {
  return header.replace(/['[\]#@]/g, "'$&");
}
