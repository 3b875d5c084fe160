import { type Agreement, type Pool } from '../../../budget/agreement';
import { totalCell, yearCell } from '../../../budget/cells';
import { type Amount, amountOf, compareAmounts, subtractAmounts, sumAmounts } from '../../../money/amount';
import { formatAmount, formatNumber } from '../../../money/danish-number';
import { cellFigure, compareSum, type Figure, printedFigure } from '../../arithmetic';
import { observe, placeAt, type Subject } from '../../checking/check-building';
import { inBothLanguages, spellSum } from '../../checking/check-texts';
import { printedTotal, tableYears } from '../../checking/initiative-figures';
import { poolOwners } from '../../checking/pool-owner';
import { type Check, type Rule, type RuleContext } from '../../rule';

const ID = 'administration-share';

/** Rows that pay for administration against the share of the pool that the text lets be used for it, beyond rounding. */
export const administrationShare: Rule = {
  id: ID,
  reference: "The agreement's own limit for administration; rounding intervals as in XBRL Calculations 1.1",
  title: { da: 'Administrationens andel', en: 'Share of administration' },
  check: (context) => context.agreement.pools.flatMap((pool, index) => checkPool(context, pool, index)),
};

function checkPool(context: RuleContext, pool: Pool, index: number): Check[] {
  const { agreement } = context;
  const owners = poolOwners(agreement);
  const owner = owners[index] ?? null;
  const initiative = owner === null ? undefined : agreement.initiatives[owner];
  if (owner === null || initiative === undefined || pool.administrationPercent === null) return [];
  if (owners.indexOf(owner) !== index) return [];
  const rows = initiative.components.filter((row) => row.label !== null && context.isAdministration(row.label));
  const spent = rows.flatMap((row) => {
    const total = cellFigure(totalCell(initiative.columns, row), initiative.unit);
    return total === null ? tableYears(initiative).flatMap((year) => cellFigure(yearCell(initiative.columns, row, year), initiative.unit) ?? []) : [total];
  });
  const base = baseOf(agreement, pool, owner);
  if (spent.length === 0 || base === null) return [];
  const subject: Subject = { rule: ID, place: placeAt({ pool: index, initiative: owner, column: 'total', position: rows[0]?.position ?? pool.position }), initiative: initiative.title, label: rows.map((row) => row.label).join(' + ') };
  return [checkShare(subject, spent, base, pool.administrationPercent)];
}

/** What the share is of: the pool's own grant where it is stated, else the initiative's. */
function baseOf(agreement: Agreement, pool: Pool, owner: number): Figure | null {
  if (pool.total !== null) return printedFigure(pool.total);
  const [first] = pool.amounts;
  if (first !== undefined) return printedFigure(sumAmounts(pool.amounts.map(({ amount }) => amount), first.amount.unit));
  const initiative = agreement.initiatives[owner];
  return initiative === undefined ? null : (printedTotal(initiative, owner)?.figure ?? null);
}

/** The rows may exceed the share by their own rounding and by the share of the base's. */
function checkShare(subject: Subject, spent: readonly Figure[], base: Figure, percent: number): Check {
  const { unit } = base.amount;
  const allowed = shareOf(base.amount, percent);
  const slack = shareOf(amountOf(5, base.amount.decimals + 1, unit), percent);
  const rows = compareSum(spent, { amount: allowed, rounding: 'exact' });
  const sum = sumAmounts(spent.map((figure) => figure.amount), unit);
  const residual = subtractAmounts(sum, allowed);
  const bound = trim(sumAmounts(rows === null ? [slack] : [rows.bound, slack], unit));
  const exceeds = compareAmounts(residual, bound) > 0;
  const message = inBothLanguages((language) => {
    const limit = `${formatPercent(percent, language)} ${language === 'da' ? 'af' : 'of'} ${formatAmount(base.amount, language)} = ${formatNumber(allowed, language)}`;
    const used = spellSum(spent, sum, language, unit);
    const rounding = formatNumber(bound, language);
    const isDanish = language === 'da';
    if (residual.coefficient <= 0) return isDanish ? `Administrationen er ${used}, inden for ${limit}.` : `Administration is ${used}, within ${limit}.`;
    const start = isDanish ? `Administrationen er ${used}, men teksten tillader ${limit}` : `Administration is ${used}, but the text allows ${limit}`;
    if (!exceeds) return isDanish ? `${start}: inden for afrundingen (højst ${rounding}).` : `${start}: within rounding (at most ${rounding}).`;
    return isDanish ? `${start} (højst ${rounding} kan skyldes afrunding).` : `${start} (at most ${rounding} may be due to rounding).`;
  });
  return observe(subject, exceeds ? 'differs' : 'agrees', exceeds ? 'warning' : 'info', message, { printed: allowed, computed: sum, residual: trim(residual), bound, within: 'limit' });
}

/** A share of an amount, exact to a thousandth of a percent. */
function shareOf(base: Amount, percent: number): Amount {
  return trim(amountOf(base.coefficient * Math.round(percent * 1000), base.decimals + 5, base.unit));
}

function trim(amount: Amount): Amount {
  let { coefficient, decimals } = amount;
  while (decimals > 1 && coefficient % 10 === 0) {
    coefficient /= 10;
    decimals -= 1;
  }
  return amountOf(coefficient, decimals, amount.unit);
}

function formatPercent(percent: number, language: 'da' | 'en'): string {
  const text = String(percent);
  return language === 'da' ? `${text.replace('.', ',')} pct.` : `${text} %`;
}
