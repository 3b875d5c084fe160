import { type UnaccountedFigure } from '../budget/accounting';
import { type Agreement } from '../budget/agreement';
import { positionKey } from '../budget/position';
import { notCheckable, placeAt, placeKey } from './checking/check-building';
import { allRows, participant } from './checking/printed-rows';
import { type Check, type LocalizedText, type RuleInfo } from './rule';

/** What the other rules left unchecked: figures that no sum and no tie-out reaches, and the parts of the document that were not read. */
export const uncoveredFigure: RuleInfo = {
  id: 'uncovered-figure',
  reference: 'What was not examined is named in the working papers (ISA 230)',
  title: { da: 'Ikke kontrolleret', en: 'Not checked' },
};

const NOTHING_TO_CHECK: LocalizedText = { da: 'Der er intet i dokumentet at kontrollere tallet mod.', en: 'There is nothing in the document to check this figure against.' };

/** One check, not checkable, for each printed figure that took part in none of the checks, one for each line with figures that were read into nothing, and one for what could not be read. */
export function findUncovered(agreement: Agreement, checks: readonly Check[]): Check[] {
  const covered = new Set<string>();
  for (const check of checks) {
    if (check.outcome === 'not-checkable' || check.printed === null || check.residual === null) continue;
    for (const place of [check.place, ...check.related]) covered.add(placeKey(place));
  }
  const figures = allRows(agreement).flatMap((row) =>
    row.columns.flatMap((column, index): Check[] => {
      const { figure, place } = participant(row, index);
      if (figure === null || figure.rounding === 'exact' || covered.has(placeKey(place))) return [];
      return [notCheckable({ rule: uncoveredFigure.id, place, initiative: row.initiative, label: row.label ?? column.header }, NOTHING_TO_CHECK, 'info', figure.amount)];
    }),
  );
  return [...figures, ...unaccounted(agreement), ...partlyRead(agreement)];
}

/** One warning for each line with figures that were read into nothing: no verdict over them is green. */
function unaccounted({ accounting, initiatives }: Agreement): Check[] {
  const lines = new Map<string, UnaccountedFigure[]>();
  for (const figure of accounting?.unaccounted ?? []) {
    const key = positionKey(figure.position);
    const line = lines.get(key);
    if (line === undefined) lines.set(key, [figure]);
    else line.push(figure);
  }
  return [...lines.values()].flatMap((figures): Check[] => {
    const [first] = figures;
    if (first === undefined) return [];
    const subject = { rule: uncoveredFigure.id, place: placeAt({ initiative: first.initiative, position: first.position }), initiative: initiatives[first.initiative ?? -1]?.title ?? null, label: null };
    const printed = figures.map(({ text }) => text).join(' · ');
    const message = figures.length === 1 ? { da: `Tallet ${printed} er hverken læst i en tabel eller som beløb i teksten, og det er ikke kontrolleret.`, en: `The figure ${printed} was read into no table and no amount, and was not checked.` } : { da: `Tallene ${printed} er hverken læst i en tabel eller som beløb i teksten, og de er ikke kontrolleret.`, en: `The figures ${printed} were read into no table and no amount, and were not checked.` };
    return [notCheckable(subject, message, 'warning')];
  });
}

function partlyRead(agreement: Agreement): Check[] {
  if (!agreement.isPartlyRead) return [];
  const subject = { rule: uncoveredFigure.id, place: placeAt({}), initiative: null, label: null };
  const message = { da: 'En del af dokumentet kunne ikke læses og er ikke kontrolleret.', en: 'Part of the document could not be read and was not checked.' };
  return [notCheckable(subject, message, 'warning')];
}
