import { type Agreement } from '../../budget/agreement';
import { amountToNumber, subtractAmounts, type Amount } from '../../money/amount';
import { type LogRow } from '../../reconciliation/acceptances';
import { type Cause } from '../../reconciliation/causes/cause';
import { ruleTitle } from '../../reconciliation/registry';
import { columnName, type Check, type LocalizedText, type Outcome, type Severity } from '../../reconciliation/rule';
import { comparedFigures } from '../../reconciliation/worksheet/compared-figures';
import { isOfSheet } from '../../reconciliation/worksheet/is-of-sheet';
import { groupFindings, isToldApart, messageOf, severityOf, sharedSubject, type FindingGroup } from '../checks/finding-groups';
import { keyedFindings } from '../checks/findings';
import { freeSheetName, shortAgreementName } from '../names';
import { sheetDate, sheetTime } from '../layout/dates';
import { amountFormat } from '../layout/figures/number-formats';
import { type CellStyle, type Language, type PlanCell, type PlannedBlock, type PlannedSheet, type PrintSetup } from '../plan';
import { FOLLOWING, outcomeText, severityText, sheetText, sourceText, statusText } from '../sheet-texts';

/**
 * What a working paper is made from. Shape: `causes` explain `checks`, whose indexes they name; `acceptances` and `comments` by the finding's key;
 * times in ISO 8601; what is not known is null. `notices` are remarks on the workbook that the paper is made in, `isEdited` says that the figure
 * of a check was changed in it.
 */
export interface WorkingPaperFacts {
  readonly agreement: Agreement;
  readonly checks: readonly Check[];
  readonly causes: readonly Cause[];
  readonly isEdited?: (check: Check) => boolean;
  readonly acceptances: ReadonlyMap<string, LogRow>;
  readonly comments?: ReadonlyMap<string, readonly LogRow[]>;
  readonly notices?: readonly LocalizedText[];
  readonly addinVersion: string | null;
  readonly importedAt: string | null;
  readonly printedAt: string | null;
  /** Who made the paper; absent or null where that is left to be written by hand. */
  readonly preparedBy?: string | null;
  /** What a reviewer has ticked off of so many figures. */
  readonly review?: { readonly ticks: Readonly<Record<string, { readonly by: string; readonly at: string }>>; readonly figures: number };
}

const TEXTS = {
  sheet: { da: 'Arbejdspapir', en: 'Working paper' },
  title: { da: 'Arbejdspapir: afstemning af', en: 'Working paper: reconciliation of' },
  document: { da: 'Dokument', en: 'Document' },
  hash: { da: 'SHA-256', en: 'SHA-256' },
  imported: { da: 'Importeret', en: 'Imported' },
  made: { da: 'Udarbejdet', en: 'Prepared' },
  version: { da: 'Reserve', en: 'Reserve' },
  conclusion: { da: 'Konklusion', en: 'Conclusion' },
  remarks: { da: 'Bemærkninger', en: 'Remarks' },
  partly: { da: 'Dokumentet kunne kun læses delvist; resten er ikke kontrolleret.', en: 'The document could be read in part only; the rest was not checked.' },
  unaccounted: { da: 'Tal i dokumentet er hverken læst i en tabel eller som beløb; dokumentet kan ikke siges at stemme.', en: 'Figures in the document were read into no table and no amount; the document cannot be said to agree.' },
  unread: { da: 'Ikke læst', en: 'Not read' },
  counts: { da: 'Kontroller fordelt på resultat', en: 'Checks by result' },
  all: { da: 'I alt', en: 'Total' },
  legend: { da: 'Tegnforklaring', en: 'Key to symbols' },
  accepted: { da: 'Godkendte afvigelser', en: 'Accepted differences' },
  differing: { da: 'Åbne afvigelser', en: 'Open differences' },
  uncheckable: { da: 'Kunne ikke kontrolleres', en: 'Could not be checked' },
  agreeing: { da: 'Stemmer', en: 'Agrees' },
  mark: { da: 'Resultat', en: 'Result' },
  comment: { da: 'Kommentar', en: 'Comment' },
  acceptedBy: { da: 'Godkendt', en: 'Accepted' },
  preparedBy: { da: 'Udført af', en: 'Prepared by' },
  seen: { da: 'Tal set', en: 'Figures seen' },
  reviewedBy: { da: 'Gennemgået af', en: 'Reviewed by' },
  date: { da: 'Dato', en: 'Date' },
  none: { da: 'Ingen.', en: 'None.' },
  page: { da: 'side', en: 'page' },
  of: { da: 'af', en: 'of' },
} as const satisfies Record<string, LocalizedText>;

