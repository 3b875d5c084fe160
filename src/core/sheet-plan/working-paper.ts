import { type Agreement } from '../budget/agreement';
import { amountToNumber, type Amount } from '../money/amount';
import { type LogRow } from '../reconciliation/acceptances';
import { ruleInfo } from '../reconciliation/registry';
import { type Check, type LocalizedText, type Outcome } from '../reconciliation/rule';
import { keyedFindings } from './findings';
import { freeSheetName, shortAgreementName } from './names';
import { amountFormat } from './number-formats';
import { type Language, type PlanCell, type PlannedBlock, type PlannedSheet } from './plan';
import { outcomeText, severityText, sheetText, sourceText } from './sheet-texts';

/** What a working paper is made from. Shape: `acceptances` by the finding's key; `printedAt` and `importedAt` in ISO 8601. */
export interface WorkingPaperFacts {
  readonly agreement: Agreement;
  readonly checks: readonly Check[];
  readonly acceptances: ReadonlyMap<string, LogRow>;
  readonly addinVersion: string;
  readonly importedAt: string;
  readonly printedAt: string;
}

const OUTCOMES: readonly Outcome[] = ['agrees', 'agrees-within-rounding', 'differs', 'not-checkable'];

const TEXTS = {
  sheet: { da: 'Arbejdspapir', en: 'Working paper' },
  title: { da: 'Arbejdspapir: afstemning af', en: 'Working paper: reconciliation of' },
  document: { da: 'Dokument', en: 'Document' },
  hash: { da: 'SHA-256', en: 'SHA-256' },
  imported: { da: 'Importeret', en: 'Imported' },
  made: { da: 'Udarbejdet', en: 'Made' },
  version: { da: 'Reserve, version', en: 'Reserve, version' },
  partly: { da: 'Dokumentet kunne kun læses delvist.', en: 'The document could be read in part only.' },
  unread: { da: 'Linjer, der ikke kunne forstås', en: 'Lines that were not understood' },
  counts: { da: 'Kontroller efter udfald', en: 'Checks by verdict' },
  all: { da: 'I alt', en: 'Total' },
  legend: { da: 'Tegnforklaring', en: 'Legend' },
  accepted: { da: 'Accepterede afvigelser', en: 'Accepted differences' },
  differing: { da: 'Afvigelser', en: 'Differences' },
  uncheckable: { da: 'Kunne ikke kontrolleres', en: 'Could not be checked' },
  agreeing: { da: 'Stemmer', en: 'Agrees' },
  mark: { da: 'Mærke', en: 'Mark' },
  who: { da: 'Hvem', en: 'Who' },
  when: { da: 'Hvornår', en: 'When' },
  reason: { da: 'Begrundelse', en: 'Reason' },
  none: { da: 'Ingen.', en: 'None.' },
} as const satisfies Record<string, LocalizedText>;

const LEGEND: Readonly<Record<Outcome, LocalizedText>> = {
  agrees: { da: 'genberegnet og ens på det sidste trykte ciffer', en: 'recalculated and equal to the last printed digit' },
  'agrees-within-rounding': { da: 'forskellen kan forklares af afrunding af de trykte tal', en: 'rounding of the printed figures explains the difference' },
  differs: { da: 'forskellen kan ikke forklares af afrunding, eller teksten modsiger sig selv', en: 'rounding does not explain the difference, or the text contradicts itself' },
  'not-checkable': { da: 'der mangler noget at kontrollere med; se begrundelsen', en: 'something to check with is missing; see the reason' },
};

/**
 * The working paper for the file: the document and its hash, counts by rule and verdict, a legend, what was accepted and why,
 * what differs, what could not be checked, and every check that agrees with its tick mark. Symbols stand with words, never colour alone.
 */
export function planWorkingPaper(facts: WorkingPaperFacts, language: Language, takenSheets: readonly string[]): PlannedSheet {
  const text = (name: keyof typeof TEXTS): string => TEXTS[name][language];
  const section = (outcome: Outcome): Check[] => facts.checks.filter((check) => check.outcome === outcome);
  const parts: readonly (readonly (readonly PlanCell[])[])[] = [
    factRows(facts, language),
    [heading(text('counts')), ...countRows(facts.checks, language)],
    [heading(text('legend')), ...OUTCOMES.map((outcome) => [plain(outcomeText(outcome, language)), plain(LEGEND[outcome][language])])],
    [heading(text('accepted')), ...acceptedRows(facts, language)],
    [heading(text('differing')), ...checkRows(section('differs'), language)],
    [heading(text('uncheckable')), ...checkRows(section('not-checkable'), language)],
    [heading(text('agreeing')), ...checkRows([...section('agrees-within-rounding'), ...section('agrees')], language)],
  ];
  return {
    role: 'working-paper',
    name: freeSheetName(`${text('sheet')} ${shortAgreementName(facts.agreement)}`, takenSheets),
    visibility: 'visible',
    blocks: stacked(parts),
    tables: [],
    names: [],
    flags: [],
    widths: [30, 34, 40, 30, 9, 11, 11, 10, 9, 80, 13],
    frozenRows: 0,
  };
}

