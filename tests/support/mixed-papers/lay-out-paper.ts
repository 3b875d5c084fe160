import { printDanish } from '../document-generator';
import { type Block, decimalsOf, type Figure, type Paper, type PaperAgreement, type PaperInitiative, type PaperOptions, type PaperRow } from './paper';
import { type PaperWords, WORDS } from './words';

/** The blocks of a paper in reading order: preface, overview, sheets, annexes, as its options say. */
export function layOutPaper({ options, agreements }: Paper): Block[] {
  return agreements.flatMap((agreement) => new Layout(options, agreement).blocks());
}

/** One agreement on its way to the page. */
class Layout {
  private readonly words: PaperWords;
  private tables = 0;

  constructor(
    private readonly options: PaperOptions,
    private readonly agreement: PaperAgreement,
  ) {
    this.words = WORDS[options.language];
  }

  blocks(): Block[] {
    const { options, agreement, words } = this;
    const whole = agreement.totals[0]?.figures;
    const years = `${agreement.years[0]}-${agreement.years[agreement.years.length - 1]}`;
    const intro: Block[] = [{ kind: 'heading', level: 1, text: agreement.title, isNewPage: true }];
    if (options.hasPreface) intro.push(...words.preface(agreement.years[0] ?? 0).map((text, index): Block => (index === 0 ? { kind: 'heading', level: 2, text } : { kind: 'paragraph', text })));
    if (whole !== undefined && !options.hasFinancing) intro.push({ kind: 'paragraph', text: words.whole(this.money(whole[whole.length - 1] ?? 0), years) });
    const overview = options.overview === 'none' ? [] : this.overview();
    const sheets = agreement.initiatives.flatMap((initiative) => this.sheet(initiative));
    const order = options.overview === 'first' ? [...overview, ...sheets] : [...sheets, ...overview];
    return [...intro, ...order, ...this.pools()];
  }

  private overview(): Block[] {
    const { options, agreement, words } = this;
    const heading: Block = { kind: 'heading', level: 2, text: options.overview === 'annex' ? words.annex : words.overview, isNewPage: options.overview !== 'first' };
    this.tables += 1;
    const caption: Block[] = [{ kind: 'paragraph', text: `${words.table(this.tables)}. ${words.overview}` }];
    const numbered = options.isNumbered ? [words.number] : [];
    const rows: string[][] = [];
    const [whole, ...groupTotals] = agreement.totals;
    const add = (number: string, label: string, figures: readonly Figure[] | null, initiative: PaperInitiative | null): void => {
      rows.push([...(options.isNumbered ? [number] : []), label, ...(figures === null ? agreement.overviewHeader.map(() => '').concat('') : this.cells(figures)), ...this.extra(figures, initiative)]);
    };
    if (options.totalRow === 'first' && whole !== undefined) add('', whole.label, whole.figures, null);
    for (const group of agreement.groups) {
      const total = groupTotals.find((one) => one.group === group);
      if (total !== undefined && options.totalRow === 'first') add('', total.label, total.figures, null);
      else if (group !== '') add('', group, null, null);
      for (const one of agreement.initiatives) if ((one.group[0] ?? '') === group && one.overview !== null) add(one.number ?? '', one.overview.label, one.overview.figures, one);
      if (total !== undefined && options.totalRow === 'last') add('', total.label, total.figures, null);
    }
    if (agreement.financing !== null) add('', agreement.financing.label, agreement.financing.figures, null);
    if (options.totalRow === 'last' && whole !== undefined) add('', whole.label, whole.figures, null);
    const labels = numbered.length;
    const header = [...numbered, words.unit(agreement.unit, agreement.priceLevel), ...agreement.overviewHeader, words.total, ...this.extraHeader()];
    const textColumns = [...(labels === 1 ? [0] : []), labels, ...(options.extraColumn === 'ministry' || options.extraColumn === 'remark' ? [header.length - 1] : [])];
    return [heading, ...caption, { kind: 'table', header, rows, textColumns, isWide: true }];
  }

