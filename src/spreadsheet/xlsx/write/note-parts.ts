import { between, formatArea } from '../../cells/address';
import { type CommentModel } from '../../model/comment';
import { XML_HEAD, MAIN, attributes, escapeSpreadsheetText, escapeXml } from './xml';

/** The part of a sheet's notes. A threaded comment has one too, for readers that know notes only. */
export function notesXml(comments: readonly CommentModel[]): string {
  const authorOf = (comment: CommentModel): string => (comment.isNote === true ? comment.author : `tc=${comment.id}`);
  const authors = [...new Set(comments.map(authorOf))];
  const items = comments.map((comment) => {
    const { row, column, content } = comment;
    return `<comment ref="${formatArea(between(row, column, row, column))}" authorId="${authors.indexOf(authorOf(comment))}"><text><r><t xml:space="preserve">${escapeSpreadsheetText(content)}</t></r></text></comment>`;
  });
  return `${XML_HEAD}<comments xmlns="${MAIN}"><authors>${authors.map((author) => `<author>${escapeXml(author)}</author>`).join('')}</authors><commentList>${items.join('')}</commentList></comments>`;
}

const THREADED = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';

/** The part of a sheet's threaded comments. Source: MS-XLSX 2.6.205. */
export function threadsXml(comments: readonly CommentModel[], persons: Persons): string {
  const items = comments.map(({ id, row, column, author, created, content, isResolved }) =>
    `<threadedComment${attributes({ ref: formatArea(between(row, column, row, column)), dT: created === '' ? null : created.replace(/Z$/, ''), personId: persons.idOf(author), id, done: isResolved || null })}><text>${escapeXml(content)}</text></threadedComment>`);
  return `${XML_HEAD}<ThreadedComments xmlns="${THREADED}">${items.join('')}</ThreadedComments>`;
}

/** Those who commented. */
export class Persons {
  private readonly names: string[] = [];

  idOf(name: string): string {
    if (!this.names.includes(name)) this.names.push(name);
    return `{00000000-0000-4000-9000-${String(this.names.indexOf(name) + 1).padStart(12, '0')}}`;
  }

  get isEmpty(): boolean {
    return this.names.length === 0;
  }

  /** The part of the workbook's persons. */
  toXml(): string {
    const items = this.names.map((name) => `<person${attributes({ displayName: name === '' ? 'Excel' : name, id: this.idOf(name), userId: name, providerId: 'None' })}/>`);
    return `${XML_HEAD}<personList xmlns="${THREADED}">${items.join('')}</personList>`;
  }
}

/** The drawing that Excel shows a sheet's notes in: a hidden box beside each cell. Shape: `block` numbers the sheet's shapes apart from other sheets'. */
export function noteDrawing(comments: readonly CommentModel[], block: number): string {
  const shapes = comments.map(({ row, column }, index) =>
    `<v:shape id="_x0000_s${block * 1024 + index + 1}" type="#_x0000_t202" style="position:absolute;width:220pt;height:80pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${row}, 2, ${column + 4}, 15, ${row + 5}, 2</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`);
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout>` +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapes.join('')}</xml>`
  );
}