function factRows({ agreement, importedAt, printedAt, addinVersion }: WorkingPaperFacts, language: Language): PlanCell[][] {
  const text = (name: keyof typeof TEXTS): string => TEXTS[name][language];
  const { document } = agreement;
  const rows: PlanCell[][] = [
    [{ kind: 'text', text: `${text('title')} ${agreement.title ?? document.name}`, style: 'title' }],
    [strong(text('document')), plain(document.name)],
    [strong(text('hash')), plain(document.sha256)],
    [strong(sheetText('unit', language)), plain([agreement.unit, agreement.priceLevel].filter((part) => part !== null).join(', '))],
    [strong(text('imported')), plain(importedAt)],
    [strong(text('made')), plain(printedAt)],
    [strong(text('version')), plain(addinVersion)],
  ];
  if (agreement.unread.length > 0) rows.push([strong(text('unread')), { kind: 'number', value: agreement.unread.length, format: '0' }]);
  if (agreement.isPartlyRead) rows.push([strong(text('partly')), plain('')]);
  return rows;
}

function countRows(checks: readonly Check[], language: Language): PlanCell[][] {
  const rules = [...new Set(checks.map((check) => check.rule))];
  const count = (selected: readonly Check[]): PlanCell[] =>
    OUTCOMES.map((outcome) => ({ kind: 'number', value: selected.filter((check) => check.outcome === outcome).length, format: '0' }));
  return [
    [strong(sheetText('rule', language)), ...OUTCOMES.map((outcome) => strong(outcomeText(outcome, language)))],
    ...rules.map((rule) => [plain(ruleTitle(rule, language)), ...count(checks.filter((check) => check.rule === rule))]),
    [strong(TEXTS.all[language]), ...count(checks)],
  ];
}

function acceptedRows({ checks, acceptances }: WorkingPaperFacts, language: Language): PlanCell[][] {
  const accepted = keyedFindings(checks).flatMap(({ check, key }) => {
    const row = acceptances.get(key);
    return row === undefined ? [] : [[plain(`✓ ${sheetText('accepted', language)}`), plain(ruleTitle(check.rule, language)), plain(check.initiative ?? ''), plain(check.label ?? ''), plain(row.by ?? ''), plain(row.at.slice(0, 10)), plain(row.reason), plain(check.message[language])]];
  });
  if (accepted.length === 0) return [[plain(TEXTS.none[language])]];
  const headings = [TEXTS.mark[language], sheetText('rule', language), sheetText('initiative', language), sheetText('label', language), TEXTS.who[language], TEXTS.when[language], TEXTS.reason[language], sheetText('explanation', language)];
  return [headings.map(strong), ...accepted];
}

function checkRows(checks: readonly Check[], language: Language): PlanCell[][] {
  if (checks.length === 0) return [[plain(TEXTS.none[language])]];
  const headings = (['rule', 'initiative', 'label', 'column', 'printed', 'computed', 'difference', 'bound', 'explanation', 'source'] as const).map((name) => strong(sheetText(name, language)));
  return [
    [strong(TEXTS.mark[language]), ...headings],
    ...checks.map((check): PlanCell[] => [
      plain(markOf(check, language)),
      plain(ruleTitle(check.rule, language)),
      plain(check.initiative ?? ''),
      plain(check.label ?? ''),
      plain(check.place.column === 'total' ? sheetText('total', language) : String(check.place.column ?? '')),
      amount(check.printed),
      amount(check.computed),
      amount(check.residual),
      amount(check.bound),
      { kind: 'text', text: check.message[language], style: 'wrapped' },
      plain(sourceText(check.place.position, language)),
    ]),
  ];
}

/** The verdict with, for a difference, how grave it is. */
function markOf(check: Check, language: Language): string {
  return check.outcome === 'differs' ? `${outcomeText('differs', language)} (${severityText(check.severity, language)})` : outcomeText(check.outcome, language);
}

function ruleTitle(rule: string, language: Language): string {
  return ruleInfo(rule)?.title[language] ?? rule;
}

/** Parts one below the other with an empty row between; the rows of a part are made equally long. */
function stacked(parts: readonly (readonly (readonly PlanCell[])[])[]): PlannedBlock[] {
  let row = 0;
  return parts.map((part) => {
    const width = Math.max(...part.map((cells) => cells.length));
    const cells = part.map((line) => [...line, ...Array.from({ length: width - line.length }, (): PlanCell => ({ kind: 'blank', format: 'General' }))]);
    const block = { row, column: 0, cells };
    row += part.length + 1;
    return block;
  });
}

function heading(text: string): PlanCell[] {
  return [{ kind: 'text', text, style: 'title' }];
}

function strong(text: string): PlanCell {
  return { kind: 'text', text, style: 'strong' };
}

function plain(text: string): PlanCell {
  return { kind: 'text', text };
}

function amount(value: Amount | null): PlanCell {
  return value === null ? { kind: 'blank', format: 'General' } : { kind: 'number', value: amountToNumber(value), format: amountFormat(value.decimals) };
}
