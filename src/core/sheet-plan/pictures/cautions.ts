import { type Agreement } from '../../budget/agreement';
import { type LocalizedText } from '../../reconciliation/rule';
import { type Language } from '../plan';

/** What of the agreement does not show in a picture of its amounts, each as a sentence; none where everything does. */
export function amountCautions(agreement: Agreement, language: Language): string[] {
  const { initiatives, unread, isPartlyRead } = agreement;
  const cells = initiatives.flatMap(({ total }) => total?.cells ?? []);
  const spans = initiatives.some(({ columns }) => columns.some((column) => column.kind === 'amount' && column.years !== undefined && column.years.from !== column.years.to));
  return [
    ...counted(cells.filter(({ kind }) => kind === 'unreadable').length, UNREADABLE),
    ...counted(initiatives.filter(({ total }) => total === null).length, WITHOUT_FIGURES),
    ...(spans ? [SPANS] : []),
    ...(isPartlyRead ? [PARTLY_READ] : counted(unread.length, UNREAD)),
  ].map((text) => text[language]);
}

/** What keeps verdicts from being the whole story. */
export function readingCautions({ unread, isPartlyRead }: Agreement, language: Language): string[] {
  return (isPartlyRead ? [PARTLY_READ] : counted(unread.length, UNREAD)).map((text) => text[language]);
}

/** That an agreement is not held against others, because its amounts are of another kind. */
export function leftOutText(name: string, reason: 'unit' | 'price-level', language: Language): string {
  return {
    unit: { da: `${name} er ikke med: dens beløb er i en anden enhed.`, en: `${name} is left out: its amounts are in another unit.` },
    'price-level': { da: `${name} er ikke med: den har intet prisniveau, eller den står ikke med år i projektmappen.`, en: `${name} is left out: it has no price level, or stands without years in the workbook.` },
  }[reason][language];
}

type CountedText = (count: number) => LocalizedText;

function counted(count: number, text: CountedText): LocalizedText[] {
  return count === 0 ? [] : [text(count)];
}

const UNREADABLE: CountedText = (count) => ({
  da: `${count} beløb kunne ikke læses i dokumentet og tæller ikke med.`,
  en: `${count} ${count === 1 ? 'amount' : 'amounts'} could not be read in the document and ${count === 1 ? 'does' : 'do'} not count.`,
});
const WITHOUT_FIGURES: CountedText = (count) => ({
  da: `${count} ${count === 1 ? 'initiativ har' : 'initiativer har'} ingen beløb i en tabel og tæller ikke med.`,
  en: `${count} ${count === 1 ? 'initiative has' : 'initiatives have'} no amounts in a table and ${count === 1 ? 'does' : 'do'} not count.`,
});
const UNREAD: CountedText = (count) => ({
  da: `${count} ${count === 1 ? 'linje' : 'linjer'} i dokumentet blev ikke forstået; beløb i dem er ikke med.`,
  en: `${count} ${count === 1 ? 'line' : 'lines'} of the document ${count === 1 ? 'was' : 'were'} not understood; amounts in ${count === 1 ? 'it' : 'them'} are missing.`,
});
const SPANS: LocalizedText = { da: 'Beløb, som aftalen kun angiver samlet for flere år, er ikke med i de enkelte år.', en: 'Amounts that the agreement states for several years in one are not part of single years.' };
const PARTLY_READ: LocalizedText = { da: 'Dokumentet er kun delvist læst, så billedet er ikke fuldstændigt.', en: 'The document was read in part only, so the picture is not complete.' };
