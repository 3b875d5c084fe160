/**
 * Agreements with known truth in the layouts that the product reads, as plain text and as HTML (for PDF and DOCX makers).
 * Everything is invented; the same seed gives the same document.
 */

/** What a correct reading of a generated document contains. Units: amounts in the document's own unit. */
export interface GeneratedTruth {
  readonly layout: 'initiative-sheets' | 'agreement-with-overview' | 'initiative-forms' | 'expiring-grants' | 'unknown';
  readonly unit: string;
  readonly priceLevel: string | null;
  readonly years: readonly number[];
  readonly initiatives: readonly TruthInitiative[];
  readonly totals: readonly { readonly label: string; readonly amounts: Readonly<Record<string, number>>; readonly total: number | null }[];
}

export interface TruthInitiative {
  readonly number: string | null;
  readonly title: string;
  readonly group: readonly string[];
  readonly amounts: Readonly<Record<string, number>>;
  /** The printed total; null where the table has no total column. */
  readonly total: number | null;
  readonly components: readonly TruthComponent[];
  readonly lead: { readonly value: number; readonly from: number; readonly to: number } | null;
  readonly recommendation: string | null;
}

export interface TruthComponent {
  readonly label: string;
  readonly kind: 'component' | 'of-which';
  readonly amounts: Readonly<Record<string, number>>;
  readonly total: number | null;
  readonly footnotes: readonly string[];
}

export interface GeneratedDocument {
  readonly name: string;
  readonly text: string;
  readonly html: string;
  readonly truth: GeneratedTruth;
}

/** Knobs of a generated document; what is left out is drawn from the seed. */
export interface GeneratorOptions {
  readonly initiatives?: number;
  readonly firstYear?: number;
  readonly yearCount?: number;
  readonly unit?: 'mio. kr.' | 'mia. kr.' | '1.000 kr.' | 'kr.';
  readonly lineWidth?: number;
  readonly hyphenation?: boolean;
  readonly nil?: '-' | '–' | '0,0';
}

/** How the table of an initiative sheet is drawn; what is left out is drawn as the agreements print it. */
export interface SheetOptions extends GeneratorOptions {
  /** Where the total row stands. */
  readonly totalRow?: 'first' | 'last';
  /** A part of the first component under it. */
  readonly hasPart?: boolean;
  /** How a negative component is printed that is added to every sheet. */
  readonly minus?: '-1' | '−1' | '÷1' | '(1)' | '1-';
  /** How the header's lines are broken; "cells" prints every cell of the table on a line of its own. */
  readonly header?: 'split' | 'whole' | 'unit apart' | 'years apart' | 'cells';
  /** A page break before the economy of every sheet. */
  readonly isBrokenInside?: boolean;
}

/** A small seeded generator (mulberry32): repeatable on every machine. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const VERBS = ['Styrket', 'Udvidet', 'Forlænget', 'Samlet', 'Lokal', 'National', 'Tidlig', 'Målrettet', 'Åben', 'Fælles'];
const THINGS = [
  'rådgivning til plejefamilier', 'støtte i natværesteder', 'indsats mod ensomhed i havnebyer', 'brobygning til voksenuddannelse',
  'opsporing af gældsproblemer', 'frivilligindsats i landdistrikter', 'efterværn for tidligere anbragte', 'sundhedsindsats på bosteder',
  'vejledning om hjælpemidler', 'aktivitetstilbud for seniorer', 'tolkebistand i retssager', 'kunstværksteder for unge', 'bisidderordning for pårørende',
  'mentorforløb for nyuddannede', 'tandpleje til særligt udsatte borgere', 'forebyggelse af spilafhængighed',
];
const NAMES = ['Havnefyret', 'Projekt Vippen', 'Lygten Fyn', 'Broholm', 'Nattelys', 'Ny Kurs (Vestkysten)', 'Trædestenen', 'Rygstøtten', 'Solsiden', 'Kompasset'];
const PARTS = ['Projektledelse og formidling', 'Drift af rådgivningen', 'Evaluering', 'Kompetenceudvikling af medarbejdere', 'Ansøgningspulje', 'Udvikling af materialer, vejledninger mv.', 'Opsøgende indsats', 'Netværk'];
const GROUPS = ['Socialministeriet', 'Sundhedsministeriet', 'Beskæftigelsesministeriet', 'Kulturministeriet'];
const THEMES = ['Civilsamfund', 'Udsatte voksne', 'Ældre', 'Handicap', 'Psykiatri', 'Ligestilling'];
const SENTENCES = [
  'Indsatsen bygger videre på erfaringer fra tidligere forløb og gennemføres i samarbejde med lokale aktører.',
  'Målgruppen er borgere, der i dag ikke benytter de eksisterende tilbud.',
  'Arbejdet tilrettelægges, så det kan tilpasses forholdene i den enkelte kommune.',
  'Erfaringerne samles løbende og deles med de øvrige deltagere.',
  'Der lægges vægt på inddragelse af de pårørende gennem hele forløbet.',
];

/** Everything that the layouts share while a document is written. */
interface Pen {
  readonly random: () => number;
  readonly years: readonly number[];
  readonly unit: 'mio. kr.' | 'mia. kr.' | '1.000 kr.' | 'kr.';
  readonly decimals: number;
  readonly nil: string;
  readonly lineWidth: number;
  readonly hyphenation: boolean;
}

