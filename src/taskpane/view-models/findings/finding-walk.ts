import { type CellPlace, type WorkbookState } from '../../../excel/workbook-port';
import { type FindingsFilter } from '../../state/pane-state';
import { aboutCheck, type SourceAbout } from '../source/check-marks';
import { cardId, cardsInOrder, cardsOfWorkbook, filterCards, type CauseCard } from './cause-cards';

/** A finding as a stop on the way through all of them. Shape: `about` null where its document or place is not known. */
export interface WalkStop {
  readonly id: string;
  readonly cell: CellPlace | null;
  readonly about: SourceAbout | null;
}

/** The findings that the filter lets through, in the order in which they are worked through. */
export function findingWalk(workbook: WorkbookState, filter: FindingsFilter): readonly WalkStop[] {
  const shown = filterCards(cardsOfWorkbook(workbook), filter);
  return cardsInOrder(shown, filter.severities.includes('info')).map((card) => ({ id: cardId(card), cell: card.place ?? card.findings[0]?.place ?? null, about: aboutCard(card, documentOf(card, workbook)) }));
}

/** The document that a card is about, by its hash; null where the import is gone. */
export function documentOf({ importId }: Pick<CauseCard, 'importId'>, workbook: Pick<WorkbookState, 'imports'> | null): string | null {
  return workbook?.imports.find((stored) => stored.importId === importId)?.agreement.document.sha256 ?? null;
}

/** The place of what a card is about: the figure that is likely wrong, else that of its first finding; null where it is not known. */
export function aboutCard(card: CauseCard, sha256: string | null): SourceAbout | null {
  const [head] = card.findings;
  if (head === undefined || sha256 === null) return null;
  const figure = cardId(card) === card.key ? head.check.place : (card.cause?.corrections[0]?.place ?? head.check.place);
  return aboutCheck(head.check, figure, sha256, cardId(card));
}
