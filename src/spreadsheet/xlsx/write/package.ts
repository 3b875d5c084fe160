import { strToU8, zipSync } from 'fflate';
import { OFFICE, XML_HEAD, attributes } from './xml';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The time stamp of every entry, so that the same workbook gives the same bytes. */
const ENTRY_TIME = new Date(2000, 0, 1);

/** What a part points to. */
export class Links {
  private readonly items: string[] = [];

  /** Adds a relationship; gives its id. */
  add(type: string, target: string, isExternal = false, family = OFFICE): string {
    const id = `rId${this.items.length + 1}`;
    this.items.push(`<Relationship${attributes({ Id: id, Type: `${family}/${type}`, Target: target, TargetMode: isExternal ? 'External' : null })}/>`);
    return id;
  }

  get isEmpty(): boolean {
    return this.items.length === 0;
  }

  toXml(): string {
    return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${this.items.join('')}</Relationships>`;
  }
}

const PART_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.xml$/, `${TYPE}.sheet.main+xml`],
  [/^xl\/worksheets\/sheet\d+\.xml$/, `${TYPE}.worksheet+xml`],
  [/^xl\/tables\//, `${TYPE}.table+xml`],
  [/^xl\/comments\d+\.xml$/, `${TYPE}.comments+xml`],
  [/^xl\/drawings\/drawing\d+\.xml$/, 'application/vnd.openxmlformats-officedocument.drawing+xml'],
  [/^xl\/charts\//, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'],
  [/^xl\/threadedComments\//, 'application/vnd.ms-excel.threadedcomments+xml'],
  [/^xl\/persons\//, 'application/vnd.ms-excel.person+xml'],
  [/^xl\/styles\.xml$/, `${TYPE}.styles+xml`],
  [/^xl\/sharedStrings\.xml$/, `${TYPE}.sharedStrings+xml`],
];

function contentTypes(parts: readonly string[]): string {
  const overrides = parts.flatMap((part) => {
    const type = PART_TYPES.find(([pattern]) => pattern.test(part))?.[1];
    return type === undefined ? [] : [`<Override${attributes({ PartName: `/${part}`, ContentType: type })}/>`];
  });
  return (
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${overrides.join('')}</Types>`
  );
}

/** The bytes of a package with these parts, its table of contents in front. */
export function packageFile(parts: ReadonlyMap<string, string>): Uint8Array {
  const root = new Links();
  root.add('officeDocument', 'xl/workbook.xml');
  const all = new Map([['[Content_Types].xml', contentTypes([...parts.keys()])], ['_rels/.rels', root.toXml()], ...parts]);
  return zipSync(Object.fromEntries([...all].map(([name, text]) => [name, strToU8(text)])), { level: 6, mtime: ENTRY_TIME });
}
