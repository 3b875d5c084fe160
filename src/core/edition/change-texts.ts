import { type Agreement } from '../budget/agreement';
import { formatNumber, formatUnit, type Language } from '../money/danish-number';
import { columnName, type LocalizedText } from '../reconciliation/rule';
import { type ChangeKind, type EditionCaution, type EditionFigure, type EditionRow, type FigureChange, type FigureGap, type PairReason, type PoolCondition } from './edition';

const KINDS: Readonly<Record<ChangeKind, LocalizedText>> = {
  new: { da: 'ny', en: 'new' },
  gone: { da: 'udgået', en: 'gone' },
  split: { da: 'delt i flere', en: 'split' },
  merged: { da: 'lagt sammen', en: 'merged' },
  renamed: { da: 'nyt navn', en: 'renamed' },
  more: { da: 'forhøjet', en: 'more' },
  less: { da: 'nedsat', en: 'less' },
  moved: { da: 'flyttet mellem år', en: 'moved between years' },
  'price-level': { da: 'andet prisniveau', en: 'other price level' },
  unit: { da: 'anden enhed', en: 'other unit' },
  components: { da: 'ændrede delposter', en: 'changed components' },
  recommendation: { da: 'ændret indstilling', en: 'changed recommendation' },
  group: { da: 'flyttet til anden gruppe', en: 'moved to another group' },
  conditions: { da: 'andre vilkår', en: 'other conditions' },
  'not-comparable': { da: 'kan ikke sammenlignes fuldt ud', en: 'cannot be compared in full' },
};

const REASONS: Readonly<Record<PairReason, LocalizedText>> = {
  'number-and-name': { da: 'samme nummer og navn', en: 'same number and name' },
  name: { da: 'samme navn', en: 'same name' },
  number: { da: 'samme nummer, og det ene navn kan ikke læses', en: 'same number, and one name cannot be read' },
  'part-of-name': { da: 'det ene navn indgår i det andet', en: 'one name is part of the other' },
  likeness: { da: 'navnene ligner hinanden', en: 'similar names' },
  amounts: { da: 'samme beløb', en: 'same amounts' },
  user: { da: 'valgt af dig', en: 'chosen by you' },
};

const GAPS: Readonly<Record<FigureGap, LocalizedText>> = {
  'no-column': { da: 'står kun i den ene udgave', en: 'only in one edition' },
  'not-readable': { da: 'kan ikke læses entydigt', en: 'cannot be read unambiguously' },
  'price-level': { da: 'forskelligt prisniveau', en: 'different price levels' },
  'other-years': { da: 'dækker ikke de samme år', en: 'does not cover the same years' },
};

const CONDITIONS: Readonly<Record<PoolCondition, LocalizedText>> = {
  initiative: { da: 'initiativ', en: 'initiative' },
  administration: { da: 'administration', en: 'administration' },
  rounds: { da: 'ansøgningsrunder', en: 'application rounds' },
  support: { da: 'støtteår', en: 'support years' },
};

/** What happened, in one word or few. */
export function kindText(kind: ChangeKind, language: Language): string {
  return KINDS[kind][language];
}

/** How two things were paired. */
export function pairReasonText(reason: PairReason, language: Language): string {
  return REASONS[reason][language];
}

/** Why two figures were not held against each other. */
export function gapText(gap: FigureGap, language: Language): string {
  return GAPS[gap][language];
}

/** What a pool's condition is called. */
export function conditionText(condition: PoolCondition, language: Language): string {
  return CONDITIONS[condition][language];
}

/** What the initiatives of a row are called: one name, "old → new" where it changed, names joined where it was split or merged. */
export function rowTitle(old: Agreement, now: Agreement, row: Pick<EditionRow, 'old' | 'now'>, language: Language): string {
  const names = (agreement: Agreement, places: readonly number[]): string => places.map((place) => initiativeName(agreement, place, language)).join(' + ');
  return changedName(names(old, row.old), names(now, row.now));
}

/** A name in two editions: one name, "old → new" where it changed. */
export function changedName(old: string | null | undefined, now: string | null | undefined): string {
  const [was, is] = [old ?? '', now ?? ''];
  if (was === '' || was === is) return is;
  return is === '' ? was : `${was} → ${is}`;
}

/** The name of an initiative with its number; said so where it cannot be read. */
export function initiativeName({ initiatives }: Agreement, place: number, language: Language): string {
  const initiative = initiatives[place];
  const title = initiative?.title ?? { da: '(titlen kan ikke læses)', en: '(the title cannot be read)' }[language];
  const number = initiative?.number ?? null;
  return number === null ? title : `${number} ${title}`;
}

