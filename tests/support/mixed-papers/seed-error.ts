import { type Figure, type Paper, type PaperAgreement, type PaperInitiative, type PaperRow } from './paper';

/** The slips that people make when they write a paper; each changes a correct paper in one place and says whether it could. */
export type ErrorSeeder = (paper: Paper, random: () => number) => boolean;

/** One slip of each kind. Where a paper offers no place for it nothing changes and the answer is false. */
export const ERROR_SEEDERS: Readonly<Record<string, ErrorSeeder>> = {
  'one digit wrong': (paper, random) => changeFigure(paper, random, (figure) => oneDigitWrong(figure, random)),
  'transposed digits': (paper, random) => changeFigure(paper, random, transposed),
  'sign turned': (paper, random) => changeFigure(paper, random, (figure) => -figure),
  'factor ten': (paper, random) => changeFigure(paper, random, (figure) => figure * 10),
  'total not updated': (paper, random) => changeTotal(paper, random),
  'row dropped': (paper, random) => withSheet(paper, random, 3, ({ sheet }) => (sheet ?? []).splice(1, 1).length === 1),
  'row twice': (paper, random) =>
    withSheet(paper, random, 2, ({ sheet }) => {
      const row = sheet?.[1];
      return row !== undefined && (sheet ?? []).push(structuredClone(row)) > 0;
    }),
  'row shifted a year': (paper) => paper.agreements.some(({ initiatives }) => initiatives.some(({ sheet }) => (sheet?.length ?? 0) > 2 && shiftYear(sheet?.[1]))),
  'amount in the lead': (paper, random) =>
    withSheet(paper, random, 1, ({ lead }) => {
      lead.value += 7;
      return true;
    }),
  'period in the lead': (paper, random) =>
    withSheet(paper, random, 1, ({ lead, header }) => {
      lead.to = lead.to > lead.from ? lead.to - 1 : lead.to + 1;
      return header.length > 1;
    }),
  'copied caption': (paper, random) =>
    withSheet(paper, random, 1, (one, agreement) => {
      const other = agreement.initiatives.find(({ title, sheet }) => title !== one.title && sheet !== null);
      if (other === undefined) return false;
      one.caption = other.title;
      return true;
    }),
  'year twice in a header': (paper, random) =>
    withSheet(paper, random, 1, ({ header }) => {
      if (header.length < 2) return false;
      header[header.length - 2] = header[header.length - 1] ?? '';
      return true;
    }),
  'overview against sheet': (paper, random) =>
    withSheet(paper, random, 1, (one, agreement) => {
      const { overview } = one;
      const year = overview?.figures.findIndex((figure) => (figure ?? 0) > 0) ?? -1;
      if (overview === null || year < 0) return false;
      addTo(overview.figures, year, 9);
      for (const total of agreement.totals) if (total.group === null || one.group.includes(total.group)) addTo(total.figures, year, 9);
      return true;
    }),
  "group's total": (paper, random) => {
    const totals = pick(paper.agreements, random).totals.filter((total) => total.group !== null);
    if (totals.length === 0) return false;
    const total = pick(totals, random);
    total.figures[0] = (total.figures[0] ?? 0) + 23;
    return true;
  },
};

function withSheet(paper: Paper, random: () => number, rows: number, change: (initiative: PaperInitiative, agreement: PaperAgreement) => boolean): boolean {
  const agreement = pick(paper.agreements, random);
  const fitting = agreement.initiatives.filter(({ sheet }) => (sheet?.length ?? 0) >= rows);
  return fitting.length > 0 && change(pick(fitting, random), agreement);
}

/** Changes one printed figure of a sheet's row. */
function changeFigure(paper: Paper, random: () => number, change: (figure: number) => number): boolean {
  return withSheet(paper, random, 2, ({ sheet }) => {
    const row = pick(sheet ?? [], random);
    const column = pick([...row.figures.keys()].filter((index) => (row.figures[index] ?? 0) !== 0), random);
    const before = row.figures[column] ?? 0;
    row.figures[column] = change(before);
    return row.figures[column] !== before;
  });
}

function changeTotal(paper: Paper, random: () => number): boolean {
  return withSheet(paper, random, 2, ({ sheet }) => {
    const figures = sheet?.[0]?.figures ?? [];
    addTo(figures, Math.floor(random() * (figures.length - 1)), 12);
    return figures.length > 0;
  });
}

/** Adds to a year and to the row's total. */
function addTo(figures: Figure[], year: number, value: number): void {
  figures[year] = (figures[year] ?? 0) + value;
  figures[figures.length - 1] = (figures[figures.length - 1] ?? 0) + value;
}

function shiftYear(row: PaperRow | undefined): boolean {
  if (row === undefined) return false;
  const years = row.figures.slice(0, -1);
  const moved = (years[0] ?? 0) === 0 ? [...years.slice(1), 0] : [0, ...years.slice(0, -1)];
  if ((years[0] ?? 0) !== 0 && (years[years.length - 1] ?? 0) !== 0) return false;
  row.figures = [...moved, row.figures[row.figures.length - 1] ?? 0];
  return moved.some((figure, index) => figure !== years[index]);
}

function oneDigitWrong(figure: number, random: () => number): number {
  const digits = String(Math.abs(figure)).split('');
  const place = Math.floor(random() * digits.length);
  digits[place] = String((Number(digits[place]) + 1 + Math.floor(random() * 8)) % 10);
  return Math.sign(figure) * Number(digits.join(''));
}

function transposed(figure: number): number {
  const digits = String(Math.abs(figure)).split('');
  const [last = '', before = ''] = [digits.pop(), digits.pop()];
  return Math.sign(figure) * Number([...digits, last, before].join(''));
}

function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)] as T;
}
