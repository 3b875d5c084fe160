import { type Agreement } from '../../core/budget/agreement';
import { type Position } from '../../core/budget/position';
import { cautionText, changedName, conditionText, figureText, kindText, pairReasonText, rowTitle } from '../../core/edition/change-texts';
import { compareEditions } from '../../core/edition/compare-editions';
import { hasChanges, type ChangeKind, type EditionComparison, type EditionRow, type FigureChange } from '../../core/edition/edition';
import { type Language } from '../../core/money/danish-number';
import { sourceText } from '../../core/sheet-plan/sheet-texts';
import { type CommandCall, type ExitCode, type Terminal } from '../command';
import { compareOutput } from './compare-output';
import { readAgreements } from '../read-agreement';

/** How many rows of a list the summary prints before it says how many more there are. */
const LISTED = 80;

/** `reserve compare OLD NEW`: two editions of an agreement side by side; 1 when something changed. */
export async function runCompare(call: CommandCall, terminal: Terminal): Promise<ExitCode> {
  if (call.files.length !== 2) {
    terminal.writeError(`reserve: ${{ da: 'compare tager to filer: den gamle udgave og den nye', en: 'compare takes two files: the old edition and the new one' }[call.language]}`);
    return 2;
  }
  const [old, now] = (await readAgreements(call, terminal)) ?? [];
  if (old === undefined || now === undefined) return 2;
  const comparison = compareEditions(old, now);
  const json = (): object => compareOutput(old, now, comparison);
  const text = { text: () => compareSummaryText(old, now, comparison, call.language), json: () => JSON.stringify(json(), null, 2), ndjson: () => JSON.stringify(json()) }[call.form]();
  await terminal.writeOutput(`${text}\n`);
  return hasChanges(comparison) ? 1 : 0;
}

/** What changed from one edition to the other, as a person reads it in a terminal: row by row, year by year, with both places. */
export function compareSummaryText(old: Agreement, now: Agreement, { rows, totals, pools, cautions }: EditionComparison, language: Language): string {
  const changed = rows.filter(({ kinds }) => kinds.length > 0);
  const totalsChanged = totals.filter(({ kinds }) => kinds.length > 0);
  const poolsChanged = pools.filter(({ kinds }) => kinds.length > 0);
  const lines = [
    `${old.document.name} → ${now.document.name}`,
    ...cautions.map((caution) => `! ${cautionText(caution, language)}`),
    ...section({ da: 'Initiativer', en: 'Initiatives' }[language], changed.map((row) => rowText(old, now, row, language)), language),
    ...section({ da: 'Totaler', en: 'Totals' }[language], totalsChanged.map((one) => entryText(changedName(old.totals[one.old ?? -1]?.label, now.totals[one.now ?? -1]?.label), one.kinds, one.figures, language).join('\n')), language),
    ...section(
      { da: 'Puljer', en: 'Pools' }[language],
      poolsChanged.map((one) =>
        [
          ...entryText(changedName(old.pools[one.old ?? -1]?.title, now.pools[one.now ?? -1]?.title), one.kinds, one.figures, language),
          ...one.conditions.map(({ condition, old: was, now: is }) => `      ${conditionText(condition, language)}: ${was || '–'} → ${is || '–'}`),
        ].join('\n'),
      ),
      language,
    ),
    '',
    countsText(rows, language),
  ];
  return lines.join('\n');
}

function section(heading: string, entries: readonly string[], language: Language): string[] {
  if (entries.length === 0) return [];
  const rest = entries.length - LISTED;
  return ['', `${heading} (${entries.length})`, ...entries.slice(0, LISTED), ...(rest > 0 ? [`  … ${rest} ${{ da: 'flere', en: 'more' }[language]}`] : [])];
}

function rowText(old: Agreement, now: Agreement, row: EditionRow, language: Language): string {
  const components = row.components.filter(({ kinds }) => kinds.length > 0);
  const labelAt = (agreement: Agreement, initiative: number | undefined, component: number | null): string => agreement.initiatives[initiative ?? -1]?.components[component ?? -1]?.label ?? '';
  const paired = row.reason === null || row.reason === 'number-and-name' || row.reason === 'name' ? [] : [`      ${pairReasonText(row.reason, language)}`];
  return [
    ...entryText(rowTitle(old, now, row, language), row.kinds, row.figures, language),
    ...paired,
    ...components.flatMap((one) => {
      const label = changedName(labelAt(old, row.old[0], one.old), labelAt(now, row.now[0], one.now));
      return entryText(label, one.kinds, one.figures, language).map((line) => `    ${line}`);
    }),
  ].join('\n');
}

function entryText(title: string, kinds: readonly ChangeKind[], figures: readonly FigureChange[], language: Language): string[] {
  const shown = figures.filter(({ isChanged, gap }) => isChanged || (gap !== null && gap !== 'other-years'));
  return [`  ${title}: ${kinds.map((kind) => kindText(kind, language)).join(', ')}`, ...shown.map((figure) => `      ${figureText(figure, language)}${placesText(figure, language)}`)];
}

/** "[s. 3, l. 31 → s. 3, l. 33]" */
function placesText({ old, now }: FigureChange, language: Language): string {
  const text = (position: Position | null): string => (position === null ? '–' : sourceText(position, language));
  return `  [${text(old.position)} → ${text(now.position)}]`;
}

function countsText(rows: readonly EditionRow[], language: Language): string {
  const order: readonly ChangeKind[] = ['new', 'gone', 'split', 'merged', 'renamed', 'more', 'less', 'moved', 'price-level', 'unit', 'components', 'recommendation', 'group', 'conditions', 'not-comparable'];
  const counts = order.map((kind) => [kindText(kind, language), rows.filter(({ kinds }) => kinds.includes(kind)).length] as const).filter(([, count]) => count > 0);
  const unchanged = rows.filter(({ kinds }) => kinds.length === 0).length;
  return [...counts, [{ da: 'uændret', en: 'unchanged' }[language], unchanged] as const].map(([word, count]) => `${word} ${count}`).join(' · ');
}

