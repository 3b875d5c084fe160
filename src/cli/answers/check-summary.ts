import { type Agreement } from '../../core/budget/agreement';
import { type Language } from '../../core/money/danish-number';
import { type Summary } from '../../core/reconciliation/engine';
import { ruleTitle } from '../../core/reconciliation/registry';
import { type LocalizedText } from '../../core/reconciliation/rule';
import { isSaidBy } from '../../core/sheet-plan/checks/finding-groups';
import { type CauseJson, type CheckJson, type CheckOutput, checkOutput } from './check-output';
import { type Answer } from '../command';

/** What `check` says of an agreement; its exit code is 1 when something differs. */
export function answerCheck(agreement: Agreement, others: readonly Agreement[]): Answer {
  const output = checkOutput(agreement, others);
  return { json: () => output, text: (language) => checkSummaryText(agreement.document.name, output, language), exitCode: output.summary.differs > 0 ? 1 : 0 };
}

/** How many findings the summary spells out before it says how many more there are. */
const SPELLED_FINDINGS = 40;

/** The outcome of a check as a person reads it in a terminal: what differs first, then what could not be checked, then the counts. */
export function checkSummaryText(name: string, output: CheckOutput, language: Language): string {
  const open = output.checks.filter((check) => check.outcome === 'not-checkable' && check.severity !== 'info');
  const lines = [`${name}: ${verdictText(output.summary, language)}`];
  if (output.comparedWith.length > 0) lines.push(`${{ da: 'Sammenholdt med', en: 'Compared with' }[language]} ${output.comparedWith.join(', ')}`);
  lines.push(...section(output.causes.map((cause) => causeText(cause, output.checks, language)), { da: 'Afviger', en: 'Differs' }[language], language));
  lines.push(...section(open.map((check) => findingText(check, language)), { da: 'Kunne ikke kontrolleres', en: 'Could not be checked' }[language], language));
  const { agrees, agreesWithinRounding, differs, notCheckable } = output.summary;
  lines.push(
    '',
    language === 'da'
      ? `Stemmer ${agrees} · inden for afrunding ${agreesWithinRounding} · afviger ${differs} · ikke kontrolleret ${notCheckable}`
      : `Agrees ${agrees} · within rounding ${agreesWithinRounding} · differs ${differs} · not checked ${notCheckable}`,
  );
  return lines.join('\n');
}

const VERDICT: Readonly<Record<Summary['verdict'], LocalizedText>> = {
  agrees: { da: 'alt, hvad der kunne kontrolleres, stemmer', en: 'everything that could be checked agrees' },
  'agrees-within-rounding': { da: 'stemmer inden for afrunding', en: 'agrees within rounding' },
  differs: { da: 'noget afviger', en: 'something differs' },
  'not-checkable': { da: 'kan ikke siges at stemme, for ikke alt kunne kontrolleres', en: 'cannot be said to agree, because not everything could be checked' },
};

function verdictText(summary: Summary, language: Language): string {
  return VERDICT[summary.verdict][language];
}

function section(findings: readonly string[], heading: string, language: Language): string[] {
  if (findings.length === 0) return [];
  const shown = findings.slice(0, SPELLED_FINDINGS);
  const rest = findings.length - shown.length;
  return ['', `${heading} (${findings.length})`, ...shown, ...(rest > 0 ? [language === 'da' ? `  … og ${rest} til` : `  … and ${rest} more`] : [])];
}

/** A cause with the checks that it explains below it; one that says what its first check says stands in the place of that. */
function causeText({ message, checks: indexes }: CauseJson, checks: readonly CheckJson[], language: Language): string {
  const explained = indexes.flatMap((index) => checks[index] ?? []);
  const [first, ...rest] = explained;
  const below = (check: CheckJson): string => findingText(check, language).replace(/^/gm, '  ');
  if (first === undefined || !isSaidBy({ message }, first)) return [`  ${message[language]}`, ...explained.map(below)].join('\n');
  return [findingText({ ...first, message }, language), ...rest.map(below)].join('\n');
}

function findingText(check: CheckJson, language: Language): string {
  const where = [check.page === null ? null : `${language === 'da' ? 'side' : 'page'} ${check.page}`, check.line === null ? null : `${language === 'da' ? 'linje' : 'line'} ${check.line}`];
  const place = where.filter((part) => part !== null).join(', ');
  const column = check.column === 'total' ? { da: 'i alt', en: 'total' }[language] : check.column;
  const isSaid = check.label?.toLowerCase() === column;
  const subject = [check.initiative, check.label === check.initiative ? null : check.label, isSaid ? null : column].filter((part) => part !== null && part !== '').join(' · ');
  const title = ruleTitle(check.rule, language);
  return `  ${[place, title, subject].filter((part) => part !== '').join(' · ')}\n    ${check.message[language]}`;
}
