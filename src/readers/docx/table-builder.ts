import { type Block, type Table, type TableCell } from '../blocks';
import { type CellCounter } from '../document-limits';

/** A Word table while its markup is read: cells find their place on the grid from spans and merges. */
export class TableBuilder {
  /** Whether tracked changes have taken the current row, or the current cell, away. */
  isRowDeleted = false;
  isCellDeleted = false;
  private readonly rows: TableCell[][] = [];
  private row: TableCell[] = [];
  private column = 0;
  private span = 1;
  private isContinuation = false;
  private isMergedLeft = false;

  /** `number`: which of the document's tables this is, from 1. */
  constructor(
    private readonly number: number,
    private readonly counter: CellCounter,
  ) {}

  openRow(): void {
    this.row = [];
    this.isRowDeleted = false;
    this.column = 0;
  }

  openCell(): void {
    this.isCellDeleted = false;
    this.span = 1;
    this.isContinuation = false;
    this.isMergedLeft = false;
  }

  /** Takes a property of a row or cell that says where cells stand; other properties are left alone. */
  takeProperty(name: string, value: string | undefined): void {
    if (name === 'gridBefore') this.column += toSpan(value, 0);
    else if (name === 'gridSpan') this.span = toSpan(value, 1);
    else if (name === 'vMerge') this.isContinuation = value !== 'restart';
    else if (name === 'hMerge') this.isMergedLeft = value !== 'restart';
    else if (name === 'cellDel') this.isCellDeleted = true;
  }

  /** A cell that tracked changes have deleted leaves its place to the next one. */
  closeCell(blocks: readonly Block[]): void {
    if (this.isCellDeleted) return;
    const last = this.row.at(-1);
    if (this.isMergedLeft && last !== undefined) this.row[this.row.length - 1] = { ...last, columnSpan: last.columnSpan + this.span };
    else this.row.push({ column: this.column, columnSpan: this.span, isContinuation: this.isContinuation, blocks });
    this.column += this.span;
    this.counter.count(this.column, this.number, this.rows.length + 1);
  }

  closeRow(): void {
    if (!this.isRowDeleted) this.rows.push(this.row);
  }

  finish(): Table {
    return { kind: 'table', rows: this.rows };
  }
}

function toSpan(value: string | undefined, missing: number): number {
  const span = Number(value);
  return Number.isInteger(span) && span > 0 && span <= 1000 ? span : missing;
}