  private extraHeader(): string[] {
    const { extraColumn } = this.options;
    return extraColumn === 'none' ? [] : [this.words[extraColumn]];
  }

  /** The cell of the extra column. */
  private extra(figures: readonly Figure[] | null, initiative: PaperInitiative | null): string[] {
    const { extraColumn } = this.options;
    if (extraColumn === 'none') return [];
    if (figures === null) return [''];
    const total = figures[figures.length - 1] ?? 0;
    const whole = this.agreement.totals[0]?.figures ?? [];
    if (extraColumn === 'percent') return [`${Math.round((100 * total) / Math.max(1, Math.abs(whole[whole.length - 1] ?? 1)))} %`];
    if (extraColumn === 'permanent') return [initiative === null ? '-' : this.print(Math.floor(total / 4))];
    if (initiative === null) return [''];
    return [extraColumn === 'ministry' ? (this.words.groups[initiative.title.length % 3] ?? '') : (this.words.remarks[initiative.title.length % 4] ?? '')];
  }

  private sheet(initiative: PaperInitiative): Block[] {
    const { options, words, agreement } = this;
    if (initiative.sheet === null) return [];
    const { value, from, to } = initiative.lead;
    const total = this.money(value);
    const mark = options.hasFootnotes ? ' 1)' : '';
    this.tables += 1;
    const rows = options.totalRow === 'first' ? initiative.sheet : [...initiative.sheet.slice(1), ...initiative.sheet.slice(0, 1)];
    const body = words.bodies[initiative.title.length % words.bodies.length] ?? '';
    return [
      { kind: 'heading', level: 2, text: initiative.title, isNewPage: options.sheetHeadings },
      { kind: 'paragraph', text: words.lead(total, words.period(from, to), initiative.title.charAt(0).toLowerCase() + initiative.title.slice(1)) },
      ...(options.sheetHeadings ? [{ kind: 'heading', level: 3, text: words.background } as const] : []),
      { kind: 'paragraph', text: body },
      ...(options.sheetHeadings ? [{ kind: 'heading', level: 3, text: words.economy } as const, { kind: 'paragraph', text: words.economyLead(total) } as const] : []),
      { kind: 'paragraph', text: `${words.table(this.tables)}. ${initiative.caption}${mark}` },
      { kind: 'table', header: [words.unit(agreement.unit, agreement.priceLevel), ...initiative.header, words.total], rows: rows.map((row) => this.row(row)), textColumns: [0], isWide: false },
      ...(options.hasFootnotes ? [{ kind: 'paragraph', text: `1) ${words.note}` } as const] : []),
    ];
  }

  private pools(): Block[] {
    const { agreement, words } = this;
    if (agreement.pools.length === 0) return [];
    return [
      { kind: 'heading', level: 2, text: words.poolAnnex, isNewPage: true },
      ...agreement.pools.flatMap((pool): Block[] => [{ kind: 'heading', level: 3, text: pool.title }, { kind: 'paragraph', text: words.pool(this.money(pool.value), pool.year) }]),
    ];
  }

  private row(row: PaperRow): string[] {
    return [row.label, ...this.cells(row.figures)];
  }

  private cells(figures: readonly Figure[]): string[] {
    return figures.map((figure) => (figure === null ? '' : figure === 0 ? '-' : this.print(figure)));
  }

  private print(figure: number): string {
    return printFigure(figure, this.options, this.agreement);
  }

  private money(figure: number): string {
    const text = this.print(figure);
    if (this.options.language === 'da') return `${text} ${this.agreement.unit === '1.000 kr.' ? 't.kr.' : this.agreement.unit}`;
    return `DKK ${text} ${{ 'mio. kr.': 'million', 'mia. kr.': 'billion', '1.000 kr.': 'thousand' }[this.agreement.unit]}`;
  }
}

/** A figure as the paper prints it: Danish or English marks. */
export function printFigure(figure: number, options: PaperOptions, agreement: PaperAgreement): string {
  const text = printDanish(figure, decimalsOf(agreement.unit));
  return options.language === 'da' ? text : text.replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ','));
}