/** What a check comes to; what differs and was accepted is a result of its own. */
type Result = Outcome | 'accepted';

const RESULTS: readonly Result[] = ['agrees', 'agrees-within-rounding', 'differs', 'accepted', 'not-checkable'];

const LEGEND: Readonly<Record<Result, LocalizedText>> = {
  agrees: { da: 'genberegnet og ens til sidste decimal', en: 'recalculated and equal to the last decimal' },
  'agrees-within-rounding': { da: 'forskellen kan skyldes afrunding af dokumentets tal', en: 'the difference may be due to rounding of the figures in the document' },
  differs: { da: 'forskellen kan ikke skyldes afrunding, eller teksten modsiger sig selv', en: 'the difference cannot be due to rounding, or the text contradicts itself' },
  accepted: { da: 'afviger, og nogen har godkendt det med en begrundelse', en: 'differs, and somebody accepted it with a reason' },
  'not-checkable': { da: 'der mangler noget at kontrollere med; se begrundelsen', en: 'something to check with is missing; see the reason' },
};

/** Columns: mark, rule, initiative, item, column, printed, computed, difference, bound, source, explanation. Units: characters. */
const WIDTHS = [18, 26, 32, 24, 9, 15, 12, 10, 19, 12, 60];
const COUNT_COLUMN = 4;

type Line = readonly PlanCell[];

/**
 * The working paper for the file: the document and its hash, a conclusion, counts by rule and verdict, a legend, what differs, what was accepted
 * and why, what could not be checked, and every check that agrees with its tick mark. Symbols stand with words, never colour alone.
 */
export function planWorkingPaper(facts: WorkingPaperFacts, language: Language, takenSheets: readonly string[]): PlannedSheet {
  const text = (name: keyof typeof TEXTS): string => TEXTS[name][language];
  const keyed = keyedFindings(facts.checks);
  const isAccepted = new Set(keyed.flatMap(({ check, key }) => (facts.acceptances.has(key) ? [check] : [])));
  const isEdited = facts.isEdited ?? (() => false);
  const listing: Listing = { home: facts.checks.some(isEdited) ? 'stated' : 'printed', notes: notesOf(facts, language), isAccepted: (check) => isAccepted.has(check), isEdited, language };
  const open = openGroups(facts, isAccepted);
  const others = facts.checks.filter((check) => check.outcome !== 'differs' && !isAccepted.has(check));
  const parts: readonly (readonly Line[])[] = [
    factRows(facts, isAccepted, open.length, language),
    [section(text('counts')), ...countRows(facts.checks, isAccepted, language)],
    [section(text('legend')), ...RESULTS.map((result) => [plain(resultText(result, language)), empty(), plain(LEGEND[result][language])])],
    [section(text('differing')), ...groupRows(open, listing)],
    [section(text('accepted')), ...checkRows(facts.checks.filter((check) => isAccepted.has(check)), listing)],
    [section(text('uncheckable')), ...checkRows(others.filter(({ outcome }) => outcome === 'not-checkable'), listing)],
    ...(facts.agreement.unread.length === 0 ? [] : [[section(text('unread')), ...unreadRows(facts.agreement, language)]]),
    [section(text('agreeing')), ...agreeingRows(others.filter(({ outcome }) => outcome !== 'not-checkable'), listing)],
  ];
  return {
    role: 'working-paper',
    name: freeSheetName(`${text('sheet')} ${shortAgreementName(facts.agreement)}`, takenSheets),
    visibility: 'visible',
    blocks: stacked(parts),
    tables: [],
    names: [],
    flags: [],
    widths: WIDTHS,
    frozenRows: 1,
    print: printSetup(facts, language),
  };
}

