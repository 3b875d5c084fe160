import { decimalsOf, type Figure, type Paper, type PaperAgreement, type PaperRow } from './paper';

/** What the score looks at in the printed form of a reading; see docs/output.md. */
export interface PaperOutput {
  readonly initiatives: readonly (OutputRow & { readonly title: string | null; readonly number: string | null; readonly components: readonly OutputRow[] })[];
  readonly totals: readonly OutputRow[];
  readonly tables?: readonly { readonly columns: readonly string[]; readonly rows: readonly { readonly label: string | null; readonly cells: readonly (string | null)[] }[] }[];
}

interface OutputRow {
  readonly label?: string | null;
  readonly amounts: Readonly<Record<string, number>>;
  readonly total: number | null;
}

/** How much of a paper was read as printed. `faults` says what was not, for whoever mends it. */
export interface PaperScore {
  readonly figures: { readonly right: number; readonly all: number };
  readonly labels: { readonly right: number; readonly all: number };
  readonly initiatives: { readonly right: number; readonly all: number };
  readonly faults: readonly string[];
}

/** A printed row that the reading must give. Units: `figures` in the document's own unit, null where nothing is printed. */
interface TrueRow {
  readonly label: string;
  readonly figures: readonly (number | null)[];
  readonly years: readonly number[];
}

/** Compares a reading with the paper that its document was made from: every row by label and figures, every initiative once. */
export function scorePaper(paper: Paper, output: PaperOutput): PaperScore {
  const truth = paper.agreements.flatMap(rowsOfAgreement);
  const left = rowsOfOutput(output);
  const faults: string[] = [];
  let right = 0;
  let labels = 0;
  for (const row of truth) {
    const candidates = left.filter((one) => labelOf(one) === normalized(row.label));
    const best = candidates.map((one) => [one, countRight(row, one)] as const).sort(([, a], [, b]) => b - a)[0];
    if (candidates.length > 0) labels += 1;
    right += best?.[1] ?? 0;
    if (best !== undefined) left.splice(left.indexOf(best[0]), 1);
    if ((best?.[1] ?? 0) < row.figures.length) faults.push(`${row.label}: ${best === undefined ? 'no such row' : JSON.stringify([best[0].amounts, best[0].total])} for ${JSON.stringify(row.figures)}`);
  }
  const initiatives = scoreInitiatives(paper, output, faults);
  return { figures: { right, all: truth.reduce((sum, row) => sum + row.figures.length, 0) }, labels: { right: labels, all: truth.length }, initiatives, faults };
}

/** Every initiative stands once, with its number, and nothing else is one. */
function scoreInitiatives(paper: Paper, output: PaperOutput, faults: string[]): PaperScore['initiatives'] {
  const wanted = paper.agreements.flatMap((agreement) => agreement.initiatives.map((one) => `${one.overview === null ? '' : (one.number ?? '')} ${normalized(one.title)}`));
  const financing = new Set(paper.agreements.flatMap((agreement) => (agreement.financing === null ? [] : [normalized(agreement.financing.label)])));
  const found = output.initiatives.flatMap((one) => (financing.has(normalized(one.title ?? '')) ? [] : [`${one.number ?? ''} ${normalized(one.title ?? '')}`]));
  const rest = [...found];
  const missing = wanted.filter((title) => {
    const at = rest.indexOf(title);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  for (const title of missing) faults.push(`initiative missing: ${title}`);
  for (const title of rest) faults.push(`no initiative: ${title}`);
  return { right: Math.max(0, wanted.length - missing.length - rest.length), all: wanted.length };
}

function rowsOfAgreement(agreement: PaperAgreement): TrueRow[] {
  const decimals = decimalsOf(agreement.unit);
  const toRow = (label: string, figures: readonly Figure[]): TrueRow => ({ label, years: agreement.years, figures: figures.map((figure) => (figure === null ? null : Number(`${figure}e-${decimals}`))) });
  const parts = (rows: readonly PaperRow[]): TrueRow[] => rows.filter((row) => row.kind !== 'total').map((row) => toRow(row.label, row.figures));
  return [
    ...agreement.initiatives.flatMap((one) => [toRow(one.title, (one.overview ?? one.sheet?.[0])?.figures ?? []), ...parts(one.sheet ?? [])]),
    ...agreement.totals.map((total) => toRow(total.group ?? total.label, total.figures)),
    ...(agreement.financing === null ? [] : [toRow(agreement.financing.label, agreement.financing.figures)]),
  ];
}

function rowsOfOutput(output: PaperOutput): OutputRow[] {
  return [...output.initiatives.flatMap((one) => [{ label: one.title, amounts: one.amounts, total: one.total }, ...one.components]), ...output.totals];
}

function countRight(row: TrueRow, found: OutputRow): number {
  return row.figures.filter((figure, index) => {
    const year = row.years[index];
    const value = year === undefined ? found.total : found.amounts[String(year)];
    return figure === null ? value === undefined || value === null : value !== undefined && value !== null && Math.abs(value - figure) < 1e-9;
  }).length;
}

function labelOf(row: OutputRow): string {
  return normalized(row.label ?? '').replace(/ (i alt|total)$/, '');
}

function normalized(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}
