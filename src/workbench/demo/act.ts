import { type ExcelSide } from '../excel-side/excel-side';
import { type Language } from '../texts/texts';
import { type Act, type InBoth } from './demonstration';
import { type Wanted, fillField, findIn } from './pane-hand';

/** So long an element is waited for at most, and so often it is looked for. Units: milliseconds. */
const WAITS_MS = 20_000;
const LOOKS_EVERY_MS = 100;
/** A person sees what is about to be pressed. */
const MARKED_MS = 700;

/** Where a demonstration is played. */
export interface Stage {
  readonly side: ExcelSide;
  readonly language: Language;
  readonly pane: () => Document | null;
  readonly saveToXlsx: () => void;
  readonly signal: AbortSignal;
}

/** Does one act; answers once it is done. Errors: throws where what it needs does not come, or the demonstration was left. */
export async function perform(act: Act, stage: Stage): Promise<void> {
  const pattern = (text: InBoth): RegExp => new RegExp(text[stage.language]);
  if ('press' in act) {
    const element = await found({ role: act.press, name: pattern(act.name), within: act.within && pattern(act.within) }, stage);
    await mark(element, stage.signal);
    element.click();
  } else if ('await' in act) await found({ role: act.await, name: pattern(act.name) }, stage);
  else if ('fill' in act) fillField(await found({ role: 'field', name: pattern(act.name) }, stage), act.fill);
  else if ('enter' in act) enter(act, stage);
  else if ('show' in act) await show(pattern(act.show), stage);
  else stage.saveToXlsx();
}

async function found(wanted: Wanted, { pane, signal }: Stage): Promise<HTMLElement> {
  return waitFor(() => {
    const page = pane();
    return page && findIn(page, wanted);
  }, `${wanted.role} ${wanted.name.source}`, signal);
}

async function show(name: RegExp, { side, signal }: Stage): Promise<void> {
  const sheet = await waitFor(() => side.workbook.sheets.find((one) => one.visibility === 'Visible' && name.test(one.name)) ?? null, name.source, signal);
  side.workbook.select(sheet, { row: 0, column: 0, rows: 1, columns: 1 }, 'addIn');
}

/** Types into the cell of a table that stands in a row with a text and under a heading. */
function enter({ enter: text, row: label, column: heading }: Extract<Act, { enter: string }>, { side }: Stage): void {
  const { workbook } = side;
  for (const table of workbook.tables) {
    const index = table.columnIndex(heading);
    const { dataArea, sheet } = table;
    if (index < 0 || sheet.visibility !== 'Visible') continue;
    for (let row = dataArea.row; row < dataArea.row + dataArea.rows; row += 1) {
      if (!table.columns.some((_, at) => sheet.valueAt(row, dataArea.column + at) === label)) continue;
      const area = { row, column: dataArea.column + index, rows: 1, columns: 1 };
      workbook.select(sheet, area, 'addIn');
      side.enter(sheet, area, () => text);
      return;
    }
  }
  throw new Error(`${label} ${heading}`);
}

async function waitFor<T>(look: () => T | null, what: string, signal: AbortSignal): Promise<T> {
  for (let waited = 0; waited < WAITS_MS; waited += LOOKS_EVERY_MS) {
    const seen = look();
    if (seen !== null) return seen;
    await pause(LOOKS_EVERY_MS, signal);
  }
  throw new Error(what);
}

/** Puts a frame around what is about to be pressed. */
async function mark(element: HTMLElement, signal: AbortSignal): Promise<void> {
  element.scrollIntoView({ block: 'nearest' });
  const { outline, outlineOffset } = element.style;
  Object.assign(element.style, { outline: '3px solid #d83b01', outlineOffset: '2px' });
  try {
    await pause(MARKED_MS, signal);
  } finally {
    Object.assign(element.style, { outline, outlineOffset });
  }
}

/** Waits. Errors: throws at once where the demonstration is left. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const leave = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave);
      resolve();
    }, ms);
    signal.addEventListener('abort', leave, { once: true });
  });
}
