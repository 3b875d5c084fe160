import { type Texts } from '../texts/texts';
import { ask, dialogButton, dialogButtons, openDialog, paragraph } from './dialog';
import { askName } from './name-dialog';
import { type SavedFile, deleteFile, renameFile, savedFiles } from './saved-workbooks';

/** What the list of saved workbooks is shown with. Shape: hears of what was renamed and deleted, since one of them may be open. */
export interface OpenDialog {
  readonly texts: Texts;
  readonly locale: string;
  readonly onRenamed: (before: string, after: string) => void;
  readonly onDeleted: (name: string) => void;
  /** Tells that the storage failed. */
  readonly onFailed: (error: unknown) => void;
}

/** Lists the saved workbooks to open, rename and delete; answers the name to open, or null. */
export async function chooseFile(options: OpenDialog): Promise<string | null> {
  const files = await savedFiles();
  const { texts } = options;
  return openDialog<string>(texts.files.openTitle, (choose) => {
    const list = Object.assign(document.createElement('ul'), { className: 'file-list' });
    const draw = (shown: readonly SavedFile[]): void => {
      list.replaceChildren(...shown.map((file) => fileLine(file, shown, options, choose, draw)));
      if (shown.length === 0) list.replaceWith(paragraph(texts.files.none, 'dialog-empty'));
    };
    const body = document.createElement('div');
    body.append(list);
    draw(files);
    return [body, dialogButtons(dialogButton(texts.files.close, () => choose(null)))];
  });
}

function fileLine(file: SavedFile, all: readonly SavedFile[], options: OpenDialog, choose: (name: string) => void, draw: (shown: readonly SavedFile[]) => void): HTMLElement {
  const { texts, locale, onRenamed, onDeleted, onFailed } = options;
  const { files } = texts;
  const again = (act: () => Promise<void>) => (): void => {
    act().then(async () => draw(await savedFiles())).catch(onFailed);
  };
  const rename = again(async () => {
    const name = await askName(files.renameTitle, file.name, { own: file.name, all: all.map(({ name: taken }) => taken) }, texts);
    if (name === null || name === file.name) return;
    await renameFile(file.name, name);
    onRenamed(file.name, name);
  });
  const remove = again(async () => {
    if (!(await ask(files.deleteTitle, files.deleteQuestion(file.name), files.delete, texts))) return;
    await deleteFile(file.name);
    onDeleted(file.name);
  });
  const line = document.createElement('li');
  const open = dialogButton(file.name, () => choose(file.name));
  open.className = 'file-name';
  const saved = new Date(file.savedAt).toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' });
  const about = paragraph(`${saved} · ${Math.max(1, Math.round(file.size / 1000)).toLocaleString(locale)} kB`, 'file-about');
  line.append(open, about, labelled(dialogButton(files.rename, rename), `${files.rename}: ${file.name}`), labelled(dialogButton(files.delete, remove), `${files.delete}: ${file.name}`));
  return line;
}

function labelled(button: HTMLButtonElement, label: string): HTMLButtonElement {
  button.setAttribute('aria-label', label);
  return button;
}