function createPen(seed: number, options: GeneratorOptions): Pen {
  const random = createRandom(seed);
  const unit = options.unit ?? 'mio. kr.';
  const firstYear = options.firstYear ?? 2020 + Math.floor(random() * 12);
  const yearCount = options.yearCount ?? 3 + Math.floor(random() * 5);
  return {
    random,
    years: Array.from({ length: yearCount }, (_, index) => firstYear + index),
    unit,
    decimals: unit === 'mio. kr.' || unit === 'mia. kr.' ? 1 : 0,
    nil: options.nil ?? '-',
    lineWidth: options.lineWidth ?? 108,
    hyphenation: options.hyphenation ?? true,
  };
}

function pick<T>(random: () => number, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T;
}

/** Danish print of an integer count of last digits: 66 with one decimal is "6,6"; thousands get a point. */
export function printDanish(coefficient: number, decimals: number): string {
  const sign = coefficient < 0 ? '-' : '';
  const digits = String(Math.abs(coefficient)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, '.');
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole},${digits.slice(-decimals)}`;
}

function printCell(pen: Pen, coefficient: number): string {
  return coefficient === 0 ? pen.nil : printDanish(coefficient, pen.decimals);
}

function toNumber(pen: Pen, coefficient: number): number {
  return Number(`${coefficient}e-${pen.decimals}`);
}

function toAmounts(pen: Pen, row: readonly number[]): Record<string, number> {
  return Object.fromEntries(pen.years.map((year, index) => [String(year), toNumber(pen, row[index] ?? 0)]));
}

function sumOf(row: readonly number[]): number {
  return row.reduce((sum, value) => sum + value, 0);
}

function drawRow(pen: Pen): number[] {
  const largest = pen.decimals === 0 ? 9000 : 140;
  for (;;) {
    const row = pen.years.map(() => (pen.random() < 0.3 ? 0 : 1 + Math.floor(pen.random() * largest)));
    if (sumOf(row) > 0) return row;
  }
}

function addRows(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).map((_, column) => sumOf(rows.map((row) => row[column] ?? 0)));
}

function drawTitles(pen: Pen, count: number): string[] {
  const titles = new Set<string>();
  while (titles.size < count) {
    const title = pen.random() < 0.3 ? pick(pen.random, NAMES) : `${pick(pen.random, VERBS)} ${pick(pen.random, THINGS)}`;
    titles.add(titles.has(title) ? `${title} ${pick(pen.random, ['i hovedstaden', 'på Sjælland', 'i Region Nord', '– fase 2'])}` : title);
  }
  return [...titles];
}

/** Breaks a text into lines as a word processor would, hyphenating a long word now and then. */
function wrap(pen: Pen, text: string, width = pen.lineWidth): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line === '') {
      line = word;
    } else if (line.length + 1 + word.length <= width) {
      line += ` ${word}`;
    } else {
      const room = width - line.length - 2;
      if (pen.hyphenation && /^\p{L}{9,}$/u.test(word) && room >= 4 && word.length - room >= 4) {
        lines.push(`${line} ${word.slice(0, room)}-`);
        line = word.slice(room);
      } else {
        lines.push(line);
        line = word;
      }
    }
  }
  return line === '' ? lines : [...lines, line];
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function htmlPage(body: string): string {
  return `<!DOCTYPE html><html lang="da"><head><meta charset="utf-8"><style>
