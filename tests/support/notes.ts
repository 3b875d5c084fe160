import { type CommentModel } from '../../src/spreadsheet/model/comment';
import { between } from '../../src/spreadsheet/cells/address';
import { failures } from '../../src/spreadsheet/model/failure';
import { RangeObject } from '../../src/workbench/excel-side/objects/ranges/range';
import { WorkbookObject } from '../../src/workbench/excel-side/objects/workbook';
import { HostObject } from '../../src/workbench/excel-side/protocol/host-object';
import { type Session } from '../../src/workbench/excel-side/protocol/session';
import { type HeadlessExcel } from './headless-excel';

type Note = Pick<CommentModel, 'id' | 'sheet' | 'row' | 'column' | 'content'>;

/**
 * Teaches a headless Excel the notes of ExcelApi 1.18, which the npm copy of office.js does not know: the client's collection has the members of
 * comments that notes share with them. Start that Excel with `apiVersion: '1.18'`. Source: the reference of Excel.NoteCollection and Excel.Note.
 * @returns the notes as they stand.
 */
export function offerNotes(excel: HeadlessExcel): readonly Note[] {
  const notes: Note[] = [];
  const { BatchApiHelper } = excel.window.OfficeExtension as unknown as { BatchApiHelper: { createPropertyObject(type: unknown, parent: object, name: string, isCollection: boolean, flags: number): object } };
  const { Workbook, CommentCollection } = excel.window.Excel as unknown as { Workbook: { prototype: object }; CommentCollection: unknown };
  Object.defineProperty(Workbook.prototype, 'notes', {
    configurable: true,
    get(this: object) {
      return BatchApiHelper.createPropertyObject(CommentCollection, this, 'Notes', true, 4);
    },
  });
  Object.defineProperty(WorkbookObject.prototype, 'Notes', {
    configurable: true,
    get(this: HostObject) {
      return new NotesObject(this.session, notes);
    },
  });
  return notes;
}

class NotesObject extends HostObject {
  readonly className = 'NoteCollection';

  constructor(session: Session, private readonly notes: Note[]) {
    super(session);
  }

  override children(): HostObject[] {
    return this.notes.map((note) => new NoteObject(this.session, this.notes, note));
  }

  override childBy(key: unknown): HostObject {
    const note = this.notes.find(({ id }) => id === key);
    if (note === undefined) throw failures.itemNotFound();
    return new NoteObject(this.session, this.notes, note);
  }

  Add(cell: unknown, content: unknown): HostObject {
    if (!(cell instanceof RangeObject)) throw failures.invalidArgument();
    const { sheet, area } = cell;
    if (this.notes.some((note) => note.sheet === sheet && note.row === area.row && note.column === area.column)) throw failures.itemAlreadyExists();
    const note: Note = { id: `note-${sheet.id}-${area.row}-${area.column}`, sheet, row: area.row, column: area.column, content: String(content) };
    this.notes.push(note);
    return new NoteObject(this.session, this.notes, note);
  }
}

class NoteObject extends HostObject {
  readonly className = 'Note';

  constructor(session: Session, private readonly notes: Note[], private readonly note: Note) {
    super(session);
  }

  get Id(): string {
    return this.note.id;
  }

  get Content(): string {
    return this.note.content;
  }

  set Content(content: string) {
    this.note.content = content;
  }

  GetLocation(): HostObject {
    const { sheet, row, column } = this.note;
    return new RangeObject(this.session, sheet, between(row, column, row, column));
  }

  Delete(): void {
    this.notes.splice(this.notes.indexOf(this.note), 1);
  }
}
