import { type Agreement } from '../../core/budget/agreement';
import { reconcile } from '../../core/reconciliation/engine';
import { plannedFrontAgreement, type FrontAgreement } from '../../core/sheet-plan/front/front-agreement';
import { planFront } from '../../core/sheet-plan/front/front-sheet';
import { planImport } from '../../core/sheet-plan/import-plan';
import { ADDIN_VERSION } from '../../core/import-store/addin-version';
import { type Language, type PlannedSheet } from '../../core/sheet-plan/plan';
import { planWorkingPaper } from '../../core/sheet-plan/sheets/working-paper';
import { type CommandCall, type ExitCode, type Terminal } from '../command';
import { distinctAgreements, readAgreements } from '../read-agreement';
import { writeFiles } from '../write-files';
import { workbookFile } from '../../spreadsheet/xlsx/write/workbook-file';
import { buildWorkbook, type PlannedWorkbook } from '../xlsx/build-workbook';
import { importIdOf, type WrittenImport } from '../xlsx/write-store';

/** The sheets that the add-in would write for these agreements, each with its working paper, behind the workbook's front; of a document given twice, once. */
export function planWorkbook(agreements: readonly Agreement[], language: Language, importedAt: Date): PlannedWorkbook {
  const distinct = distinctAgreements(agreements);
  const sheets: PlannedSheet[] = [];
  const imports: WrittenImport[] = [];
  const front: FrontAgreement[] = [];
  for (const agreement of distinct) {
    const taken = {
      sheets: sheets.map(({ name }) => name),
      tablesAndNames: sheets.flatMap((sheet) => [...sheet.tables.map(({ name }) => name), ...sheet.names.map(({ name }) => name)]),
    };
    const others = distinct.filter((other) => other !== agreement);
    const checks = reconcile(agreement, others);
    const plan = planImport(agreement, checks, { language, taken, importedAt: importedAt.toISOString() });
    const own = plan.sheets;
    sheets.push(...own);
    const importId = importIdOf(agreement);
    imports.push({ importId, agreement, sheets: own });
    front.push(plannedFrontAgreement(agreement, checks, plan, { importId, importedAt: importedAt.toISOString() }));
    const facts = { agreement, checks, causes: plan.causes, acceptances: new Map(), addinVersion: null, importedAt: importedAt.toISOString(), printedAt: importedAt.toISOString() };
    sheets.push(planWorkingPaper(facts, language, sheets.map(({ name }) => name)));
  }
  return { sheets: [planFront(front, language, sheets.map(({ name }) => name)), ...sheets], imports };
}

/** `reserve workbook FILE... --out OUT.xlsx`: the add-in's sheets as a file. A file that cannot be read stops it before anything is written. */
export async function runWorkbook(call: CommandCall, terminal: Terminal): Promise<ExitCode> {
  if (call.out === null || !/\.xlsx$/i.test(call.out)) {
    terminal.writeError(`reserve: ${{ da: 'workbook mangler --out FIL.xlsx', en: 'workbook needs --out FILE.xlsx' }[call.language]}`);
    return 2;
  }
  const agreements = await readAgreements(call, terminal);
  if (agreements === null) return 2;
  const importedAt = new Date();
  const planned = planWorkbook(agreements, call.language, importedAt);
  const { sheets } = planned;
  const workbook = await buildWorkbook(planned, { importedAt, addinVersion: ADDIN_VERSION, language: call.language });
  if (!(await writeFiles([{ path: call.out, bytes: workbookFile(workbook) }], call, terminal))) return 2;
  if (call.form === 'text') terminal.writeOutput(`${{ da: `${sheets.length} ark i ${call.out}`, en: `${sheets.length} sheets in ${call.out}` }[call.language]}\n`);
  else terminal.writeOutput(`${JSON.stringify({ out: call.out, sheets: sheets.map(({ name }) => name) })}\n`);
  return 0;
}