@page{size:A4;margin:20mm}body{font-family:"Liberation Serif",serif;font-size:11pt;line-height:1.25}
h2{font-size:14pt;page-break-before:always;break-before:page}h2.first{page-break-before:avoid;break-before:avoid}h3{font-size:11pt}
table{border-collapse:collapse;width:100%;font-size:9.5pt}td,th{border-bottom:1px solid #999;padding:3pt 4pt;text-align:right;vertical-align:bottom}
td:first-child,th:first-child{text-align:left}td.text,th.text{text-align:left}</style></head><body>${body}</body></html>`;
}

/** How a document is laid out: `published` as ministries print their agreements, `dense` as papers that save room. */
export type PageStyle = 'published' | 'dense';

/**
 * Published: justified and hyphenated text in serifs, a running head, page numbers of pages, headers of tables white on dark, totals bold.
 * Dense: small type, sheets that follow each other on one page, narrow labels that wrap beside figures at the top of their row, page numbers in the middle.
 */
const PAGE_STYLES: Readonly<Record<PageStyle, string>> = {
  published: `@page{size:A4;margin:28mm 24mm;@top-left{content:"Aftale om fordeling af midler";font-size:8pt}@bottom-right{content:"Side " counter(page) " af " counter(pages);font-size:8pt}}
body{font-family:"Liberation Serif",serif;font-size:11pt;line-height:1.25;text-align:justify;hyphens:auto}h2{font:bold 15pt "Liberation Sans",sans-serif;page-break-before:always;break-before:page;text-align:left}h2.first{page-break-before:avoid;break-before:avoid}h3{font-size:11pt;margin:0}
p{margin:0 0 9pt}table{border-collapse:collapse;width:100%;font:9pt "Liberation Sans",sans-serif}th{background:#1d4f6e;color:#fff}td,th{padding:3pt 4pt;text-align:right;vertical-align:bottom;white-space:nowrap}td:first-child,tr:first-child th:first-child,td.text,th.text{text-align:left;white-space:normal}th{white-space:normal}`,
  dense: `@page{size:A4;margin:18mm;@bottom-center{content:counter(page);font-size:9pt}}body{font-family:"DejaVu Serif",serif;font-size:9pt;line-height:1.2}h2{font-size:12pt;margin:14pt 0 4pt}h3{font-size:9pt;margin:4pt 0}p{margin:0 0 6pt}
table{border-collapse:collapse;width:90%;font-size:8pt}td,th{padding:1pt 3pt;border:1px solid #777;text-align:right;vertical-align:top}tr{break-inside:avoid}td:first-child,tr:first-child th:first-child{width:24%;text-align:left}td.text,th.text{text-align:left}`,
};

/** The same document in another layout of its pages. */
export function inPageStyle(document: GeneratedDocument, style: PageStyle): GeneratedDocument {
  return { ...document, name: `${document.name}-${style}`, html: document.html.replace(/<style>[^]*?<\/style>/, `<style>${PAGE_STYLES[style]}</style>`) };
}

function htmlTable(header: readonly string[], rows: readonly (readonly string[])[], textColumns: readonly number[] = [0]): string {
  const cell = (tag: string, text: string, column: number) => `<${tag}${textColumns.includes(column) ? ' class="text"' : ''}>${escapeHtml(text)}</${tag}>`;
  const line = (tag: string, cells: readonly string[]) => `<tr>${cells.map((text, column) => cell(tag, text, column)).join('')}</tr>`;
  return `<table>${line('th', header)}${rows.map((row) => line('td', row)).join('')}</table>`;
}

function unitHeader(unit: string): string {
  return unit.charAt(0).toUpperCase() + unit.slice(1);
}

function statePeriod(row: readonly number[], years: readonly number[]): { from: number; to: number; text: string } {
  const used = years.filter((_, index) => (row[index] ?? 0) !== 0);
  const from = used[0] as number;
  const to = used[used.length - 1] as number;
  return { from, to, text: from === to ? `i ${from}` : `i ${from}-${to}` };
}

/** Sheets: one page or more per initiative, a lead sentence, an economy sentence and a table with the total row first. */
export function generateInitiativeSheets(seed: number, options: SheetOptions = {}): GeneratedDocument {
  const pen = createPen(seed, options);
  const priceLevel = `${pen.years[0]}-pl`;
  const first = pen.years[0] as number;
  const last = pen.years[pen.years.length - 1] as number;
  const initiatives: TruthInitiative[] = [];
  const sheets: string[] = [];
  const html: string[] = [];
  for (const title of drawTitles(pen, options.initiatives ?? 6)) {
    const componentCount = pen.random() < 0.5 ? 1 : 2 + Math.floor(pen.random() * 3);
    const rows = Array.from({ length: componentCount }, () => drawRow(pen));
    const saving = rows[0]?.map((value) => -Math.floor(value / 4)) ?? [];
    if (options.minus !== undefined && sumOf(saving) < 0) rows.push(saving);
    const total = addRows(rows);
    const period = statePeriod(total, pen.years);
    const totalText = `${printDanish(sumOf(total), pen.decimals)} ${pen.unit}`;
    const parts = [...PARTS].sort(() => pen.random() - 0.5);
    const components = rows.map((row, index): TruthComponent & { readonly row: readonly number[]; readonly printed: string } => {
      const footnotes = pen.random() < 0.25 ? ['*'.repeat(1 + (index % 3))] : [];
      const isTitled = componentCount === 1 && pen.random() < 0.5;
      const label = row === saving ? 'Mindreudgifter til husleje' : isTitled ? title : (parts[index] as string);
      return { label, kind: 'component', amounts: toAmounts(pen, row), total: toNumber(pen, sumOf(row)), footnotes, row, printed: `${label}${footnotes.join('')}` };
    });
    const half = (rows[0] ?? []).map((value) => Math.floor(value / 2));
    const part = options.hasPart === true ? [{ label: 'heraf løn', kind: 'of-which' as const, amounts: toAmounts(pen, half), total: toNumber(pen, sumOf(half)), footnotes: [], row: half, printed: 'heraf løn' }] : [];
    initiatives.push({
      number: null, title, group: [], amounts: toAmounts(pen, total), total: toNumber(pen, sumOf(total)),
      components: [...components.slice(0, 1), ...part, ...components.slice(1)].map(({ label, kind, amounts, total: sum, footnotes }) => ({ label, kind, amounts, total: sum, footnotes })),
      lead: { value: toNumber(pen, sumOf(total)), from: period.from, to: period.to }, recommendation: null,
    });
    const lead = `Der afsættes i alt ${totalText} ${period.text} til en indsats, der skal give flere adgang til hjælp i rette tid.`;
    const body = [pick(pen.random, SENTENCES), pick(pen.random, SENTENCES)].join(' ');
    const economy = `Der afsættes i alt ${totalText} til initiativet, jf. tabel 1.`;
    const printSigned = (value: number) => (value < 0 ? (options.minus ?? '-1').replace('1', () => printCell(pen, -value)) : printCell(pen, value));
    const rowCells = (label: string, row: readonly number[]) => [label, ...row.map(printSigned), printSigned(sumOf(row))];
    const textRow = (label: string, row: readonly number[]) => {
      const figures = rowCells('', row).slice(1).join(' ');
      const wrapped = wrap(pen, label, 54);
      if (options.header === 'cells') return [...wrapped, ...figures.split(' ')].join('\n');
      return wrapped.length === 1 ? `${label} ${figures}` : `${wrapped.join('\n')} \n\n${figures}`;
    };
    const marks = [...new Set(components.flatMap((component) => component.footnotes))];
    const note = marks.length === 0 ? [] : [`Anm.: ${marks.map((mark) => `${mark}Der er heri indregnet udgifter til lokaler.`).join(' ')}`];
    sheets.push([
      ...wrap(pen, title, 78), '', ...wrap(pen, lead), '', 'Baggrund og indhold ', ...wrap(pen, body), ...(options.isBrokenInside === true ? ['', '', ''] : ['']), 'Økonomi ', economy, '', 'Tabel 1 ', '',
      ...wrap(pen, title, 100), '', ...sheetHeader(options.header ?? 'split', `${unitHeader(pen.unit)}, ${priceLevel}`, pen.years, `(${first}-${last})`), '',
      ...(options.totalRow === 'last' ? [] : [textRow('I alt', total), '']),
      ...[...components.slice(0, 1), ...part, ...components.slice(1)].flatMap((component) => [textRow(component.printed, component.row), '']),
      ...(options.totalRow === 'last' ? [textRow('I alt', total), ''] : []), ' ', '', ...note.flatMap((line) => wrap(pen, line, 150)), ' ',
    ].join('\n'));
    html.push(
      `<h2${html.length === 0 ? ' class="first"' : ''}>${escapeHtml(title)}</h2><p>${lead}</p><h3>Baggrund og indhold</h3><p>${body}</p><h3>Økonomi</h3><p>${economy}</p><p>Tabel 1</p><p>${escapeHtml(title)}</p>` +
        htmlTable([`${unitHeader(pen.unit)}, ${priceLevel}`, ...pen.years.map(String), `I alt (${first}-${last})`], [rowCells('I alt', total), ...components.map((component) => rowCells(component.printed, component.row))]) +
        note.map((line) => `<p>${line}</p>`).join(''),
    );
  }
  return {
    name: `sheets-${seed}`, text: `\n${sheets.join('\n\n\n\n')}\n`, html: htmlPage(html.join('')),
    truth: { layout: 'initiative-sheets', unit: pen.unit, priceLevel, years: pen.years, initiatives, totals: [] },
  };
}

/** The lines of a sheet's table header, broken as one of the offices does. */
function sheetHeader(kind: NonNullable<SheetOptions['header']>, unit: string, years: readonly number[], period: string): string[] {
  const half = Math.ceil(years.length / 2);
  if (kind === 'split') return [`${unit} ${years.join(' ')} `, 'I alt  ', '', `${period} `];
  if (kind === 'whole') return [`${unit} ${years.join(' ')} I alt`];
  if (kind === 'unit apart') return [unit, `${years.join(' ')} I alt`];
  if (kind === 'years apart') return [`${unit} ${years.slice(0, half).join(' ')}`, `${years.slice(half).join(' ')}`, 'I alt', period];
  return [unit, ...years.map(String), 'I alt', period];
}

/** Prose sections under ministries and themes, then one numbered overview table with subtotals. */
export function generateOverview(seed: number, options: GeneratorOptions = {}): GeneratedDocument {
  const pen = createPen(seed, options);
  const first = pen.years[0] as number;
  const last = pen.years[pen.years.length - 1] as number;
  const priceLevel = `${first}-pl`;
  const titles = drawTitles(pen, options.initiatives ?? 12);
  const ministryCount = Math.min(3, titles.length);
  const initiatives: TruthInitiative[] = [];
  const sections: string[] = [];
  const html: string[] = [];
  const tableRows: { label: string; number: string; row: readonly number[] | null }[] = [];
  const totals: { label: string; amounts: Record<string, number>; total: number }[] = [];
  const ministryRows: number[][] = [];
  const lines: string[] = [];
  titles.forEach((title, index) => {
    const ministry = GROUPS[Math.floor((index * ministryCount) / titles.length)] as string;
    const theme = THEMES[Math.floor((index * ministryCount * 2) / titles.length)] as string;
    const isFirstOfMinistry = initiatives.length === 0 || initiatives[initiatives.length - 1]?.group[0] !== ministry;
    const isFirstOfTheme = isFirstOfMinistry || initiatives[initiatives.length - 1]?.group[1] !== theme;
    const row = drawRow(pen);
    const period = statePeriod(row, pen.years);
    const total = `Der afsættes i alt ${printDanish(sumOf(row), pen.decimals)} ${pen.unit} til initiativet ${period.text.replace(/^i (\d+)-/, 'i perioden $1-')}.`;
    const body = `${pick(pen.random, SENTENCES)} ${pick(pen.random, SENTENCES)} ${pick(pen.random, SENTENCES)}`;
    if (isFirstOfMinistry) {
      lines.push(ministry, '');
      html.push(`<h2${html.length === 0 ? ' class="first"' : ''}>${ministry}</h2>`);
      ministryRows.push(pen.years.map(() => 0));
      tableRows.push({ label: `${ministry} i alt`, number: '', row: ministryRows[ministryRows.length - 1] as number[] });
    }
    if (isFirstOfTheme) {
      lines.push(theme, '');
      html.push(`<h3>${theme}</h3>`);
      tableRows.push({ label: theme, number: '', row: null });
    }
    lines.push(title, '', ...wrap(pen, body).flatMap((line) => [`${line} `, '']), `${total} `, '');
    html.push(`<p><b>${escapeHtml(title)}</b></p><p>${body}</p><p>${total}</p>`);
    const ministryRow = ministryRows[ministryRows.length - 1] as number[];
    row.forEach((value, column) => (ministryRow[column] = (ministryRow[column] ?? 0) + value));
    initiatives.push({
      number: String(index + 1), title, group: [ministry, theme], amounts: toAmounts(pen, row), total: toNumber(pen, sumOf(row)), components: [],
      lead: { value: toNumber(pen, sumOf(row)), from: period.from, to: period.to }, recommendation: null,
    });
    tableRows.push({ label: title, number: String(index + 1), row });
  });
  const grand = addRows(ministryRows);
  totals.push({ label: 'I alt', amounts: toAmounts(pen, grand), total: toNumber(pen, sumOf(grand)) });
  for (const { label, row } of tableRows) {
    if (row !== null && label.endsWith(' i alt')) totals.push({ label: label.replace(/ i alt$/, ''), amounts: toAmounts(pen, row), total: toNumber(pen, sumOf(row)) });
  }
  const figures = (row: readonly number[]) => [...row, sumOf(row)].map((value) => printCell(pen, value)).join(' ');
  const name = `Aftale om udmøntning af puljen til sociale formål ${first}-${last}`;
  const table = tableRows.flatMap(({ label, number, row }) => {
    if (row === null) return [`${label}      `, ''];
    const wrapped = wrap(pen, label, 62);
    const prefix = number === '' ? '' : `${number} `;
    if (wrapped.length === 1) return [`${prefix}${label} ${figures(row)} `, ''];
    return [prefix, ...wrapped.map((line) => `${line} `), '', `${figures(row)} `, ''];
  });
  sections.push(
    ` ${name} `, '', 'Partierne bag aftalen er enige om følgende: ', '', ...lines, ` Bilag 1. Økonomi i ${name}`, '', 'Tabel 1', '', name, '',
    `Nr. ${unitHeader(pen.unit)}, ${priceLevel} ${pen.years.join(' ')} I alt* `, '', `I alt ${figures(grand)} `, '', ...table, ' ', '', `Anm.: *I alt i perioden ${first}-${last}. `,
  );
  const htmlRows = tableRows.map(({ label, number, row }) => [number, label, ...(row === null ? [...pen.years.map(() => ''), ''] : [...row, sumOf(row)].map((value) => printCell(pen, value)))]);
  return {
    name: `overview-${seed}`, text: sections.join('\n'),
    html: htmlPage(
      `<h1>${name}</h1><p>Partierne bag aftalen er enige om følgende:</p>${html.join('')}<h2>Bilag 1. Økonomi i ${name}</h2><p>Tabel 1</p><p>${name}</p>` +
        htmlTable(['Nr.', `${unitHeader(pen.unit)}, ${priceLevel}`, ...pen.years.map(String), 'I alt*'], [['', 'I alt', ...[...grand, sumOf(grand)].map((value) => printCell(pen, value))], ...htmlRows], [0, 1]) +
        `<p>Anm.: *I alt i perioden ${first}-${last}.</p>`,
    ),
    truth: { layout: 'agreement-with-overview', unit: pen.unit, priceLevel, years: pen.years, initiatives, totals },
  };
}

/** Numbered forms with a one-row table each. */
export function generateForms(seed: number, options: GeneratorOptions = {}): GeneratedDocument {
  const pen = createPen(seed, { nil: '0,0', ...options });
  const priceLevel = `${pen.years[0]}-PL`;
  const initiatives: TruthInitiative[] = [];
  const text: string[] = [];
  const html: string[] = [];
  drawTitles(pen, options.initiatives ?? 6).forEach((title, index, all) => {
    const group = index < all.length / 2 ? 'voksenområdet' : 'børne- og ungeområdet';
    const isFirstOfGroup = index === 0 || index === Math.ceil(all.length / 2);
    const number = String(index < all.length / 2 ? index + 1 : index + 1 - Math.ceil(all.length / 2));
    const row = drawRow(pen);
    const total = sumOf(row);
    const economySection = pick(pen.random, ['5', '7']);
    const economy = `Der afsættes ${printDanish(total, pen.decimals)} ${pen.unit} til initiativet.`;
    initiatives.push({ number, title, group: [group], amounts: toAmounts(pen, row), total: toNumber(pen, total), components: [], lead: null, recommendation: null });
    const fields = [
      ['1) Initiativets udviklingstrin', 'Modning'],
      ['2) Tilskudsmodtagere', 'Kommuner og eksterne leverandører.'],
      ['3) Formål', pick(pen.random, SENTENCES)],
      [`${economySection}) Økonomi`, economy],
    ] as const;
    if (isFirstOfGroup) {
      text.push(`${index === 0 ? '' : ' '}Initiativer på ${group}  `, ' ');
      html.push(`<h1>Initiativer på ${group}</h1>`);
    }
    const cells = ['Forslag i alt', ...[...row, total].map((value) => printCell(pen, value))];
    const header = [`${unitHeader(pen.unit)} i ${priceLevel}`, ...pen.years.map(String), 'I alt'];
    text.push(
      ...wrap(pen, `Initiativ ${number}: ${title}`, 64), '', ' ', '',
      ...fields.flatMap(([label, content]) => [...wrap(pen, `${label} ${content}`, 72).flatMap((line) => [`${line} `, ''])]),
      `${header.join(' ')} `, '', `${cells.join(' ')} `, '', ' ', '', '', '', ' ',
    );
    html.push(
      `<h3>Initiativ ${number}: ${escapeHtml(title)}</h3><table>${fields.map(([label, content]) => `<tr><td class="text" style="width:30%">${label}</td><td class="text">${content}</td></tr>`).join('')}</table><p></p>` +
        htmlTable(header, [cells]),
    );
  });
  return {
    name: `forms-${seed}`, text: text.join('\n'), html: htmlPage(html.join('')),
    truth: { layout: 'initiative-forms', unit: pen.unit, priceLevel, years: pen.years, initiatives, totals: [] },
  };
}

const RECOMMENDATIONS = ['Bør videreføres', 'Politisk', 'Ikke relevant at videreføre'];

/** A committee paper: one amount and a recommendation per row, a printed total, then a section per row. */
export function generateExpiringGrants(seed: number, options: GeneratorOptions = {}): GeneratedDocument {
  const pen = createPen(seed, { unit: '1.000 kr.', ...options });
  const year = pen.years[0] as number;
  const priceLevel = `${year}-pl`;
  const rows = drawTitles(pen, options.initiatives ?? 7).map((title) => ({ title, amount: 100 + Math.floor(pen.random() * 20000), recommendation: pick(pen.random, RECOMMENDATIONS) }));
  const total = rows.reduce((sum, row) => sum + row.amount, 0);
  const caption = `Bevillinger som udløber ved udgangen af ${year}`;
  const text = [
    'Bevillinger på udvalgets ramme som udløber ', '', ...wrap(pen, 'Når en midlertidig bevilling udløber, skal udvalget tage stilling til, om indsatsen skal videreføres.', 80).flatMap((line) => [`${line} `, '']),
    `Tabel 1. ${caption}`, '', caption, 'Beløb som ud-', '', `løber (${priceLevel})`, '', `${pen.unit} `, '', 'Forvaltningens ', 'Anbefaling', '',
    ...rows.flatMap((row) => {
      const wrapped = wrap(pen, row.title, 56);
      const amount = printDanish(row.amount, 0);
      return wrapped.length === 1 ? [`${row.title} ${amount} ${row.recommendation} `, ''] : [...wrapped, '', `${amount} ${row.recommendation} `, ''];
    }),
    `Bevillingsudløb ${year} i alt ${printDanish(total, 0)}   `, '', '',
    ...rows.flatMap((row) => [
      ...wrap(pen, `${row.title} (budget ${year - 4})`, 72), '', 'Indsats og effekt  ', '', ...wrap(pen, pick(pen.random, SENTENCES), 72).flatMap((line) => [line, '']),
      'Konsekvens af bevillingsudløb  ', '', `Bevillingsudløbet er kategoriseret som ${row.recommendation.toLowerCase()}.  `, '', ' ', '',
    ]),
  ].join('\n');
  const html =
    `<h1>Bevillinger på udvalgets ramme som udløber</h1><p>Når en midlertidig bevilling udløber, skal udvalget tage stilling til, om indsatsen skal videreføres.</p><p>Tabel 1. ${caption}</p>` +
    htmlTable([caption, `Beløb som udløber (${priceLevel}) ${pen.unit}`, 'Forvaltningens Anbefaling'], [...rows.map((row) => [row.title, printDanish(row.amount, 0), row.recommendation]), [`Bevillingsudløb ${year} i alt`, printDanish(total, 0), '']], [0, 2]) +
    rows.map((row) => `<h3>${escapeHtml(row.title)} (budget ${year - 4})</h3><p><b>Indsats og effekt</b></p><p>${pick(pen.random, SENTENCES)}</p><p><b>Konsekvens af bevillingsudløb</b></p><p>Bevillingsudløbet er kategoriseret som ${row.recommendation.toLowerCase()}.</p>`).join('');
  return {
    name: `grants-${seed}`, text, html: htmlPage(html),
    truth: {
      layout: 'expiring-grants', unit: pen.unit, priceLevel, years: [],
      initiatives: rows.map((row) => ({ number: null, title: row.title, group: [], amounts: {}, total: row.amount, components: [], lead: null, recommendation: row.recommendation.toLowerCase() })),
      totals: [{ label: `Bevillingsudløb ${year}`, amounts: {}, total }],
    },
  };
}

/** A budget table of no known layout: basis years (B, BO1-BO3), of-which rows, negative amounts, the total last. */
export function generateGenericTable(seed: number, options: GeneratorOptions = {}): GeneratedDocument {
  const pen = createPen(seed, { unit: '1.000 kr.', yearCount: 4, ...options });
  const header = pen.years.map((year, index) => (index === 0 ? `B ${year}` : `BO${index} ${year}`));
  const labels = drawTitles(pen, options.initiatives ?? 6);
  const rows = labels.map((label, index) => ({ label, row: drawRow(pen).map((value) => (index % 4 === 3 ? -value : value)) }));
  const ofWhich = rows[0] === undefined ? [] : rows[0].row.map((value) => Math.floor(value / 2));
  const total = addRows(rows.map(({ row }) => row));
  const printed: [string, readonly number[]][] = [];
  rows.forEach(({ label, row }, index) => {
    printed.push([label, row]);
    if (index === 0) printed.push(['heraf lønudgifter', ofWhich]);
  });
  printed.push(['I alt', total]);
  const cells = (row: readonly number[]) => row.map((value) => printCell(pen, value));
  const intro = 'Nedenfor vises forvaltningens forslag til fordeling af rammen.';
  const text = [intro, '', `${unitHeader(pen.unit)} ${header.join('  ')}`, '', ...printed.flatMap(([label, row]) => [`${label}  ${cells(row).join('  ')}`, ''])].join('\n');
  const html = `<p>${intro}</p>${htmlTable([unitHeader(pen.unit), ...header], printed.map(([label, row]) => [label, ...cells(row)]))}`;
  return {
    name: `generic-${seed}`, text, html: htmlPage(html),
    truth: {
      layout: 'unknown', unit: pen.unit, priceLevel: null, years: pen.years,
      initiatives: rows.map(({ label, row }, index) => ({
        number: null, title: label, group: [], amounts: toAmounts(pen, row), total: null,
        components: index === 0 ? [{ label: 'heraf lønudgifter', kind: 'of-which' as const, amounts: toAmounts(pen, ofWhich), total: null, footnotes: [] }] : [],
        lead: null, recommendation: null,
      })),
      totals: [{ label: 'I alt', amounts: toAmounts(pen, total), total: null }],
    },
  };
}

/** How a grouped table is drawn; what is left out is drawn from the seed. */
export interface GroupedOptions extends GeneratorOptions {
  readonly totalColumn?: 'first' | 'last' | 'both' | 'none';
  readonly totalRows?: 'first' | 'last';
}

const AREAS = ['Ældre', 'Børn og unge', 'Kultur', 'Veje og havne'];

/**
 * A budget table of no known layout with areas under two headings, a subtotal for every area and a grand total, of-which rows, footnote marks, a column of
 * shares, and the total column first, last, both or not at all. Columns are aligned with blanks in text; headers are merged in HTML.
 */
export function generateGroupedTable(seed: number, options: GroupedOptions = {}): GeneratedDocument {
  const pen = createPen(seed, { unit: '1.000 kr.', ...options });
  const totalColumn = options.totalColumn ?? pick(pen.random, ['first', 'last', 'both', 'none'] as const);
  const isTotalFirst = (options.totalRows ?? pick(pen.random, ['first', 'last'] as const)) === 'first';
  const areas = AREAS.slice(0, 2 + Math.floor(pen.random() * 3));
  const titles = drawTitles(pen, areas.length * 3);
  const groups = areas.map((name, index) => ({
    name,
    rows: titles.slice(index * 3, index * 3 + 3).map((title, row) => {
      const amounts = drawRow(pen).map((value) => (row === 2 && pen.random() < 0.4 ? -value : value));
      const part = row === 0 ? amounts.map((value) => Math.trunc(value / 3)) : null;
      return { title, amounts, part, mark: pen.random() < 0.2 ? '*' : '' };
    }),
  }));
  const grand = addRows(groups.map((group) => addRows(group.rows.map((row) => row.amounts))));
  const cells = (row: readonly number[], share: string): string[] => {
    const total = printCell(pen, sumOf(row));
    const years = row.map((value) => printCell(pen, value));
    return [...(totalColumn === 'first' || totalColumn === 'both' ? [total] : []), ...years, ...(totalColumn === 'last' || totalColumn === 'both' ? [total] : []), share];
  };
  const printed: (readonly string[])[] = [];
  const grandRow = ['I alt', ...cells(grand, '100 %')];
  if (isTotalFirst) printed.push(grandRow);
  for (const group of groups) {
    const sum = [`${group.name} i alt`, ...cells(addRows(group.rows.map((row) => row.amounts)), '50 %')];
    if (isTotalFirst) printed.push(sum);
    for (const row of group.rows) {
      printed.push([`${row.title}${row.mark}`, ...cells(row.amounts, '10 %')]);
      if (row.part !== null) printed.push(['heraf lønudgifter', ...cells(row.part, '3 %')]);
    }
    if (!isTotalFirst) printed.push(sum);
  }
  if (!isTotalFirst) printed.push(grandRow);
  const years = pen.years.map(String);
  const header = [unitHeader(pen.unit), ...(totalColumn === 'first' || totalColumn === 'both' ? ['I alt'] : []), ...years, ...(totalColumn === 'last' || totalColumn === 'both' ? ['I alt'] : []), 'Andel'];
  const widths = header.map((_, column) => Math.max(...[header, ...printed].map((row) => (row[column] ?? '').length)));
  const align = (row: readonly string[]) => row.map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart((widths[column] ?? 0) + 3))).join('');
  const heading = 'Budget fordelt på områder';
  const intro = 'Nedenfor vises budgettet for de enkelte områder i kommunen.';
  const text = [heading, '', intro, '', '', align(header), ...printed.map(align), '', 'Anm.: *Indsatsen er ny.'].join('\n');
  const span = (label: string, count: number) => `<th colspan="${count}">${label}</th>`;
  const first = totalColumn === 'first' || totalColumn === 'both' ? '<th rowspan="2">I alt</th>' : '';
  const last = totalColumn === 'last' || totalColumn === 'both' ? '<th rowspan="2">I alt</th>' : '';
  const htmlHeader = `<tr><th rowspan="2">${unitHeader(pen.unit)}</th>${first}${span('Budget', 1)}${span('Overslag', years.length - 1)}${last}<th rowspan="2">Andel</th></tr><tr>${years.map((year) => `<th>${year}</th>`).join('')}</tr>`;
  const htmlBody = printed.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('');
  const totalOf = (row: readonly number[]) => (totalColumn === 'none' ? null : toNumber(pen, sumOf(row)));
  const sums = groups.map((group) => ({ label: group.name, row: addRows(group.rows.map((row) => row.amounts)) }));
  const ordered = isTotalFirst ? [{ label: 'I alt', row: grand }, ...sums] : [...sums, { label: 'I alt', row: grand }];
  return {
    name: `grouped-${seed}`,
    text,
    html: htmlPage(`<h1>${heading}</h1><p>${intro}</p><table>${htmlHeader}${htmlBody}</table><p>Anm.: *Indsatsen er ny.</p>`),
    truth: {
      layout: 'unknown', unit: pen.unit, priceLevel: null, years: pen.years,
      initiatives: groups.flatMap((group) =>
        group.rows.map((row) => ({
          number: null, title: row.title, group: [group.name], amounts: toAmounts(pen, row.amounts), total: totalOf(row.amounts),
          components: row.part === null ? [] : [{ label: 'heraf lønudgifter', kind: 'of-which' as const, amounts: toAmounts(pen, row.part), total: totalOf(row.part), footnotes: [] }],
          lead: null, recommendation: null,
        })),
      ),
      totals: ordered.map(({ label, row }) => ({ label, amounts: toAmounts(pen, row), total: totalOf(row) })),
    },
  };
}
