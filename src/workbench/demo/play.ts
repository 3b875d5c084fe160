import { type ExcelSide } from '../excel-side/excel-side';
import { type FileActions } from '../files/file-actions';
import { type StatusLine } from '../shell/status-line';
import { type Language, type Texts } from '../texts/texts';
import { perform } from './act';
import { openDemoCard } from './demo-card';
import { type DemoStep, fetchDemonstration } from './demonstration';
import { forgetForNow } from './fresh-memory';

/** What a demonstration is played with. */
export interface DemoHost {
  readonly side: ExcelSide;
  readonly files: FileActions;
  readonly language: Language;
  readonly texts: Texts;
  readonly status: StatusLine;
  readonly place: HTMLElement;
  readonly pane: () => Document | null;
}

/** The demonstration that is being played, if any. */
let playing: AbortController | null = null;

/** Plays the demonstration in a workbook of its own, from the start; the person's workbook is there again when it is left, and at its end if wanted. */
export async function playDemonstration(host: DemoHost): Promise<void> {
  if (playing) return;
  const own = new AbortController();
  playing = own;
  const { files, texts, status, place } = host;
  const before = files.session();
  const card = openDemoCard(place, texts, () => own.abort());
  let giveBack = (): void => undefined;
  const leave = async (): Promise<void> => {
    card.close();
    giveBack();
    playing = null;
    await files.show(before, texts.demo.left);
  };
  try {
    const steps = await fetchDemonstration();
    giveBack = forgetForNow(() => localStorage, window);
    await files.show({ workbook: files.emptyWorkbook(), fileName: null, isChanged: false }, texts.demo.name);
    for (const [index, step] of steps.entries()) {
      card.say(index + 1, steps.length, step.text[host.language]);
      await play(step, host, (seconds) => card.wait(seconds, own.signal), own.signal);
    }
    giveBack();
    card.end(texts.demo.done, () => {
      card.close();
      playing = null;
    }, () => void leave());
  } catch (error) {
    await leave();
    if (!own.signal.aborted) status.warn(`${texts.demo.failed}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** What is said is read first, then done, then seen. */
async function play({ seconds, acts }: DemoStep, { side, files, language, pane }: DemoHost, wait: (seconds: number) => Promise<void>, signal: AbortSignal): Promise<void> {
  await wait(seconds / 3);
  for (const act of acts) await perform(act, { side, language, pane, saveToXlsx: files.saveToXlsx, signal });
  await wait((seconds * 2) / 3);
}
