import { dialogButton } from '../files/dialog';
import { type Texts } from '../texts/texts';
import { pause } from './act';

/** What stands over the grid during a demonstration: where it is, what happens, and the ways to hold, hurry and leave it. */
export interface DemoCard {
  say(step: number, of: number, text: string): void;
  /** Shows the end: keep the workbook of the demonstration, or go back to one's own. */
  end(text: string, keep: () => void, back: () => void): void;
  /** Lets what remains of a step go by; answers at once where the person goes on. */
  wait(seconds: number, signal: AbortSignal): Promise<void>;
  close(): void;
}

/** Units: milliseconds. */
const TICK_MS = 100;

/** Opens the card. Shape: `leave` is asked for by button or Escape. */
export function openDemoCard(place: HTMLElement, { demo: texts }: Texts, leave: () => void): DemoCard {
  const card = Object.assign(document.createElement('section'), { className: 'demo-card' });
  card.setAttribute('aria-label', texts.name);
  const count = Object.assign(document.createElement('strong'), { className: 'demo-count' });
  const text = Object.assign(document.createElement('p'), { className: 'demo-text' });
  text.setAttribute('role', 'status');
  const bar = Object.assign(document.createElement('progress'), { max: 1, value: 0 });
  bar.setAttribute('aria-label', texts.progress);
  const buttons = Object.assign(document.createElement('div'), { className: 'popup-buttons' });
  let isHeld = false;
  let isHurried = false;
  let onEscape = leave;
  const hold = dialogButton(texts.pause, () => {
    isHeld = !isHeld;
    hold.textContent = isHeld ? texts.goOn : texts.pause;
  });
  const next = dialogButton(texts.next, () => {
    isHurried = true;
    if (isHeld) hold.click();
  });
  buttons.append(hold, next, dialogButton(texts.stop, leave));
  card.append(count, text, bar, buttons);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onEscape();
  };
  window.addEventListener('keydown', onKey);
  place.append(card);
  return {
    say(step, of, said) {
      count.textContent = texts.stepOf(step, of);
      text.textContent = said;
      bar.value = 0;
      isHurried = false;
    },
    end(said, keep, back) {
      count.textContent = '';
      text.textContent = said;
      bar.remove();
      onEscape = back;
      buttons.replaceChildren(dialogButton(texts.keep, keep, true), dialogButton(texts.back, back));
      buttons.querySelector('button')?.focus();
    },
    async wait(seconds, signal) {
      for (let shown = 0; shown < seconds * 1000 && !isHurried; shown += isHeld ? 0 : TICK_MS) {
        bar.value = shown / (seconds * 1000);
        await pause(TICK_MS, signal);
      }
    },
    close() {
      window.removeEventListener('keydown', onKey);
      card.remove();
    },
  };
}
