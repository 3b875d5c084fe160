import { type Agreement, type Mention } from '../../budget/agreement';
import { placeOf, type PlacedText, type Position } from '../../budget/position';
import { type Cell, type Column, type Row } from '../../budget/table';
import { keyOfAmount, printedNumbers } from './printed-numbers';

/** Where a number of the document stands in what was read. */
export type ClaimKind = 'inModel' | 'inTables' | 'inProse' | 'inUnread';

/** The printed rows of one table, by the places of its figures. Shape: `initiative` as in `UnaccountedFigure`; `places` in document order. */
export interface TablePlaces {
  readonly columns: readonly Column[];
  readonly initiative: number | null;
  readonly places: readonly number[];
}

/** Everything that the agreement holds, by place. */
export interface Claims {
  /** By place and key, what each number of the place accounts for that was not taken yet. */
  readonly byPlace: ReadonlyMap<number, Map<string, ClaimKind[]>>;
  /** Where the words that the agreement keeps (titles, labels, captions, headers) hold a number: by its key, the stretches of lines in which they start. */
  readonly inWords: ReadonlyMap<string, ReadonlySet<number>>;
  /** The same for figures at the edges of labels and remarks whose rows lack a cell: no words hold them, they are the cell. */
  readonly swallowed: ReadonlyMap<string, ReadonlySet<number>>;
  readonly tables: readonly TablePlaces[];
}

/** A figure whose label wraps stands within so many lines of the label's first. */
const STRETCH = 8;

/** The claim on a number of a place, taken from the claims; undefined when there is none left. */
export function takeClaim({ byPlace }: Claims, place: number, key: string): ClaimKind | undefined {
  return byPlace.get(place)?.get(key)?.pop();
}

/** Whether a title, label, caption or header that starts near a place has the number among its words. */
export function isInWords({ inWords, swallowed }: Claims, place: number, key: string): boolean {
  return isNear(inWords, place, key) && !isNear(swallowed, place, key);
}

function isNear(stretches: ReadonlyMap<string, ReadonlySet<number>>, place: number, key: string): boolean {
  const stretch = stretchOf(place);
  const own = stretches.get(key);
  return own !== undefined && (own.has(stretch) || own.has(stretch - 1) || own.has(stretch + 1));
}

function stretchOf(place: number): number {
  return Math.floor(place / STRETCH);
}

/** A row with what it belongs to. */
interface OwnedRow {
  readonly row: Row;
  readonly columns: readonly Column[];
  readonly kind: 'inModel' | 'inTables';
  readonly initiative: number | null;
}

/** What an agreement accounts for: each printed row once, however often it is told, each amount of the prose, each entry of what was not understood. A cell that keeps a damaged figure as words does not account for it. */
export function collectClaims(agreement: Agreement): Claims {
  const byPlace = new Map<number, Map<string, ClaimKind[]>>();
  const inWords = new Map<string, Set<number>>();
  const swallowed = new Map<string, Set<number>>();
  const claimKey = (place: number, key: string, kind: ClaimKind): void => {
    valueOf(valueOf(byPlace, place, () => new Map<string, ClaimKind[]>()), key, () => []).push(kind);
  };
  const claim = (place: number, text: string, kind: ClaimKind, without: readonly string[] = []): void => {
    for (const { key, isDamaged } of printedNumbers(text)) if ((!isDamaged || kind === 'inUnread') && !without.includes(key)) claimKey(place, key, kind);
  };
  const keep = (text: string | null, position: Position): void => {
    for (const { key } of printedNumbers(text ?? '')) valueOf(inWords, key, () => new Set<number>()).add(stretchOf(placeOf(position)));
  };
  const rows = ownedRows(agreement);
  for (const { row, columns, kind } of rows) {
    keep(row.label, row.position);
    const own = swallowedFigures(row, columns);
    for (const key of own) valueOf(swallowed, key, () => new Set<number>()).add(stretchOf(placeOf(row.position)));
    keep([row.number, ...row.footnotes].join(' '), row.position);
    for (const cell of row.cells) if ('text' in cell) claim(placeOf(cell.position), cell.text, kind, cell.kind === 'text' ? own : []);
  }
  for (const { amount, position } of mentionsOnce(agreement)) claimKey(placeOf(position), keyOfAmount(amount), 'inProse');
  for (const { text, position } of agreement.unread) claim(placeOf(position), text, 'inUnread');
  for (const { text, position } of keptTexts(agreement)) keep(text, position);
  return { byPlace, inWords, swallowed, tables: tablePlaces(rows) };
}

