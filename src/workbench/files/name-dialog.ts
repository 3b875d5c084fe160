import { type Texts } from '../texts/texts';
import { ask, dialogButton, dialogButtons, openDialog } from './dialog';

/** The names of saved workbooks, and the one among them that is the workbook's own. */
export interface TakenNames {
  readonly own: string | null;
  readonly all: readonly string[];
}

/** Asks for a workbook's name, and whether to replace another that has it; null when it is given up. */
export async function askName(title: string, proposed: string, taken: TakenNames, texts: Texts): Promise<string | null> {
  const { files } = texts;
  const name = await openDialog<string>(title, (choose) => {
    const form = document.createElement('form');
    const label = Object.assign(document.createElement('label'), { className: 'dialog-field', textContent: files.name });
    const input = Object.assign(document.createElement('input'), { value: proposed, required: true, maxLength: 100, id: 'file-name' });
    label.append(input);
    form.append(label);
    const submit = (): void => {
      const given = input.value.trim();
      if (given !== '') choose(given);
      else input.reportValidity();
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submit();
    });
    queueMicrotask(() => input.select());
    return [form, dialogButtons(dialogButton(files.confirm, submit, true), dialogButton(files.cancel, () => choose(null)))];
  });
  if (name === null || name === taken.own || !taken.all.includes(name)) return name;
  return (await ask(files.replaceTitle, files.replaceQuestion(name), files.replace, texts)) ? name : askName(title, name, taken, texts);
}
