import { type SavedWorkbook } from '../excel-side/persistence';
import { ExcelSide } from '../excel-side/excel-side';
import { type StatusLine } from '../shell/status-line';
import { type Texts } from '../texts/texts';
import { ask } from './dialog';
import { leftOutSentence } from './left-out-text';
import { askName } from './name-dialog';
import { chooseFile } from './open-dialog';
import { type Session, StorageFull, saveFile, savedFile, savedFiles, storeSession } from './saved-workbooks';
import { pickXlsx, readXlsx, saveXlsx } from './xlsx-files';

/** So long after the last change the session is kept. Units: milliseconds. */
const KEEP_AFTER_MS = 300;

/** What the files of the workbench are handled with. */
export interface FileHost {
  readonly side: ExcelSide;
  readonly texts: Texts;
  readonly locale: string;
  readonly status: StatusLine;
  /** Shows another workbook, with the add-in started anew in it. */
  readonly reopen: () => Promise<void>;
  /** Hears what the workbook is called now, and whether it has changes that are not saved. */
  readonly onNamed: (name: string, isChanged: boolean) => void;
  /** Hears whether all that was done is there again after a reload. */
  readonly onKept: (isKept: boolean) => void;
}

/** New, open, save and the like: workbooks by name in this browser, and .xlsx files. */
export class FileActions {
  private fileName: string | null;
  private isChanged: boolean;
  private keeping: ReturnType<typeof setTimeout> | undefined;
  /** One action after another: a file is never written while another one is being opened. */
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly host: FileHost, session: Session | null) {
    this.fileName = session?.fileName ?? null;
    this.isChanged = session?.isChanged ?? false;
    host.side.watch(({ kind }) => {
      if (kind !== 'selection' && kind !== 'sheetActivated' && kind !== 'calculated') this.isChanged = true;
      this.tell();
      this.keepSession();
    });
    this.tell();
  }

  readonly create = (): void => this.run(async () => {
    if (!(await this.mayLeave(this.host.texts.files.newTitle))) return;
    await this.show({ workbook: this.emptyWorkbook(), fileName: null, isChanged: false }, this.host.texts.created);
  });

  readonly open = (): void => this.run(async () => {
    const { texts, locale } = this.host;
    const name = await chooseFile({
      texts, locale, onFailed: (error) => this.fail(error),
      onRenamed: (before, after) => this.fileName === before && this.name(after),
      onDeleted: (deleted) => this.fileName === deleted && this.forgetName(),
    });
    const saved = name === null ? null : await savedFile(name);
    if (!saved || !(await this.mayLeave(texts.files.openTitle))) return;
    await this.show({ workbook: saved, fileName: name, isChanged: false }, `${texts.opened} ${name ?? ''}`);
  });

  readonly save = (): void => this.run(() => (this.fileName === null ? this.saveUnderNewName() : this.saveUnder(this.fileName)));

  readonly saveAs = (): void => this.run(() => this.saveUnderNewName());

  readonly saveToXlsx = (): void => this.run(async () => {
    const { side, status, texts } = this.host;
    const { name, ownFormulas } = await saveXlsx(side.workbook);
    status.say(`${texts.savedXlsx} ${name}`);
    if (ownFormulas > 0) status.warn(texts.ownFormulas(ownFormulas));
  });

  readonly openXlsx = (): void => this.run(async () => {
    const { side, status, texts, reopen } = this.host;
    const file = await pickXlsx();
    if (!file || !(await this.mayLeave(texts.openXlsx))) return;
    const opened = await readXlsx(file).catch((error: unknown) => {
      throw new Error(texts.unreadable[(error as { reason?: string }).reason ?? ''] ?? String(error));
    });
    side.openModel(opened.workbook);
    this.fileName = null;
    await reopen();
    status.say(`${texts.opened} ${file.name}`);
    side.workbook.settle();
    this.changed(false);
    const missing = opened.missing(side.workbook.calculation.customFunctions);
    const told = [missing > 0 ? texts.unknownFormulas(missing) : '', leftOutSentence(opened.leftOut, texts)].filter((sentence) => sentence !== '');
    if (told.length > 0) status.warn(told.join(' '));
  });

  /** Shows a workbook in place of the present one. */
  async show({ workbook, fileName, isChanged }: Session, message: string): Promise<void> {
    this.host.side.open(workbook);
    this.fileName = fileName;
    await this.host.reopen();
    this.changed(isChanged);
    this.host.status.say(message);
  }

  /** What stands in the workbench now. */
  session(): Session {
    return { workbook: this.host.side.save(), fileName: this.fileName, isChanged: this.isChanged };
  }

  emptyWorkbook(): SavedWorkbook {
    return { ...new ExcelSide(this.host.texts.files.sheetWord).save(), name: this.host.texts.files.untitled };
  }

  private async saveUnderNewName(): Promise<void> {
    const { side, texts } = this.host;
    const all = (await savedFiles()).map(({ name }) => name);
    const name = await askName(texts.files.saveAsTitle, this.fileName ?? side.workbook.name, { own: this.fileName, all }, texts);
    if (name !== null) await this.saveUnder(name);
  }

  private async saveUnder(name: string): Promise<void> {
    const { side, status, texts } = this.host;
    await saveFile(name, { ...side.save(), name });
    this.name(name);
    this.changed(false);
    status.say(`${texts.saved}: ${name}`);
  }

  private name(name: string): void {
    this.fileName = name;
    this.host.side.workbook.name = name;
    this.tell();
    this.keepSession();
  }

  private forgetName(): void {
    this.fileName = null;
    this.changed(true);
  }

  private changed(isChanged: boolean): void {
    this.isChanged = isChanged;
    this.tell();
    this.keepSession();
  }

  private tell(): void {
    this.host.onNamed(this.host.side.workbook.name, this.isChanged);
  }

  /** Asks before changes that are not saved are left behind. */
  private async mayLeave(title: string): Promise<boolean> {
    const { texts } = this.host;
    return !this.isChanged || ask(title, texts.files.leaveQuestion(this.host.side.workbook.name), texts.files.leave, texts);
  }

  private keepSession(): void {
    const { side, status, texts, onKept } = this.host;
    clearTimeout(this.keeping);
    onKept(false);
    const own = setTimeout(() => {
      if (side.lastDefect) status.warn(`${texts.defect}: ${side.lastDefect.message}`);
      storeSession(this.session()).then(() => this.keeping === own && onKept(true), (error: unknown) => this.fail(error));
    }, KEEP_AFTER_MS);
    this.keeping = own;
  }

  private run(act: () => Promise<void>): void {
    this.last = this.last.then(act).catch((error: unknown) => this.fail(error));
  }

  private fail(error: unknown): void {
    const { status, texts } = this.host;
    status.warn(error instanceof StorageFull ? texts.files.full : error instanceof Error ? error.message : String(error));
  }
}