function printSetup({ agreement, addinVersion, printedAt }: WorkingPaperFacts, language: Language): PrintSetup {
  const { document } = agreement;
  const version = addinVersion === null ? 'Reserve' : `Reserve ${addinVersion}`;
  return {
    titleRows: 1,
    header: { left: document.name, right: printedAt === null ? TEXTS.sheet[language] : `${TEXTS.sheet[language]} · ${sheetTime(printedAt, language)}` },
    footer: { left: `${version} · SHA-256 ${document.sha256.slice(0, 16)}…`, page: TEXTS.page[language], of: TEXTS.of[language] },
  };
}

function factRows(facts: WorkingPaperFacts, accepted: ReadonlySet<Check>, causes: number, language: Language): Line[] {
  const { agreement, importedAt, printedAt, addinVersion, notices = [] } = facts;
  const text = (name: keyof typeof TEXTS): string => TEXTS[name][language];
  const { document } = agreement;
  const fact = (name: string, value: string | null): Line[] => (value === null ? [] : [[strong(name), plain(value)]]);
  const remarks = [...(agreement.isPartlyRead ? [text('partly')] : []), ...((agreement.accounting?.unaccounted.length ?? 0) > 0 ? [text('unaccounted')] : []), ...notices.map((notice) => notice[language])];
  return [
    [{ kind: 'text', text: `${text('title')} ${agreement.title ?? document.name}`, style: 'title' }],
    ...fact(text('document'), document.name),
    ...fact(text('hash'), document.sha256),
    ...fact(sheetText('unit', language), [agreement.unit, agreement.priceLevel].filter((part) => part !== null).join(', ') || '–'),
    ...fact(text('imported'), importedAt === null ? null : sheetTime(importedAt, language)),
    ...fact(text('made'), printedAt === null ? null : sheetTime(printedAt, language)),
    ...fact(text('version'), addinVersion),
    ...fact(text('conclusion'), conclusion(facts, accepted, causes, language)),
    ...remarks.map((remark, index): Line => [strong(index === 0 ? text('remarks') : ''), plain(remark)]),
    signatureRow(text('preparedBy'), text('date'), facts.preparedBy ?? null),
    ...fact(text('seen'), seenFigures(facts, language)),
    signatureRow(text('reviewedBy'), text('date'), reviewersOf(facts)),
  ];
}

/** A line to sign on, with the name of who signs where it is known. */
function signatureRow(role: string, date: string, name: string | null): Line {
  return [strong(role), plain(name === null ? '_'.repeat(40) : `${name} ${'_'.repeat(Math.max(10, 38 - name.length))}`), empty(), { kind: 'text', text: date, style: 'right' }, plain('_'.repeat(16))];
}

/** Who has ticked figures off, by initials; null where nobody has. */
function reviewersOf({ review }: WorkingPaperFacts): string | null {
  const names = [...new Set(Object.values(review?.ticks ?? {}).map(({ by }) => by))];
  return names.length === 0 ? null : names.join(', ');
}

/** How many figures were ticked off, and when last; null where none was. */
function seenFigures({ review }: WorkingPaperFacts, language: Language): string | null {
  const ticks = Object.values(review?.ticks ?? {});
  const last = ticks.map(({ at }) => at).sort().at(-1);
  if (review === undefined || last === undefined) return null;
  return language === 'da' ? `${ticks.length} af ${review.figures} tal er set i dokumentet, senest ${sheetTime(last, language)}` : `${ticks.length} of ${review.figures} figures were seen in the document, last ${sheetTime(last, language)}`;
}

