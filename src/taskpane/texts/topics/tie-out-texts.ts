import { type RowMatchReason, type TieOutGap, type UnitMatch } from '../../../core/tie-out/tie-out';
import { type TieOutPage } from '../../view-models/selection/tie-out';

/** The texts of the comparison of a table with an agreement. */
export interface TieOutTexts {
  readonly heading: string;
  readonly compare: string;
  readonly again: string;
  readonly back: string;
  readonly remember: string;
  readonly rememberHint: string;
  readonly isRemembered: string;
  readonly insertFirst: string;
  readonly forget: string;
  readonly rememberedNow: (place: string, unkept: number) => string;
  readonly forgotten: string;
  readonly comparisons: string;
  readonly open: (place: string) => string;
  readonly gone: (place: string) => string;
  readonly differingCells: (count: number) => string;
  readonly priceLevel: string;
  readonly priceLevelUnknown: string;
  readonly withIndex: string;
  readonly withoutIndex: string;
  readonly indexIsKept: string;
  readonly agreement: string;
  readonly unit: string;
  readonly unitReasons: Readonly<Record<UnitMatch['reason'] | 'unknown', string>>;
  readonly noPriceLevel: (agreements: string) => string;
  readonly none: string;
  readonly allAgree: string;
  readonly nothingCompared: string;
  readonly differing: string;
  readonly here: string;
  readonly there: string;
  readonly difference: string;
  readonly rounding: string;
  readonly noRounding: string;
  readonly uncompared: string;
  readonly gaps: Readonly<Record<TieOutGap, string>>;
  readonly cells: (count: number, column: string) => string;
  readonly shared: (name: string) => string;
  readonly sharedColumns: (names: string) => string;
  readonly onlySum: (name: string) => string;
  readonly idleColumns: (names: string) => string;
  readonly onlyHere: string;
  readonly onlyThere: string;
  readonly columns: string;
  readonly rows: string;
  readonly matchHint: string;
  readonly columnTotal: string;
  readonly columnReason: (letters: string) => string;
  readonly rowReasons: Readonly<Record<RowMatchReason | 'none', string>>;
  readonly write: string;
  readonly writeNeedsWorkbook: string;
  readonly writeNotConverted: string;
  readonly writeWithoutConverted: (count: number) => string;
  readonly written: (formulas: number, place: string, unnamed: number) => string;
  readonly refusals: Readonly<Record<NonNullable<TieOutPage['refusal']>['kind'], (here: string, there: string) => string>>;
  readonly cannotStart: Readonly<Record<'no-agreement' | 'not-in-workbook' | 'nothing-to-write', string>>;
}

const spell = (locale: string, value: number, one: string, many: string): string => `${value.toLocaleString(locale)} ${value === 1 ? one : many}`;