/** A figure with decimals or groups of thousands, or one that waits for its decimals, at the start or the end of words. */
const FIGURE_AT_END = /\s[-–−(]?(\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?|\d+[.,]\d+|\d+,)\)?\s*$/;
const FIGURE_AT_START = /^\s*[-–−(]?(\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?|\d+[.,]\d+|\d+,)\)?(?:\s|$)/;

/** The keys of the figures at the edges of the words of a row that lacks a cell of an amount: words that swallowed the cell beside them. */
function swallowedFigures({ label, cells }: Row, columns: readonly Column[]): string[] {
  const lacksCell = columns.some((column, index) => column.kind !== 'text' && ['blank', 'text', undefined].includes(cells[index]?.kind));
  if (!lacksCell) return [];
  const remarks = cells.flatMap((cell) => (cell.kind === 'text' ? [cell.text] : []));
  const figures = [FIGURE_AT_END.exec(label ?? ''), ...remarks.flatMap((text) => [FIGURE_AT_START.exec(text), FIGURE_AT_END.exec(text)])];
  return figures.flatMap((figure) => printedNumbers(figure?.[1] ?? '').map(({ key }) => key));
}

/** Every printed row once: the row of an initiative is also told as a total, an overview's row as a sheet's. */
function ownedRows(agreement: Agreement): OwnedRow[] {
  const seen = new Set<string>();
  const all: OwnedRow[] = [
    ...agreement.initiatives.flatMap((one, initiative) => [...(one.total === null ? [] : [one.total]), ...one.components].map((row): OwnedRow => ({ row, columns: one.columns, kind: 'inModel', initiative }))),
    ...agreement.initiatives.flatMap(({ overview }) => (overview === undefined ? [] : [{ row: overview.row, columns: overview.columns, kind: 'inModel' as const, initiative: null }])),
    ...agreement.totals.map(({ row, columns }): OwnedRow => ({ row, columns, kind: 'inModel', initiative: null })),
    ...agreement.tables.flatMap((table) => table.rows.map((row): OwnedRow => ({ row, columns: table.columns, kind: 'inTables', initiative: null }))),
  ];
  return all.filter(({ row }) => {
    const key = rowKey(row);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function rowKey({ cells, position }: Row): string {
  return [placeOf(position), position.box?.left ?? '', ...cells.map((cell) => `${placeOf(cell.position)}:${textOf(cell)}`)].join('|');
}

function textOf(cell: Cell): string {
  return 'text' in cell ? cell.text : '';
}

/** The mentions, and those of initiatives and sections that are not among them. */
function mentionsOnce(agreement: Agreement): Mention[] {
  const known = new Set(agreement.mentions.map(({ position }) => position));
  const own = [...agreement.initiatives.flatMap(({ stated }) => stated), ...agreement.unmatchedSections.flatMap(({ stated }) => stated)];
  return [...agreement.mentions, ...own.filter(({ position }) => !known.has(position))];
}

/** Words with numbers in them that the agreement keeps besides its rows' labels. */
function keptTexts(agreement: Agreement): PlacedText[] {
  const headers = (columns: readonly Column[], position: Position): PlacedText[] => columns.map(({ header }) => ({ text: header, position }));
  return [
    ...agreement.initiatives.flatMap((one): PlacedText[] => [
      { text: [one.number, one.title, ...one.group].join(' '), position: one.position },
      ...[one.caption, one.section, one.recommendation, one.sectionRecommendation].filter((text) => text !== null),
      ...headers(one.columns, one.total?.position ?? one.position),
    ]),
    ...agreement.totals.flatMap(({ label, group, columns, row }) => [{ text: [label, ...group].join(' '), position: row.position }, ...headers(columns, row.position)]),
    ...agreement.tables.flatMap(({ caption, columns, position }) => [...(caption === null ? [] : [caption]), ...headers(columns, position)]),
    ...agreement.pools.map(({ title, position }) => ({ text: title, position })),
  ];
}

function tablePlaces(rows: readonly OwnedRow[]): TablePlaces[] {
  const byColumns = new Map<readonly Column[], { initiatives: Set<number | null>; places: number[] }>();
  for (const { row, columns, initiative } of rows) {
    const table = byColumns.get(columns) ?? { initiatives: new Set(), places: [] };
    byColumns.set(columns, table);
    table.initiatives.add(initiative);
    for (const cell of row.cells) if (cell.kind !== 'blank') table.places.push(placeOf(cell.position));
  }
  return [...byColumns].map(([columns, { initiatives, places }]) => ({ columns, initiative: initiatives.size === 1 ? ([...initiatives][0] ?? null) : null, places: places.sort((a, b) => a - b) }));
}

function valueOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