/** What the checks come to, in a sentence with the numbers; of differences that have fewer causes, how many. */
function conclusion({ checks, agreement }: WorkingPaperFacts, accepted: ReadonlySet<Check>, causes: number, language: Language): string {
  const count = (outcome: Outcome): number => checks.filter((check) => check.outcome === outcome && !accepted.has(check)).length;
  const [agrees, open, gaps] = [count('agrees') + count('agrees-within-rounding'), count('differs'), count('not-checkable')];
  const of = open === causes ? '' : language === 'da' ? ` (${causes} ${causes === 1 ? 'årsag' : 'årsager'})` : ` (${causes} ${causes === 1 ? 'cause' : 'causes'})`;
  const unread = agreement.unread.length;
  const rest = unread === 0 ? '' : language === 'da' ? `; ${unread} ${unread === 1 ? 'linje' : 'linjer'} blev ikke forstået` : `; ${unread} ${unread === 1 ? 'line was' : 'lines were'} not understood`;
  return language === 'da'
    ? `${checks.length} kontroller: ${agrees} stemmer, ${open} afviger${of}, ${accepted.size} er godkendt, ${gaps} kunne ikke foretages${rest}.`
    : `${checks.length} checks: ${agrees} agree, ${open} differ${of}, ${accepted.size} accepted, ${gaps} could not be made${rest}.`;
}

/** A result with its mark and its words. */
function resultText(result: Result, language: Language): string {
  return result === 'accepted' ? statusText('accepted', language) : outcomeText(result, language);
}

function countRows(checks: readonly Check[], accepted: ReadonlySet<Check>, language: Language): Line[] {
  const resultOf = (check: Check): Result => (accepted.has(check) ? 'accepted' : check.outcome);
  const rules = [...new Set(checks.map((check) => check.rule))];
  const counts = (selected: readonly Check[], isTotal = false): PlanCell[] => {
    const number = (value: number): PlanCell => ({ kind: 'number', value, format: '0', ...(isTotal ? { style: 'strong' as const } : {}) });
    return [...RESULTS.map((result) => number(selected.filter((check) => resultOf(check) === result).length)), number(selected.length)];
  };
  const line = (name: PlanCell, cells: readonly PlanCell[]): Line => [name, ...Array.from({ length: COUNT_COLUMN - 1 }, empty), ...cells];
  const heads = [...RESULTS.map((result) => resultText(result, language).slice(0, 1)), TEXTS.all[language]].map((name) => head(name, 'column-head-right'));
  return [
    [head(sheetText('rule', language)), ...Array.from({ length: COUNT_COLUMN - 1 }, () => head('')), ...heads],
    ...rules.map((rule) => line(plain(ruleTitle(rule, language)), counts(checks.filter((check) => check.rule === rule)))),
    line(strong(TEXTS.all[language]), counts(checks, true)),
  ];
}

/** What was decided on findings, as sentences under their explanation. */
function notesOf({ checks, acceptances, comments }: WorkingPaperFacts, language: Language): ReadonlyMap<Check, string> {
  return new Map(
    keyedFindings(checks).flatMap(({ check, key }): [Check, string][] => {
      const accepted = acceptances.get(key);
      const lines = [
        ...(comments?.get(key) ?? []).map((row) => `${TEXTS.comment[language]} (${signed(row, language)}): ${row.reason}`),
        ...(accepted === undefined ? [] : [`${TEXTS.acceptedBy[language]} (${signed(accepted, language)}): ${accepted.reason}`]),
      ];
      return lines.length === 0 ? [] : [[check, lines.join('\n')]];
    }),
  );
}

function signed(row: LogRow, language: Language): string {
  return [row.by, sheetDate(row.at, language)].filter((part) => part !== null).join(', ');
}

