import { type TextLine } from '../../lines/document-text';
import { splitFigures } from '../../lines/figures/split-figures';
import { endsIn, joinAll, startsSmall } from '../../lines/join-lines';
import { FORM_FIELD, FORM_GROUP, FORM_GROUP_NAMES, FORM_SECTION, FORM_TITLE } from '../../vocabulary';

const MAX_TITLE_LINES = 6;
/** A heading over several forms takes at most so many lines, each at most so long. */
const MAX_SECTION_LINES = 2;
const MAX_SECTION_LENGTH = 80;

/** Where a form stands: its title line and its first field, as indexes into the body lines, and the group that it belongs to. */
export interface FormPlace {
  readonly start: number;
  readonly fields: number;
  readonly group: readonly string[];
}

/** How many forms the lines have; titles without numbered fields make none. */
function countForms(lines: readonly TextLine[]): number {
  const fields = lines.filter((line) => FORM_FIELD.test(line.text.trim())).length;
  const titles = lines.filter((line) => FORM_TITLE.test(line.text.trim())).length;
  return fields >= titles ? titles : 0;
}

/** The forms of a document in order. */
export function findForms(lines: readonly TextLine[]): FormPlace[] {
  if (countForms(lines) === 0) return [];
  const forms: FormPlace[] = [];
  let group: readonly string[] = [];
  let lastHeading = 0;
  lines.forEach((line, index) => {
    const text = line.text.trim();
    const next = lines[index + 1];
    const wrapped = next !== undefined && next.blankLinesBefore === 0 ? `${text} ${next.text.trim()}` : text;
    const heading = FORM_GROUP.exec(text) ?? FORM_GROUP.exec(wrapped);
    if (heading !== null) {
      group = [groupName(heading[1] ?? '')];
      lastHeading = index;
    }
    const title = FORM_TITLE.exec(text);
    if (title === null) return;
    const last = forms[forms.length - 1];
    if (title[1] === '1' && lastHeading < (last?.start ?? 0)) group = sectionHeading(lines, index, last?.start ?? 0);
    forms.push({ start: index, fields: findFields(lines, index), group });
  });
  return forms;
}

/** The heading above a form with which the numbers start again, in words that name no area: the lines between the empty ones; none where they are text or figures. */
function sectionHeading(lines: readonly TextLine[], form: number, floor: number): readonly string[] {
  let start = form - 1;
  if ((lines[form]?.blankLinesBefore ?? 0) === 0) return [];
  while (start > floor && form - start < MAX_SECTION_LINES && lines[start]?.blankLinesBefore === 0) start -= 1;
  const block = lines.slice(start, form);
  const isHeading = start > floor && block.every(({ text, cells }) => cells === null && text.length <= MAX_SECTION_LENGTH && !endsIn(text.trim(), '.;:,') && splitFigures(text).figures.length === 0);
  const heading = joinAll(block.map((line) => line.text));
  return isHeading && !startsSmall(heading) && heading !== '' ? [FORM_SECTION.exec(heading)?.[1] ?? heading] : [];
}

/** Where a form's fields start; the end of the title's own block where they are too far to belong to it. */
function findFields(lines: readonly TextLine[], title: number): number {
  for (let index = title + 1; index <= title + MAX_TITLE_LINES && index < lines.length; index += 1) {
    if (FORM_FIELD.test(lines[index]?.text.trim() ?? '')) return index;
  }
  let end = title + 1;
  while (end < lines.length && end - title < MAX_TITLE_LINES && lines[end]?.blankLinesBefore === 0) end += 1;
  return end;
}

function groupName(text: string): string {
  const name = text.replace(/-$/, '').trim();
  return FORM_GROUP_NAMES.get(name.toLowerCase()) ?? name;
}