/** The comparison in Danish. */
export const tieOutTextsDa: TieOutTexts = {
  heading: 'Sammenligning med aftalen',
  compare: 'Sammenlign med aftalen',
  again: 'Sammenlign igen',
  back: 'Tilbage',
  remember: 'Husk sammenligningen',
  rememberHint: 'Så sammenlignes tabellen igen, hver gang noget ændres, og afvigelser markeres, kan godkendes og kommer med i arbejdspapiret.',
  isRemembered: 'Sammenligningen er husket: tabellen sammenlignes igen, hver gang noget ændres.',
  insertFirst: 'Indsæt aftalen i projektmappen, så kan sammenligningen huskes.',
  forget: 'Glem sammenligningen',
  rememberedNow: (place, unkept) =>
    `Sammenligningen af ${place} er husket med projektmappen.${unkept === 0 ? '' : ` Dit valg for ${spell('da-DK', unkept, 'række', 'rækker')} kan ikke huskes, fordi flere rækker har samme navn.`}`,
  forgotten: 'Sammenligningen er glemt, og dens markeringer er fjernet. Dine egne tal, farver og noter er, som de var.',
  comparisons: 'Egne tabeller mod aftalen',
  open: (place) => `Vis ${place}`,
  gone: (place) => `${place}: tabellen er væk`,
  differingCells: (count) => (count === 0 ? 'ingen tal afviger' : spell('da-DK', count, 'tal afviger', 'tal afviger')),
  priceLevel: 'Tabellens prisniveau',
  priceLevelUnknown: 'ikke angivet',
  withIndex: 'Sammenlign med indekset',
  withoutIndex: 'Sammenlign uden indeks',
  indexIsKept: 'Husker du sammenligningen, gemmes indekset i projektmappen sammen med den.',
  agreement: 'Aftale',
  unit: 'Tabellens enhed',
  unitReasons: { header: 'efter overskriften', magnitude: 'efter tallenes størrelse', user: 'valgt af dig', unknown: 'ikke kendt' },
  noPriceLevel: (level) => `Tabellen siger ikke, hvilket prisniveau den er i. Aftalens tal er i ${level}, og tallene er sammenlignet, som om tabellens også er det.`,
  none: 'Sammenlignes ikke',
  allAgree: 'Alle sammenlignede tal stemmer med aftalen.',
  nothingCompared: 'Ingen tal kunne sammenlignes.',
  differing: 'Afviger fra aftalen',
  here: 'I arket',
  there: 'I aftalen',
  difference: 'Ark minus aftale',
  rounding: 'Afrunding kan forklare',
  noRounding: 'intet',
  uncompared: 'Ikke sammenlignet',
  gaps: {
    blank: 'cellen er tom, men aftalen har et beløb',
    'number-as-text': 'tallet er gemt som tekst, så Excel regner ikke med det',
    'error-value': 'cellen viser en fejlværdi',
    'not-a-number': 'cellen er ikke et tal',
    'merged-cells': 'cellen er flettet med andre',
    'not-in-agreement': 'aftalen har intet beløb her',
    'not-readable': 'aftalens beløb kunne ikke læses entydigt',
    'other-unit': 'aftalens enhed er ikke kendt',
    'other-price-level': 'tallet er i et andet prisniveau end aftalens',
    'too-large': 'tallet er for stort til at regne præcist med',
  },
  cells: (count, column) => `${column}: ${spell('da-DK', count, 'celle', 'celler')}`,
  shared: (name) => `»${name}«: flere rækker svarer til det samme i aftalen. Vælg under Rækker, hvilken det er.`,
  sharedColumns: (names) => `Flere kolonner er samme år eller total: ${names}. Vælg under Kolonner, hvilken der skal sammenlignes.`,
  onlySum: (name) => `»${name}« lægger andre rækker sammen end aftalens total og er kun kontrolleret som sum.`,
  idleColumns: (names) => `Kolonner, der ikke svarer til et år eller en total: ${names}`,
  onlyHere: 'Kun i arket',
  onlyThere: 'Kun i aftalen',
  columns: 'Kolonner',
  rows: 'Rækker',
  matchHint: 'Er noget taget for det forkerte, så ret det her. Der sammenlignes igen med det samme.',
  columnTotal: 'I alt',
  columnReason: (letters) => `Kolonne ${letters}`,
  rowReasons: { 'row-id': 'efter id', name: 'samme navn', 'part-of-name': 'navnet indgår', likeness: 'navnet ligner', user: 'valgt af dig', none: 'ikke fundet' },
  write: 'Skriv RESERVE.TIEOUT ved siden af',
  writeNeedsWorkbook: 'Indsæt aftalen i projektmappen, så kan sammenligningen også skrives som formler.',
  writeNotConverted: 'Tallene er omregnet med dit indeks. RESERVE.TIEOUT regner ikke om, så sammenligningen kan ikke skrives som formler.',
  writeWithoutConverted: (count) => `${spell('da-DK', count, 'tal', 'tal')} er omregnet med dit indeks og får ingen formel.`,
  written: (formulas, place, unnamed) =>
    `${spell('da-DK', formulas, 'formel', 'formler')} er skrevet i ${place}. Tabellen selv er ikke ændret.${unnamed === 0 ? '' : ` ${spell('da-DK', unnamed, 'række fik', 'rækker fik')} ingen formel, fordi navnet ikke er entydigt.`}`,
  refusals: {
    'no-row-matches': () => 'Ingen række svarer til noget i aftalen. Vælg en anden aftale, eller udpeg rækkerne herunder.',
    'no-column-matches': () => 'Ingen kolonne er et år eller en total. Udpeg kolonnerne herunder.',
    'no-unit': () => 'Tabellen siger ikke, om den er i kr., t.kr. eller mio. kr., og tallene viser det ikke. Vælg enheden.',
    'unit-doubtful': (here, there) => `Overskriften siger ${here}, men tallene ligner aftalens, hvis de er i ${there}. Vælg enheden, så sammenlignes tabellen.`,
    'other-price-level': (here, there) => `Tabellen er i ${here} og aftalen i ${there}. Beløb i forskellige prisniveauer sammenlignes ikke uden et indeks.`,
    'too-large': () => 'Markeringen er for stor til at sammenligne. Markér kun tabellen.',
  },
  cannotStart: {
    'no-agreement': 'Der er ingen aftale at sammenligne med. Åbn eller indsæt en først.',
    'not-in-workbook': 'Formler svarer kun ud fra aftaler i projektmappen og kataloget. Indsæt aftalen i projektmappen først. Der er ikke skrevet noget.',
    'nothing-to-write': 'Der er ingen sammenlignede tal at skrive formler for. Der er ikke skrevet noget.',
  },
};

