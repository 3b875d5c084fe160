import { parquetReadObjects } from 'hyparquet';
import { type BasicType, ByteWriter, parquetWrite } from 'hyparquet-writer';
import { type ArchiveRow, type ArchiveTable, columnsOf, type ColumnType } from './archive-schema';

const PARQUET_TYPES: Readonly<Record<ColumnType, BasicType>> = { text: 'STRING', whole: 'INT32', number: 'DOUBLE', truth: 'BOOLEAN', time: 'TIMESTAMP' };

/** The rows of a table as a Parquet file: one column for each of the table's, typed, Snappy-compressed. Source: Apache Parquet format 2. */
export function writeParquet(table: ArchiveTable, rows: readonly ArchiveRow[], program: string): Uint8Array {
  const writer = new ByteWriter();
  parquetWrite({
    writer,
    createdBy: program,
    columnData: columnsOf(table).map(([name, type]) => ({ name, type: PARQUET_TYPES[type], nullable: true, data: rows.map((row) => toParquet(row[name] ?? null, type)) })),
  });
  return new Uint8Array(writer.getBuffer());
}

/** The rows of a table's file. Errors: throws where the bytes are no Parquet file. */
export async function readParquet(table: ArchiveTable, bytes: Uint8Array): Promise<ArchiveRow[]> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const objects = await parquetReadObjects({ file });
  const columns = columnsOf(table);
  return objects.map((object) => Object.fromEntries(columns.map(([name]) => [name, fromParquet(object[name])])));
}

function toParquet(value: ArchiveRow[string], type: ColumnType): unknown {
  return type === 'time' && typeof value === 'string' ? new Date(value) : value;
}

function fromParquet(value: unknown): string | number | boolean | null {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
