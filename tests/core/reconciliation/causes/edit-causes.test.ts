import { type Agreement } from '../../../../src/core/budget/agreement';
import { findCauses } from '../../../../src/core/reconciliation/causes/find-causes';
import { reconcile } from '../../../../src/core/reconciliation/engine';
import { type Check } from '../../../../src/core/reconciliation/rule';
import { buildAgreement } from '../../../support/agreement-builder';

const paper = (wage: string, lead = '21,0'): Agreement =>
  buildAgreement(
    ['# Havnefyret', `lead ${lead} mio. kr. 2026-2028`, 'economy 21,0 mio. kr.', '| år | 2026 | 2027 | 2028 | I alt |', '| = I alt | 6,0 | 7,0 | 8,0 | 21,0 |', `| Løn | 2,0 | ${wage} | 4,0 | 9,0 |`, '| Drift | 4,0 | 4,0 | 4,0 | 12,0 |'].join('\n'),
  );

const sheet = (wage: string, lead?: string): Check[] => reconcile(paper(wage, lead));

/** The finding that the second part's figure of 2027 was edited. */
function editOf(checks: readonly Check[]): Check {
  const row = checks.find(({ rule, label }) => rule === 'row-cross-footing' && label === 'Løn') as Check;
  return { ...row, rule: 'edited-after-import', outcome: 'differs', severity: 'warning', place: { ...row.place, column: 2027 }, terms: [], related: [], suggestion: null, message: { da: 'Ændret.', en: 'Changed.' } };
}

describe('an edit of the workbook', () => {
  it('comes first and gathers the checks that it made fail', () => {
    const current = sheet('7,3');
    const edit = editOf(current);
    const checks = [...current, edit];
    const [first, ...others] = findCauses(checks, paper('7,3'), { edits: new Set([edit]), asImported: sheet('3,0') });
    expect(first).toMatchObject({ kind: 'edit', severity: 'error', message: { da: 'Ændret. Det giver 2 afvigelser mere.', en: 'Changed. That makes 2 more checks differ.' } });
    expect(first?.checks.map((index) => checks[index]?.rule)).toEqual(['edited-after-import', 'column-footing', 'row-cross-footing']);
    expect(others).toEqual([]);
  });

  it('leaves what differed before it to what the document prints', () => {
    const current = sheet('7,3', '22,0');
    const edit = editOf(current);
    const checks = [...current, edit];
    const causes = findCauses(checks, paper('7,3', '22,0'), { edits: new Set([edit]), asImported: sheet('3,0', '22,0') });
    expect(causes.map(({ kind }) => kind)).toEqual(['edit', 'figure']);
    expect(causes[1]?.checks.map((index) => checks[index]?.rule)).toEqual(['lead-total-tie-out']);
    expect(causes.flatMap((cause) => cause.checks).sort()).toEqual(checks.flatMap((check, index) => (check.outcome === 'differs' ? [index] : [])).sort());
  });

  it('that nothing follows from stands alone', () => {
    const checks = sheet('3,0');
    const edit = editOf(checks);
    expect(findCauses([...checks, edit], paper('3,0'), { edits: new Set([edit]), asImported: checks })).toMatchObject([{ kind: 'edit', checks: [checks.length], message: { da: 'Ændret.' } }]);
  });

  it('that takes a table away gathers the formulas that lost it, before everything else', () => {
    const checks = sheet('3,0');
    const formula = (text: string): Check => ({ ...editOf(checks), seen: ['formula', text], message: { da: 'En anden formel.', en: 'Another formula.' } });
    const gone: Check = { ...editOf(checks), outcome: 'not-checkable', place: { ...editOf(checks).place, initiative: null, component: null }, seen: ['table gone', 'Delposter2026'], message: { da: 'Tabellen er væk.', en: 'The table is gone.' } };
    const edits = [formula('=SUM(#REF!)'), formula('=SUM(A1)'), gone, formula('=IF(#REF!=0,1,2)')];
    const all = [...checks, ...edits];
    const causes = findCauses(all, paper('3,0'), { edits: new Set(edits), asImported: checks });
    const at = checks.length;
    expect(causes.map((cause) => cause.checks)).toEqual([[at + 2, at, at + 3], [at + 1]]);
    expect(causes[0]?.message.da).toBe('Tabellen er væk. 2 formler har derfor mistet det, de regner på. Fjern importen, og indsæt aftalen igen, hvis du skal bruge tallene.');
  });
});
