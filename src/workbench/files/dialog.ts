import { type Texts } from '../texts/texts';

/** Opens a dialogue over the page; answers when it is closed, with what was chosen or null. */
export function openDialog<T>(title: string, build: (choose: (answer: T | null) => void) => readonly HTMLElement[]): Promise<T | null> {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  const heading = Object.assign(document.createElement('h2'), { textContent: title, id: `dialog-${title.length}-${document.querySelectorAll('dialog').length}` });
  dialog.setAttribute('aria-labelledby', heading.id);
  return new Promise((resolve) => {
    const choose = (answer: T | null): void => {
      resolve(answer);
      dialog.close();
    };
    dialog.append(heading, ...build(choose));
    // Keys meant for the dialogue are none of the grid's.
    for (const type of ['keydown', 'paste', 'copy', 'cut']) dialog.addEventListener(type, (event) => event.stopPropagation());
    dialog.addEventListener('close', () => {
      resolve(null);
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** A dialogue's button. */
export function dialogButton(label: string, press: () => void, isPrimary = false): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: isPrimary ? 'dialog-button is-primary' : 'dialog-button', textContent: label });
  button.addEventListener('click', press);
  return button;
}

/** A row of buttons at a dialogue's end. */
export function dialogButtons(...buttons: readonly HTMLButtonElement[]): HTMLElement {
  const row = Object.assign(document.createElement('div'), { className: 'dialog-buttons' });
  row.append(...buttons);
  return row;
}

export function paragraph(text: string, className = ''): HTMLElement {
  return Object.assign(document.createElement('p'), { textContent: text, className });
}

/** Asks whether to do something that cannot be taken back. */
export async function ask(title: string, question: string, yes: string, texts: Texts): Promise<boolean> {
  const answer = await openDialog<true>(title, (choose) => [paragraph(question), dialogButtons(dialogButton(yes, () => choose(true), true), dialogButton(texts.files.cancel, () => choose(null)))]);
  return answer === true;
}
