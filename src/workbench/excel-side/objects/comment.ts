import { between } from '../../../spreadsheet/cells/address';
import { type CommentModel } from '../../../spreadsheet/model/comment';
import { failures } from '../../../spreadsheet/model/failure';
import { type SheetModel } from '../../../spreadsheet/model/sheet';
import { HostObject } from '../protocol/host-object';
import { commentsEvents } from '../protocol/events';
import { type Session } from '../protocol/session';
import { RangeObject } from './ranges/range';
import { rangeOf } from './tables/table';

export class CommentsObject extends HostObject {
  readonly className = 'CommentCollection';

  constructor(session: Session, private readonly sheet: SheetModel | null) {
    super(session);
  }

  private get found(): CommentModel[] {
    return this.session.workbook.comments.filter((comment) => comment.isNote !== true && (!this.sheet || comment.sheet === this.sheet));
  }

  private object(comment: CommentModel | null | undefined): HostObject {
    if (!comment) throw failures.itemNotFound();
    return new CommentObject(this.session, comment);
  }

  override children(): HostObject[] {
    return this.found.map((comment) => this.object(comment));
  }

  override childBy(key: unknown): HostObject {
    return this.object(this.found.find((comment) => comment.id === key));
  }

  override eventTypes(): Readonly<Record<string, number>> {
    return commentsEvents;
  }

  override eventTarget(): string {
    return this.sheet?.id ?? 'Workbook';
  }

  private cell(address: unknown): RangeObject {
    const range = rangeOf(this.session, address, this.sheet ?? this.session.workbook.activeSheet);
    if (range.area.rows * range.area.columns !== 1) throw failures.invalidArgument('A comment belongs to a single cell.');
    return range;
  }

  Add(address: unknown, content: unknown): HostObject {
    const range = this.cell(address);
    const text = typeof content === 'string' ? content : String((content as { richContent?: unknown } | null)?.richContent ?? '');
    if (text === '') throw failures.invalidArgument();
    return this.object(this.session.workbook.addComment(range.sheet, range.area.row, range.area.column, text, this.session.author, 'addIn'));
  }

  GetCount(): number {
    return this.found.length;
  }

  GetItem(id: string): HostObject {
    return this.childBy(id);
  }

  GetItemOrNullObject(id: string): HostObject | null {
    const comment = this.found.find((candidate) => candidate.id === id);
    return comment ? this.object(comment) : null;
  }

  GetItemAt(index: number): HostObject {
    return this.object(this.found[index]);
  }

  GetItemByCell(address: unknown): HostObject {
    const range = this.cell(address);
    const comment = this.session.workbook.commentAt(range.sheet, range.area.row, range.area.column);
    return this.object(comment?.isNote === true ? null : comment);
  }
}

class CommentObject extends HostObject {
  readonly className = 'Comment';

  constructor(session: Session, private readonly comment: CommentModel) {
    super(session);
  }

  get Id(): string {
    return this.comment.id;
  }

  get Content(): string {
    return this.comment.content;
  }

  set Content(content: string) {
    this.session.workbook.changeComment(this.comment, { content }, 'addIn');
  }

  get RichContent(): string {
    return this.comment.content;
  }

  get ContentType(): string {
    return 'Plain';
  }

  get AuthorName(): string {
    return this.comment.author;
  }

  get AuthorEmail(): string {
    return '';
  }

  get CreationDate(): string {
    return this.comment.created;
  }

  get Resolved(): boolean {
    return this.comment.isResolved;
  }

  set Resolved(isResolved: boolean) {
    this.session.workbook.changeComment(this.comment, { isResolved }, 'addIn');
  }

  GetLocation(): HostObject {
    const { sheet, row, column } = this.comment;
    return new RangeObject(this.session, sheet, between(row, column, row, column));
  }

  Delete(): void {
    this.session.workbook.removeComment(this.comment, 'addIn');
  }
}
