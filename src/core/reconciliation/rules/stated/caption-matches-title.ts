import { type Agreement, type Initiative } from '../../../budget/agreement';
import { type PlacedText } from '../../../budget/position';
import { notCheckable, observe, placeAt, type Subject } from '../../checking/check-building';
import { initiativePlace } from '../../checking/initiative-figures';
import { type Check, type Rule } from '../../rule';
import { initiativesLike, initiativesTitled } from '../../checking/title-index';
import { normalizeWording, sharesWords, tellingWords, wordOverlap } from '../../checking/wording';

const ID = 'caption-matches-title';

/** A number before a caption: "2. Læhegn på Lolland". */
const LEADING_NUMBER = /^\s*\d{1,3}(?:\.\d{1,3})*[.):]?\s+/;
/** A form of a title repeats at least so many telling words. */
const FORM_WORDS = 2;

/** A caption or row label that is another initiative's title, numbered or in a longer or shorter form, was copied; any other wording is information. */
export const captionMatchesTitle: Rule = {
  id: ID,
  reference: 'Tie-out of a table to the section that it belongs to (ISA 500, inspection)',
  title: { da: 'Tabellens overskrift ↔ initiativets navn', en: 'Table heading vs initiative name' },
  check: ({ agreement }) => {
    const captions = usesOf(agreement, ({ caption }) => (caption === null ? [] : [placeOf(caption)]));
    const labels = usesOf(agreement, ({ components }) => components.map(({ label }) => normalizeWording(label ?? '')));
    return agreement.initiatives.flatMap((initiative, index) => [...checkCaption(agreement, initiative, index, captions), ...checkLabels(agreement, initiative, index, labels)]);
  },
};

function checkCaption(agreement: Agreement, initiative: Initiative, index: number, captions: Uses): Check[] {
  const { caption, title } = initiative;
  if (caption === null || caption.text.trim() === '' || (captions.get(placeOf(caption)) ?? 0) > 1) return [];
  const place = { ...initiativePlace(initiative, index), position: caption.position };
  const subject: Subject = { rule: ID, place, initiative: title, label: caption.text };
  const wording = normalizeWording(caption.text.replace(LEADING_NUMBER, ''));
  if (title !== null && (wording === normalizeWording(title) || normalizeWording(caption.text) === normalizeWording(title))) {
    return [observe(subject, 'agrees', 'info', { da: 'Tabellens overskrift er initiativets navn.', en: 'The table heading is the name of the initiative.' })];
  }
  const other = initiativesTitled(agreement, wording).find((candidate) => candidate !== index);
  if (other !== undefined) return [copied(subject, agreement, other, 'Tabellens overskrift', 'The table heading')];
  const form = title === null || initiative.titleDamaged ? null : formOfAnother(agreement, index, wording);
  if (form !== null) return [{ ...copied(subject, agreement, form, 'Tabellens overskrift', 'The table heading'), severity: 'warning' }];
  if (title === null || initiative.titleDamaged) {
    return [notCheckable(subject, { da: 'Initiativets navn er gået tabt i dokumentet, så tabellens overskrift kan ikke sammenlignes med det.', en: 'The name of the initiative was lost in the document, so the table heading cannot be compared with it.' })];
  }
  const message = {
    da: `Tabellens overskrift er en anden end initiativets navn: »${caption.text}« mod »${title}«.`,
    en: `The table heading differs from the name of the initiative: “${caption.text}” against “${title}”.`,
  };
  return [sharesWords(caption.text, title) ? observe(subject, 'agrees', 'info', message) : observe(subject, 'not-checkable', 'info', message, { seen: [caption.text, title] })];
}

/** The one other initiative whose title a caption gives in a longer or shorter form, where it gives the own title in none. */
function formOfAnother(agreement: Agreement, index: number, wording: string): number | null {
  const words = tellingWords(wording);
  const own = agreement.initiatives[index]?.title ?? '';
  if (words.length < FORM_WORDS || wordOverlap(wording, own) === 1) return null;
  const forms = initiativesLike(agreement, words).filter(({ position, overlap }) => position !== index && overlap === 1 && tellingWords(agreement.initiatives[position]?.title ?? '').length >= FORM_WORDS);
  return forms.length === 1 ? (forms[0]?.position ?? null) : null;
}

/** How many initiatives use each of some texts. */
type Uses = ReadonlyMap<string, number>;

function usesOf({ initiatives }: Agreement, textsOf: (initiative: Initiative) => readonly string[]): Uses {
  const uses = new Map<string, number>();
  for (const initiative of initiatives) for (const text of new Set(textsOf(initiative))) uses.set(text, (uses.get(text) ?? 0) + 1);
  return uses;
}

/** A caption with its place: that of a table whose rows are several initiatives is none's title. */
function placeOf({ text, position }: PlacedText): string {
  return `${position.page ?? ''} ${position.line} ${text}`;
}

function checkLabels(agreement: Agreement, initiative: Initiative, index: number, labels: Uses): Check[] {
  return initiative.components.flatMap((row, component) => {
    const { label } = row;
    if (label === null || initiative.title === null || initiative.titleDamaged) return [];
    const wording = normalizeWording(label);
    const other = initiativesTitled(agreement, wording).find((candidate) => candidate !== index);
    if (other === undefined || wording === normalizeWording(initiative.title) || sharesWords(label, initiative.title)) return [];
    if (isCommonLabel(agreement, wording, other, labels)) return [];
    const subject: Subject = { rule: ID, place: placeAt({ initiative: index, component, position: row.position }), initiative: initiative.title, label };
    return [copied(subject, agreement, other, 'Rækken', 'The row')];
  });
}

/** A label that further initiatives use too ("Evaluering") names a kind of expense, not an initiative. */
function isCommonLabel({ initiatives }: Agreement, wording: string, titled: number, labels: Uses): boolean {
  const isUsedByTitled = initiatives[titled]?.components.some((row) => row.label !== null && normalizeWording(row.label) === wording) === true;
  return (labels.get(wording) ?? 0) > (isUsedByTitled ? 2 : 1);
}

function copied(subject: Subject, agreement: Agreement, other: number, danish: string, english: string): Check {
  const source = agreement.initiatives[other];
  const message = {
    da: `${danish} hedder »${subject.label ?? ''}«, men det er et andet initiativ${numbered(source, 'nr.')}. Teksten er formentlig kopieret med.`,
    en: `${english} is called “${subject.label ?? ''}”, but that is another initiative${numbered(source, 'no.')}. The text was probably copied along.`,
  };
  return observe(subject, 'differs', 'error', message, { related: source === undefined ? [] : [initiativePlace(source, other)], seen: [subject.label ?? ''] });
}

function numbered(initiative: Initiative | undefined, word: string): string {
  return initiative?.number === null || initiative === undefined ? '' : ` (${word} ${initiative.number})`;
}
