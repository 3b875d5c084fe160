import { type Agreement } from '../core/budget/agreement';
import { type Amount, amountToNumber, convertAmount } from '../core/money/amount';
import { type Language } from '../core/money/danish-number';
import { type Unit } from '../core/money/unit';
import { reconcile, summarize, type Summary } from '../core/reconciliation/engine';
import { ruleInfo } from '../core/reconciliation/registry';
import { type Check, type LocalizedText, type Suggestion } from '../core/reconciliation/rule';
import { type Answer } from './command';

/** One check as the output contract prints it. Units: figures in the unit of the initiative, or of the agreement's tables where it names none. */
export interface CheckJson {
  readonly rule: string;
  readonly outcome: Check['outcome'];
  readonly severity: Check['severity'];
  readonly initiative: string | null;
  readonly label: string | null;
  readonly column: string | null;
  readonly printed: number | null;
  readonly computed: number | null;
  readonly residual: number | null;
  readonly bound: number | null;
  readonly unit: Unit | null;
  readonly unusual: boolean;
  readonly line: number | null;
  readonly page: number | null;
  readonly message: LocalizedText;
  readonly suggestion: { readonly kind: Suggestion['kind']; readonly printed: number | null; readonly corrected: number | null; readonly message: LocalizedText } | null;
}

/** What `check --json` prints for one document. Shape: `comparedWith` names the other documents of the call. */
export interface CheckOutput {
  readonly checks: readonly CheckJson[];
  readonly summary: Summary;
  readonly comparedWith: readonly string[];
}

/** The checks of an agreement, alone or against others at hand, in the output contract's form. */
export function checkOutput(agreement: Agreement, others: readonly Agreement[] = []): CheckOutput {
  const checks = reconcile(agreement, others);
  return { checks: checks.map((check) => checkJson(check, agreement)), summary: summarize(checks), comparedWith: others.map(({ document }) => document.name) };
}

/** What `check` says of an agreement; its exit code is 1 when something differs. */
export function answerCheck(agreement: Agreement, others: readonly Agreement[]): Answer {
  const output = checkOutput(agreement, others);
  return { json: () => output, text: (language) => checkSummaryText(agreement.document.name, output, language), exitCode: output.summary.differs > 0 ? 1 : 0 };
}

function checkJson(check: Check, agreement: Agreement): CheckJson {
  const unit = unitOf(check, agreement);
  const number = (amount: Amount | null): number | null => (amount === null ? null : numberIn(amount, unit));
  return {
    rule: check.rule,
    outcome: check.outcome,
    severity: check.severity,
    initiative: check.initiative,
    label: check.label,
    column: typeof check.place.column === 'number' || check.place.column === 'total' ? String(check.place.column) : null,
    printed: number(check.printed),
    computed: number(check.computed),
    residual: number(check.residual),
    bound: number(check.bound),
    unit: check.printed === null ? null : unit,
    unusual: check.isUnusual,
    line: check.place.position?.line ?? null,
    page: check.place.position?.page ?? null,
    message: check.message,
    suggestion:
      check.suggestion === null
        ? null
        : { kind: check.suggestion.kind, printed: number(check.suggestion.printed), corrected: number(check.suggestion.corrected), message: check.suggestion.message },
  };
}

function unitOf(check: Check, agreement: Agreement): Unit | null {
  const initiative = check.place.initiative === null ? undefined : agreement.initiatives[check.place.initiative];
  const table = check.place.table === null ? undefined : agreement.tables[check.place.table];
  return initiative?.unit ?? table?.unit ?? agreement.unit ?? check.printed?.unit ?? null;
}

function numberIn(amount: Amount, unit: Unit | null): number {
  return amountToNumber(unit === null || unit === amount.unit ? amount : convertAmount(amount, unit));
}

/** How many findings the summary spells out before it says how many more there are. */
const SPELLED_FINDINGS = 40;

/** The outcome of a check as a person reads it in a terminal: what differs first, then what could not be checked, then the counts. */
export function checkSummaryText(name: string, output: CheckOutput, language: Language): string {
  const differing = output.checks.filter((check) => check.outcome === 'differs');
  const open = output.checks.filter((check) => check.outcome === 'not-checkable' && check.severity !== 'info');
  const lines = [`${name}: ${verdictText(output.summary, language)}`];
  if (output.comparedWith.length > 0) lines.push(`${{ da: 'Sammenholdt med', en: 'Compared with' }[language]} ${output.comparedWith.join(', ')}`);
  lines.push(...section(differing, { da: 'Afviger', en: 'Differs' }[language], language));
  lines.push(...section(open, { da: 'Kunne ikke kontrolleres', en: 'Could not be checked' }[language], language));
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

function section(checks: readonly CheckJson[], heading: string, language: Language): string[] {
  if (checks.length === 0) return [];
  const shown = checks.slice(0, SPELLED_FINDINGS).map((check) => findingText(check, language));
  const rest = checks.length - shown.length;
  return ['', `${heading} (${checks.length})`, ...shown, ...(rest > 0 ? [language === 'da' ? `  … og ${rest} til` : `  … and ${rest} more`] : [])];
}

function findingText(check: CheckJson, language: Language): string {
  const where = [check.page === null ? null : `${language === 'da' ? 'side' : 'page'} ${check.page}`, check.line === null ? null : `${language === 'da' ? 'linje' : 'line'} ${check.line}`];
  const place = where.filter((part) => part !== null).join(', ');
  const subject = [check.initiative, check.label === check.initiative ? null : check.label, check.column].filter((part) => part !== null && part !== '').join(' · ');
  const title = ruleInfo(check.rule)?.title[language] ?? check.rule;
  return `  ${[place, title, subject].filter((part) => part !== '').join(' · ')}\n    ${check.message[language]}`;
}