/** What rows of checks are spelled with. Shape: `notes` stand under the explanation; `home` heads the figures that are not of the user's own tables. */
interface Listing {
  readonly home: 'printed' | 'stated';
  readonly notes: ReadonlyMap<Check, string>;
  readonly isAccepted: (check: Check) => boolean;
  readonly isEdited: (check: Check) => boolean;
  readonly language: Language;
}

/** What differs and nobody has accepted, under its causes. */
function openGroups({ checks, causes }: WorkingPaperFacts, accepted: ReadonlySet<Check>): FindingGroup[] {
  return groupFindings(checks, causes).flatMap(({ cause, findings }) => {
    const open = findings.filter(({ check }) => check.outcome === 'differs' && !accepted.has(check));
    return open.length === 0 ? [] : [{ cause, findings: open }];
  });
}

/** What agrees, under the name of each initiative, so that a line says no more than its tick mark needs. */
function agreeingRows(checks: readonly Check[], listing: Listing): Line[] {
  return headedRows(checks, (check) => check, listing, (group) =>
    group.flatMap((check, index): Line[] => {
      const line = checkRow(check, listing, { isNamed: false });
      const isSame = index > 0 && group[index - 1]?.initiative === check.initiative;
      return isSame || check.initiative === null ? [line] : [[strong(check.initiative)], line];
    }),
  );
}

function checkRows(checks: readonly Check[], listing: Listing): Line[] {
  return headedRows(checks, (check) => check, listing, (group) => group.map((check) => checkRow(check, listing)));
}

/** Each cause with what follows from it below. */
function groupRows(groups: readonly FindingGroup[], listing: Listing): Line[] {
  return headedRows(groups, ({ findings }) => findings[0]?.check, listing, (listed) =>
    listed.flatMap((group): Line[] => {
      const [head, ...rest] = group.findings.map(({ check }) => check);
      if (head === undefined) return [];
      const below = (check: Check): Line => checkRow(check, listing, { isBelow: true });
      if (group.cause === null) return [checkRow(head, listing)];
      if (isToldApart(group)) return [causeRow(group.cause, [head, ...rest], severityOf(group), listing), below(head), ...rest.map(below)];
      return [checkRow(head, listing, { cause: group.cause }), ...rest.map(below)];
    }),
  );
}

/** What is about the document, or the sheet that it was imported to, under its headings, then what is about the user's own tables under theirs: what a figure is headed by is where it stands. */
function headedRows<T>(items: readonly T[], firstOf: (item: T) => Check | undefined, { home, language }: Listing, rowsOf: (group: readonly T[]) => readonly Line[]): Line[] {
  if (items.length === 0) return [[plain(TEXTS.none[language])]];
  const isSheets = (item: T): boolean => isOfSheet(firstOf(item) ?? { rule: '' });
  const groups = [{ heading: home, group: items.filter((item) => !isSheets(item)) }, { heading: 'inSheet' as const, group: items.filter(isSheets) }];
  return groups.flatMap(({ heading, group }) => (group.length === 0 ? [] : [headRow(heading, language), ...rowsOf(group)]));
}

function headRow(home: Listing['home'] | 'inSheet', language: Language): Line {
  const texts = (['rule', 'initiative', 'label', 'column'] as const).map((name) => head(sheetText(name, language)));
  const figures = ([home, 'computed', 'difference', 'bound'] as const).map((name) => head(sheetText(name, language), 'column-head-right'));
  const rest = [head(sheetText('source', language), 'column-head-centered'), head(sheetText('explanation', language))];
  return [head(TEXTS.mark[language]), ...texts, ...figures, ...rest];
}

/** How a check is told. Shape: `cause` is what explains it alone or what it is itself, `isBelow` that it stands under its cause, `isNamed` that its initiative is named. */
interface Telling {
  readonly cause?: Cause;
  readonly isBelow?: boolean;
  readonly isNamed?: boolean;
}

