import { fail, succeed, type Result } from '../../../src/core/failure';
import { ExcelWorkbook } from '../../../src/excel/excel-workbook';
import { type SelectionCheck } from '../../../src/excel/workbook-port';
import { type Fault, type InterceptedRequest } from '../../../src/workbench/excel-side/excel-side';
import { type SavedWorkbook } from '../../../src/workbench/excel-side/persistence';
import { offerFigureCards } from '../figure-cards';
import { startHeadlessExcel, type HeadlessExcel } from '../headless-excel';

/** Something that the user asks for. Shape: `prepare` brings the workbook to where it can be asked for; `takesImport` where the import goes with all that stands in its cells. */
export interface Flow {
  readonly name: string;
  readonly prepare: (bench: Bench) => Promise<unknown>;
  readonly act: (bench: Bench) => Promise<Result<unknown>>;
  readonly hasCards?: boolean;
  readonly readsOnly?: boolean;
  readonly takesImport?: boolean;
}

/** A sync of a flow. Shape: `index` counts from 1; one that only reads is the same whether Excel carried it out or not. */
export interface FlowSync {
  readonly index: number;
  readonly isWrite: boolean;
}

/** Ids that a workbook opened anew gives follow after those that the preparation gave. */
const GIVEN_IDS = 10;

/** An Excel in which a flow is tried again and again, each time from the same workbook, which was prepared once. */
export class Bench {
  workbook: ExcelWorkbook;
  /** Lets the time that Excel has for an answer run out. */
  expire: () => void = () => undefined;
  /** The finding, the selection and the comparison that a flow is about. */
  key = '';
  selection: SelectionCheck | null = null;
  comparisonId = '';
  /** What the flow does where nothing goes wrong, and the workbook before it and after. */
  syncs: readonly FlowSync[] = [];
  untouched = '';
  done = '';
  private before: SavedWorkbook;

  private constructor(readonly excel: HeadlessExcel, private readonly flow: Flow) {
    this.workbook = this.newWorkbook();
    this.before = excel.save();
  }

  /** Prepares a flow and carries it out once without a fault. Errors: throws where that fails. */
  static async open(flow: Flow): Promise<Bench> {
    const excel = await startHeadlessExcel(flow.hasCards === true ? { apiVersion: '1.19' } : {});
    if (flow.hasCards === true) offerFigureCards(excel);
    await excel.userEdits('Ark1', 'A1', [['mit', 1], ['=B1*2', 'fast']]);
    await excel.userSelects('Ark1', 'C5');
    const bench = new Bench(excel, flow);
    await flow.prepare(bench);
    bench.keep();
    await bench.measure();
    return bench;
  }

  private async measure(): Promise<void> {
    this.reopen();
    this.untouched = this.footprint();
    const syncs: FlowSync[] = [];
    this.excel.resetCounters();
    this.excel.intercept((request) => {
      syncs.push({ index: request.index, isWrite: request.isWrite });
      return refuseFullCalculation(request);
    });
    const result = await this.act();
    if (!result.ok) throw new Error(`${this.flow.name} fails without a fault: ${JSON.stringify(result.failure)}`);
    this.syncs = syncs;
    this.done = this.footprint();
  }

  newWorkbook(onHeld?: (isHeld: boolean) => void, given = 0): ExcelWorkbook {
    let ids = given;
    return new ExcelWorkbook({
      language: 'da',
      addinVersion: '1.0.0',
      signer: () => 'Anne Holm',
      now: () => new Date('2026-11-28T10:00:00Z'),
      newId: () => `import-${(ids += 1)}`,
      ...(onHeld === undefined ? {} : { onHeld }),
      timer: (_milliseconds, callback) => {
        this.expire = callback;
        return () => undefined;
      },
    });
  }

  /** Takes the workbook as it is now for the one from which the flow begins. */
  keep(): void {
    this.before = this.excel.save();
  }

  /** The workbook as it was before the flow, opened anew. */
  reopen(): void {
    this.excel.load(this.before);
    this.workbook = this.newWorkbook(undefined, GIVEN_IDS);
  }

  /** Carries the flow out; whatever was to go wrong goes wrong no more afterwards. */
  async act(): Promise<Result<unknown>> {
    const result = await this.flow.act(this);
    this.excel.intercept(null);
    await this.excel.settled();
    return result.ok ? succeed(null) : fail(result.failure);
  }

  /** Makes the given sync of the next action fail once. */
  failAt(sync: number, fault: Fault): void {
    let isSpent = false;
    this.excel.resetCounters();
    this.excel.intercept((request) => {
      if (isSpent || request.index !== sync) return null;
      isSpent = true;
      if (fault.mode === 'never-answers') setTimeout(() => this.expire(), 0);
      return fault;
    });
  }

  /** Holds the given sync back; resolves when it has come, with the way to let it go. */
  holdBack(sync: number): Promise<() => void> {
    const { excel } = this;
    excel.resetCounters();
    return new Promise((arrived) => {
      excel.intercept(({ index }) => {
        if (index !== sync) return null;
        return new Promise((resolve) => {
          arrived(() => {
            excel.intercept(null);
            resolve(null);
          });
        });
      });
    });
  }

  /** Everything in the workbook that a user sees, in one comparable text; the store, hashes and ids aside. */
  footprint(): string {
    const { workbook } = this.excel;
    workbook.settle();
    const { sheets, tables, names, comments } = workbook;
    const cells = sheets.filter(({ name }) => name !== 'ReserveData').map((sheet) => [
      sheet.name,
      [...sheet.cells].filter(([, cell]) => cell.value !== null || cell.formula !== undefined || cell.style?.fill !== undefined).map(([at, cell]) => [at, cell.formula ?? String(sheet.valueAt(Math.floor(at / 16384), at % 16384)), cell.style?.fill ?? null]).sort(([a], [b]) => Number(a) - Number(b)),
    ]);
    return JSON.stringify([cells, sheets.map(({ name, charts }) => [name, charts.map(({ id: _id, ...chart }) => chart)]).sort(), tables.map(({ name }) => name).sort(), names.map(({ name }) => name).sort(), comments.map(({ content, sheet, row, column }) => [content, sheet.name, row, column]).sort()]).replace(/import-\d+/g, 'own');
  }

  /** Whether the user's own cells are as they were. */
  hasUserCells(): boolean {
    return JSON.stringify(this.excel.values('Ark1!A1:B2')) === JSON.stringify([['mit', 1], [2, 'fast']]);
  }
}

/** No flow may ask for other people's formulas to be calculated. */
function refuseFullCalculation({ body }: InterceptedRequest): Fault | null {
  const isFull = body.Actions.some(({ Name, ArgumentInfo }) => Name === 'Calculate' && ['Full', 'FullRebuild', true].includes(ArgumentInfo?.Arguments?.[0] as string));
  return isFull ? { mode: 'not-applied', code: 'AccessDenied', message: 'a full calculation' } : null;
}
