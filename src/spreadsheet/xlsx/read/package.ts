import { strFromU8, unzipSync } from 'fflate';
import { type XmlElement, children, readXml } from './xml-tree';

/** Unpacked bytes of a workbook at most; a file that unpacks to more is not opened. */
const MOST_BYTES = 300_000_000;

/** Why a file is not opened. */
export class UnreadableWorkbook extends Error {
  constructor(readonly reason: 'not-xlsx' | 'encrypted' | 'too-large' | 'damaged' | 'date-system-1904') {
    super(`The file cannot be opened as a workbook: ${reason}`);
  }
}

/** A part that another one points to. */
export interface Relation {
  readonly id: string;
  /** The last word of its type: "worksheet", "table", "comments" … */
  readonly type: string;
  /** Path in the package, or the address outside it. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** The parts of an .xlsx file, by their paths. */
export class Package {
  private constructor(private readonly files: ReadonlyMap<string, Uint8Array>) {}

  /** Errors: throws `UnreadableWorkbook` for what is no such file. */
  static open(bytes: Uint8Array): Package {
    if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new UnreadableWorkbook('encrypted');
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new UnreadableWorkbook('not-xlsx');
    let size = 0;
    const isWanted = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
      if (!/\.(xml|rels)$/i.test(name)) return false;
      size += originalSize;
      if (size > MOST_BYTES) throw new UnreadableWorkbook('too-large');
      return true;
    };
    const unzipped = unpack(bytes, isWanted);
    return new Package(new Map(Object.entries(unzipped).map(([name, content]) => [name.replace(/^\//, ''), content])));
  }

  /** The root element of a part, or null where there is none. Errors: throws `UnreadableWorkbook` for a part that is no XML. */
  part(path: string): XmlElement | null {
    const bytes = this.files.get(path);
    if (!bytes) return null;
    try {
      return readXml(strFromU8(bytes));
    } catch (error) {
      throw Object.assign(new UnreadableWorkbook('damaged'), { cause: error });
    }
  }

  relations(path: string): Relation[] {
    const [folder, name] = [path.slice(0, path.lastIndexOf('/') + 1), path.slice(path.lastIndexOf('/') + 1)];
    return children(this.part(`${folder}_rels/${name}.rels`) ?? undefined, 'Relationship').map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => {
      const isExternal = TargetMode === 'External';
      return { id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: isExternal ? Target : resolve(folder, Target), isExternal };
    });
  }

  /** The path of the workbook's own part. */
  workbookPath(): string {
    const found = this.relations('').find(({ type }) => type === 'officeDocument');
    if (!found) throw new UnreadableWorkbook('not-xlsx');
    return found.target;
  }
}

function unpack(bytes: Uint8Array, filter: (file: { name: string; originalSize: number }) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw error;
    throw Object.assign(new UnreadableWorkbook('damaged'), { cause: error });
  }
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') path.pop();
    else if (part !== '.' && part !== '') path.push(part);
  }
  return path.join('/');
}