/** The comparison in English. */
export const tieOutTextsEn: TieOutTexts = {
  heading: 'Comparison with the agreement',
  compare: 'Compare with agreement',
  again: 'Compare again',
  back: 'Back',
  remember: 'Remember the comparison',
  rememberHint: 'The table is then compared again whenever something changes; differences are flagged, can be accepted and stand in the working paper.',
  isRemembered: 'The comparison is remembered: the table is compared again whenever something changes.',
  insertFirst: 'Insert the agreement in the workbook; then the comparison can be remembered.',
  forget: 'Forget the comparison',
  rememberedNow: (place, unkept) =>
    `The comparison of ${place} is remembered with the workbook.${unkept === 0 ? '' : ` Your choice for ${spell('en-GB', unkept, 'row', 'rows')} cannot be remembered, because several rows have the same name.`}`,
  forgotten: 'The comparison is forgotten and its flags were removed. Your own figures, colours and notes are as they were.',
  comparisons: 'Own tables against the agreement',
  open: (place) => `Show ${place}`,
  gone: (place) => `${place}: the table is gone`,
  differingCells: (count) => (count === 0 ? 'no figures differ' : spell('en-GB', count, 'figure differs', 'figures differ')),
  priceLevel: 'Price level of the table',
  priceLevelUnknown: 'not stated',
  withIndex: 'Compare with the index',
  withoutIndex: 'Compare without an index',
  indexIsKept: 'If you remember the comparison, the index is kept in the workbook with it.',
  agreement: 'Agreement',
  unit: 'Unit of the table',
  unitReasons: { header: 'by the heading', magnitude: 'by the size of the figures', user: 'chosen by you', unknown: 'not known' },
  noPriceLevel: (level) => `The table does not say which price level it is in. The agreement’s figures are in ${level}, and the figures were compared as if the table’s were, too.`,
  none: 'Not compared',
  allAgree: 'All compared figures agree with the agreement.',
  nothingCompared: 'No figures could be compared.',
  differing: 'Differs from the agreement',
  here: 'In the sheet',
  there: 'In the agreement',
  difference: 'Sheet minus agreement',
  rounding: 'Rounding can explain',
  noRounding: 'nothing',
  uncompared: 'Not compared',
  gaps: {
    blank: 'the cell is empty, but the agreement has an amount',
    'number-as-text': 'the number is stored as text, so Excel does not calculate with it',
    'error-value': 'the cell shows an error value',
    'not-a-number': 'the cell is not a number',
    'merged-cells': 'the cell is merged with others',
    'not-in-agreement': 'the agreement has no amount here',
    'not-readable': 'the agreement’s amount could not be read unambiguously',
    'other-unit': 'the agreement’s unit is not known',
    'other-price-level': 'the figure is in another price level than the agreement’s',
    'too-large': 'the number is too large to calculate with exactly',
  },
  cells: (count, column) => `${column}: ${spell('en-GB', count, 'cell', 'cells')}`,
  shared: (name) => `“${name}”: several rows stand for the same thing in the agreement. Choose under Rows which one it is.`,
  sharedColumns: (names) => `Several columns are the same year or total: ${names}. Choose under Columns which one is to be compared.`,
  onlySum: (name) => `“${name}” adds other rows than the agreement’s total and was checked as a sum only.`,
  idleColumns: (names) => `Columns that are neither a year nor a total: ${names}`,
  onlyHere: 'Only in the sheet',
  onlyThere: 'Only in the agreement',
  columns: 'Columns',
  rows: 'Rows',
  matchHint: 'Where something was taken for the wrong thing, change it here. The comparison is made again at once.',
  columnTotal: 'Total',
  columnReason: (letters) => `Column ${letters}`,
  rowReasons: { 'row-id': 'by its id', name: 'same name', 'part-of-name': 'part of the name', likeness: 'similar name', user: 'chosen by you', none: 'not found' },
  write: 'Write RESERVE.TIEOUT beside it',
  writeNeedsWorkbook: 'Insert the agreement in the workbook; then the comparison can also be written as formulas.',
  writeNotConverted: 'The figures were converted by your index. RESERVE.TIEOUT does not convert, so the comparison cannot be written as formulas.',
  writeWithoutConverted: (count) => `${spell('en-GB', count, 'figure was', 'figures were')} converted by your index and ${count === 1 ? 'gets' : 'get'} no formula.`,
  written: (formulas, place, unnamed) =>
    `${spell('en-GB', formulas, 'formula was', 'formulas were')} written in ${place}. The table itself is unchanged.${unnamed === 0 ? '' : ` ${spell('en-GB', unnamed, 'row has', 'rows have')} no formula, because the name is not unique.`}`,
  refusals: {
    'no-row-matches': () => 'No row stands for anything in the agreement. Choose another agreement, or point out the rows below.',
    'no-column-matches': () => 'No column is a year or a total. Point out the columns below.',
    'no-unit': () => 'The table does not say whether it is in kr, thousand kr or million kr, and the figures do not show it. Choose the unit.',
    'unit-doubtful': (here, there) => `The heading says ${here}, but the figures are like the agreement’s if they are in ${there}. Choose the unit and the table is compared.`,
    'other-price-level': (here, there) => `The table is in ${here} and the agreement in ${there}. Amounts in different price levels are not compared without an index.`,
    'too-large': () => 'The selection is too large to compare. Select the table only.',
  },
  cannotStart: {
    'no-agreement': 'There is no agreement to compare with. Open or insert one first.',
    'not-in-workbook': 'Formulas answer only from agreements in the workbook and the catalogue. Insert the agreement in the workbook first. Nothing was written.',
    'nothing-to-write': 'There are no compared figures to write formulas for. Nothing was written.',
  },
};