/** A changed figure: "2027: 3,0 → 3,4 (+0,4) mio. kr.", with the reason where it was not compared. */
export function figureText(change: FigureChange, language: Language): string {
  const { target, old, now, difference, gap } = change;
  const name = columnName(target, { da: 'I alt', en: 'Total' }[language]);
  const unit = (now.amount ?? old.amount)?.unit;
  const isOneUnit = old.amount === null || now.amount === null || old.amount.unit === now.amount.unit;
  const spell = (figure: EditionFigure): string => (figure.amount === null ? spellGap(figure, language) : `${formatNumber(figure.amount, language)}${isOneUnit ? '' : ` ${formatUnit(figure.amount.unit, language)}`}`);
  const sign = difference === null || difference.coefficient === 0 ? '' : ` (${difference.coefficient > 0 ? '+' : ''}${formatNumber(difference, language)})`;
  const why = gap === null ? '' : ` (${gapText(gap, language)})`;
  return `${name}: ${spell(old)} → ${spell(now)}${sign}${unit === undefined ? '' : ` ${formatUnit(unit, language)}`}${why}`;
}

function spellGap({ gap }: EditionFigure, language: Language): string {
  if (gap === 'not-readable') return { da: 'ikke læst', en: 'not read' }[language];
  return gap === 'blank' ? { da: 'tom', en: 'blank' }[language] : '–';
}

/** What a reader must know before he trusts the comparison, as a sentence. */
export function cautionText(caution: EditionCaution, language: Language): string {
  const text = cautionTexts(caution);
  return text[language];
}

function cautionTexts(caution: EditionCaution): LocalizedText {
  switch (caution.kind) {
    case 'few-pairs':
      if (caution.of === 0) return { da: 'Mindst det ene dokument har ingen initiativer at sammenligne.', en: 'At least one of the documents has no initiatives to compare.' };
      return {
        da: `Kun ${caution.pairs} af ${caution.of} initiativer står i begge dokumenter. De er formentlig to forskellige aftaler.`,
        en: `Only ${caution.pairs} of ${caution.of} initiatives stand in both documents. They are probably two different agreements.`,
      };
    case 'no-common-years':
      return { da: `Dokumenterne har ingen år til fælles (${caution.old.join(', ')} og ${caution.now.join(', ')}), så beløbene er ikke sammenlignet år for år.`, en: `The documents have no years in common (${caution.old.join(', ')} and ${caution.now.join(', ')}), so amounts were not compared year by year.` };
    case 'other-years':
      return { da: `Ikke alle år står i begge: ${spellYears(caution, 'da')}. Totaler er kun sammenlignet, hvor de dækker de samme år.`, en: `Not all years stand in both: ${spellYears(caution, 'en')}. Totals were compared only where they cover the same years.` };
    case 'units':
      return { da: `Beløbene er i ${caution.old ?? '–'} i den gamle udgave og ${caution.now ?? '–'} i den nye; de er sammenlignet som samme penge.`, en: `Amounts are in ${caution.old ?? '–'} in the old edition and in ${caution.now ?? '–'} in the new one; they were compared as the same money.` };
    case 'price-levels':
      return { da: `Den gamle udgave er i ${caution.old ?? '–'} og den nye i ${caution.now ?? '–'}. Beløb i forskellige prisniveauer trækkes ikke fra hinanden uden et indeks.`, en: `The old edition is in ${caution.old ?? '–'} and the new one in ${caution.now ?? '–'}. Amounts in different price levels are not subtracted without an index.` };
    case 'unread':
      return {
        da: `I den ${caution.edition === 'old' ? 'gamle' : 'nye'} udgave blev ${caution.count} ${caution.count === 1 ? 'linje' : 'linjer'} ikke forstået${caution.isPartlyRead ? ', og dokumentet er kun delvist læst' : ''}. En ændring dér ses ikke her.`,
        en: `In the ${caution.edition === 'old' ? 'old' : 'new'} edition ${caution.count} ${caution.count === 1 ? 'line was' : 'lines were'} not understood${caution.isPartlyRead ? ', and the document was read in part only' : ''}. A change there does not show here.`,
      };
    case 'text-not-compared':
      return { da: `${caution.mentions} beløb i løbende tekst er ikke sammenlignet.`, en: `${caution.mentions} amounts in running text were not compared.` };
  }
}

function spellYears({ onlyOld, onlyNow }: Extract<EditionCaution, { kind: 'other-years' }>, language: Language): string {
  const [old, now] = language === 'da' ? ['kun i den gamle', 'kun i den nye'] : ['only in the old one', 'only in the new one'];
  return [...(onlyOld.length === 0 ? [] : [`${onlyOld.join(', ')} ${old}`]), ...(onlyNow.length === 0 ? [] : [`${onlyNow.join(', ')} ${now}`])].join(', ');
}
