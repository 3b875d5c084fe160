import { type Agreement, type Initiative, type PrintedTotal } from '../../src/core/budget/agreement';
import { type Cell, type Column, type Row, type RowKind } from '../../src/core/budget/table';
import { readDanishAmount } from './read-danish-amount';

const YEARS = [2026, 2027, 2028, 2029];
const COLUMNS: readonly Column[] = [
  ...YEARS.map((year): Column => ({ kind: 'year', year, basis: null, header: String(year) })),
  { kind: 'total', header: 'I alt' },
];

/** A row as it would be printed: "1,5 - 2,0 ?" is an amount, a dash, an amount and an unreadable cell; "_" is an empty one. */
export function printedRow(kind: RowKind, label: string | null, figures: string, line: number, footnotes: readonly string[] = []): Row {
  return { kind, number: null, label, cells: figures.split(' ').map((text) => printedCellOf(text, line)), footnotes, level: 0, position: at(line) };
}

function printedCellOf(text: string, line: number): Cell {
  const position = at(line);
  if (text === '-') return { kind: 'nil', text, position };
  if (text === '_') return { kind: 'blank', position };
  if (text.includes('?')) return { kind: 'unreadable', text, position };
  return { kind: 'amount', amount: readDanishAmount(text, 'mio. kr.'), text, position };
}

function at(line: number): { page: null; line: number; box: null } {
  return { page: null, line, box: null };
}

/** An initiative with its total row and components. */
export function initiativeOf(title: string | null, line: number, total: string, components: readonly Row[], more: Partial<Initiative> = {}): Initiative {
  return {
    id: `initiative-${line}`,
    number: null,
    title,
    titleDamaged: false,
    group: [],
    unit: 'mio. kr.',
    priceLevel: '2026-pl',
    caption: null,
    columns: COLUMNS,
    total: printedRow('total', 'I alt', total, line + 10),
    components,
    stated: [],
    lead: null,
    section: null,
    recommendation: null,
    sectionRecommendation: null,
    notes: [],
    sources: [],
    places: [],
    position: at(line),
    ...more,
  };
}

/** An agreement of our own with the given initiatives, in million kroner for 2026-2029. */
export function agreementOf(initiatives: readonly Initiative[], more: Partial<Agreement> = {}): Agreement {
  return {
    document: { name: 'aftale.txt', sha256: 'a'.repeat(64), layout: 'initiative-sheets', pages: null },
    title: 'Aftale om udmøntning af reserven 2026-2029',
    priceLevel: '2026-pl',
    unit: 'mio. kr.',
    years: YEARS,
    initiatives,
    totals: [],
    pools: [],
    mentions: [],
    unread: [],
    unmatchedSections: [],
    countClaims: [],
    parts: [],
    tables: [],
    hasRoundingNote: false,
    isPartlyRead: false,
    ...more,
  };
}

/** A printed total of a group, or of everything with an empty group. */
export function printedTotalOf(label: string, group: readonly string[], figures: string, line: number): PrintedTotal {
  return { label, group, columns: COLUMNS, row: printedRow('total', label, figures, line) };
}

/** An agreement of 2026-2029 over 2025-2028 instead: in front of each row a year without an amount, and without its last. */
export function overOtherYears(agreement: Agreement): Agreement {
  const years = [2025, 2026, 2027, 2028];
  const columns = [...years.map((year): Column => ({ kind: 'year', year, basis: null, header: String(year) })), ...COLUMNS.slice(YEARS.length)];
  const moved = (row: Row): Row => ({ ...row, cells: [{ kind: 'nil', text: '-', position: row.position }, ...row.cells.slice(0, 3), ...row.cells.slice(YEARS.length)] });
  const initiatives = agreement.initiatives.map((one) => ({ ...one, columns, total: one.total === null ? null : moved(one.total), components: one.components.map(moved) }));
  return { ...agreement, years, initiatives, totals: agreement.totals.map((total) => ({ ...total, columns, row: moved(total.row) })) };
}

/** A small agreement in which every sum is right: four initiatives in two ministries, of-which rows, dashes, awkward labels. */
export function sampleAgreement(): Agreement {
  return agreementOf(
    [
      initiativeOf('SletDet (Red Barnet)', 10, '1,6 3,0 2,0 - 6,6', [printedRow('component', 'Driftstilskud', '1,6 3,0 2,0 - 6,6', 21)], { group: ['Socialministeriet', 'Børn'], number: '1' }),
      initiativeOf(
        'Styrket rådgivning',
        40,
        '2,5 2,5 1,0 1,0 7,0',
        [
          printedRow('component', '- heraf drift', '1,5 1,5 1,0 1,0 5,0', 51),
          printedRow('of-which', '=evaluering', '0,2 - - - 0,2', 52),
          printedRow('component', 'Pulje til rådgivning', '1,0 1,0 - - 2,0', 53, ['*']),
        ],
        { group: ['Socialministeriet', 'Voksne'], number: '2' },
      ),
      initiativeOf('Klar til start', 80, '- 4,0 4,0 4,0 12,0', [], { group: ['Sundhedsministeriet', 'Job'], number: '3' }),
      initiativeOf('Klar til start, evaluering', 120, '0,5 - - 0,5 1,0', [], { group: ['Sundhedsministeriet', 'Job'], number: '4' }),
    ],
    {
      totals: [
        printedTotalOf('I alt', [], '4,6 9,5 7,0 5,5 26,6', 5),
        printedTotalOf('Socialministeriet i alt', ['Socialministeriet'], '4,1 5,5 3,0 1,0 13,6', 6),
        printedTotalOf('Sundhedsministeriet i alt', ['Sundhedsministeriet'], '0,5 4,0 4,0 4,5 13,0', 7),
      ],
    },
  );
}
