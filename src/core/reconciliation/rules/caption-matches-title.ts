import { type Agreement, type Initiative } from '../../budget/agreement';
import { notCheckable, observe, placeAt, type Subject } from '../checking/check-building';
import { initiativePlace } from '../checking/initiative-figures';
import { type Check, type Rule } from '../rule';
import { normalizeWording, sharesWords } from '../checking/wording';

const ID = 'caption-matches-title';

/** A caption or row label that is another initiative's title was copied; any other wording is information. */
export const captionMatchesTitle: Rule = {
  id: ID,
  reference: 'Tie-out of a table to the section that it belongs to (ISA 500, inspection)',
  title: { da: 'Tabeltekst mod titel', en: 'Caption against title' },
  check: ({ agreement }) => {
    const titles = titlesByWording(agreement);
    return agreement.initiatives.flatMap((initiative, index) => [
      ...checkCaption(agreement, initiative, index, titles),
      ...checkLabels(agreement, initiative, index, titles),
    ]);
  },
};

function titlesByWording(agreement: Agreement): Map<string, number[]> {
  const titles = new Map<string, number[]>();
  agreement.initiatives.forEach((initiative, index) => {
    if (initiative.title === null || initiative.titleDamaged) return;
    const wording = normalizeWording(initiative.title);
    if (wording !== '') titles.set(wording, [...(titles.get(wording) ?? []), index]);
  });
  return titles;
}

function checkCaption(agreement: Agreement, initiative: Initiative, index: number, titles: ReadonlyMap<string, number[]>): Check[] {
  const { caption, title } = initiative;
  if (caption === null || caption.text.trim() === '' || isOfSeveral(agreement, index)) return [];
  const place = { ...initiativePlace(initiative, index), position: caption.position };
  const subject: Subject = { rule: ID, place, initiative: title, label: caption.text };
  const wording = normalizeWording(caption.text);
  if (title !== null && wording === normalizeWording(title)) {
    return [observe(subject, 'agrees', 'info', { da: 'Tabelteksten er titlen.', en: 'The caption is the title.' })];
  }
  const other = (titles.get(wording) ?? []).find((candidate) => candidate !== index);
  if (other !== undefined) return [copied(subject, agreement, other, 'Tabelteksten', 'The caption')];
  if (title === null || initiative.titleDamaged) {
    return [notCheckable(subject, { da: 'Titlen er gået tabt i dokumentet, så tabelteksten kan ikke holdes op mod den.', en: 'The title was lost in the document, so the caption cannot be compared with it.' })];
  }
  const message = {
    da: `Tabelteksten lyder anderledes end titlen: »${caption.text}« mod »${title}«.`,
    en: `The caption is worded differently from the title: “${caption.text}” against “${title}”.`,
  };
  return [sharesWords(caption.text, title) ? observe(subject, 'agrees', 'info', message) : notCheckable(subject, message)];
}

/** Whether the caption is that of a table whose rows are several initiatives, and so is none's title. */
function isOfSeveral({ initiatives }: Agreement, index: number): boolean {
  const own = initiatives[index]?.caption ?? null;
  return initiatives.some(({ caption }, other) => other !== index && caption !== null && caption.text === own?.text && caption.position.line === own.position.line && caption.position.page === own.position.page);
}

function checkLabels(agreement: Agreement, initiative: Initiative, index: number, titles: ReadonlyMap<string, number[]>): Check[] {
  return initiative.components.flatMap((row, component) => {
    const { label } = row;
    if (label === null || initiative.title === null || initiative.titleDamaged) return [];
    const wording = normalizeWording(label);
    const other = (titles.get(wording) ?? []).find((candidate) => candidate !== index);
    if (other === undefined || wording === normalizeWording(initiative.title) || sharesWords(label, initiative.title)) return [];
    if (isCommonLabel(agreement, wording, [index, other])) return [];
    const subject: Subject = { rule: ID, place: placeAt({ initiative: index, component, position: row.position }), initiative: initiative.title, label };
    return [copied(subject, agreement, other, 'Rækkens tekst', "The row's label")];
  });
}

/** A label that further initiatives use too ("Evaluering") names a kind of expense, not an initiative. */
function isCommonLabel(agreement: Agreement, wording: string, apart: readonly number[]): boolean {
  return agreement.initiatives.some((initiative, index) => !apart.includes(index) && initiative.components.some((row) => row.label !== null && normalizeWording(row.label) === wording));
}

function copied(subject: Subject, agreement: Agreement, other: number, danish: string, english: string): Check {
  const source = agreement.initiatives[other];
  const message = {
    da: `${danish} »${subject.label ?? ''}« er titlen på et andet initiativ${numbered(source, 'nr.')}: sandsynligvis kopieret.`,
    en: `${english} “${subject.label ?? ''}” is the title of another initiative${numbered(source, 'no.')}: probably copied.`,
  };
  return observe(subject, 'differs', 'error', message, { related: source === undefined ? [] : [initiativePlace(source, other)] });
}

function numbered(initiative: Initiative | undefined, word: string): string {
  return initiative?.number === null || initiative === undefined ? '' : ` (${word} ${initiative.number})`;
}