function checkRow(check: Check, { notes, isAccepted, isEdited, language }: Listing, { cause, isBelow = false, isNamed = true }: Telling = {}): Line {
  const { inDocument, inSheet, computed, difference, bound } = comparedFigures(check, isEdited(check));
  const mark = isAccepted(check) ? statusText('accepted', language) : markOf(check, language);
  const said = cause === undefined ? check.message[language] : messageOf(check, cause, language);
  return [
    wrapped(isBelow ? `${FOLLOWING} ${mark}` : mark),
    wrapped(ruleTitle(check.rule, language)),
    wrapped(isNamed ? (check.initiative ?? '') : ''),
    wrapped(check.label ?? ''),
    wrapped(columnName(check.place.column, sheetText('total', language))),
    amount(inDocument ?? inSheet),
    amount(computed),
    amount(difference),
    amount(bound),
    { kind: 'text', text: sourceText(check.place.position, language), style: 'centered' },
    wrapped([said, notes.get(check)].filter((part) => part !== undefined).join('\n')),
  ];
}

/** What is likely wrong, above the checks that follow from it; the figures where it is one that has to change. */
function causeRow(cause: Cause, checks: readonly Check[], severity: Severity, { language }: Listing): Line {
  const [correction, second] = cause.corrections;
  const only = second === undefined ? correction : undefined;
  const { initiative, label } = correction ?? sharedSubject(checks);
  const position = (correction ?? checks[0])?.place.position ?? null;
  return [
    wrapped(`${sheetText(cause.kind === 'other' ? 'noCause' : 'cause', language)} (${severityWord(severity, language)})`),
    wrapped(''),
    wrapped(initiative ?? ''),
    wrapped(label ?? ''),
    wrapped(only === undefined ? '' : columnName(only.place.column, sheetText('total', language))),
    amount(only?.printed ?? null),
    amount(only?.corrected ?? null),
    amount(only === undefined ? null : subtractAmounts(only.corrected, only.printed)),
    empty(),
    { kind: 'text', text: sourceText(position, language), style: 'centered' },
    wrapped(cause.message[language]),
  ];
}

/** What the document says and nobody understood: it was not checked either. */
function unreadRows(agreement: Agreement, language: Language): Line[] {
  return agreement.unread.map(({ text, position }): Line => [plain(outcomeText('not-checkable', language)), empty(), plain(sourceText(position, language)), plain(text)]);
}

/** The verdict with, for a difference, how grave it is. */
function markOf(check: Check, language: Language): string {
  return check.outcome === 'differs' ? `${outcomeText('differs', language)} (${severityWord(check.severity, language)})` : outcomeText(check.outcome, language);
}

/** How grave something is, without its mark. */
function severityWord(severity: Severity, language: Language): string {
  return severityText(severity, language).replace(/^\S+\s/, '');
}

/** Parts one below the other with an empty row between; the rows of a part are made equally long. */
function stacked(parts: readonly (readonly Line[])[]): PlannedBlock[] {
  let row = 0;
  return parts.map((part) => {
    const width = Math.max(...part.map((cells) => cells.length));
    const cells = part.map((line) => [...line, ...Array.from({ length: width - line.length }, empty)]);
    const block = { row, column: 0, cells };
    row += part.length + 1;
    return block;
  });
}

function section(text: string): Line {
  return [{ kind: 'text', text, style: 'section' }];
}

function head(text: string, style: Extract<CellStyle, `column-head${string}`> = 'column-head'): PlanCell {
  return { kind: 'text', text, style };
}

function strong(text: string): PlanCell {
  return { kind: 'text', text, style: 'strong' };
}

function plain(text: string): PlanCell {
  return { kind: 'text', text };
}

function wrapped(text: string): PlanCell {
  return { kind: 'text', text, style: 'wrapped' };
}

function empty(): PlanCell {
  return { kind: 'blank', format: 'General' };
}

function amount(value: Amount | null): PlanCell {
  return value === null ? empty() : { kind: 'number', value: amountToNumber(value), format: amountFormat(value.decimals), style: 'wrapped' };
}
