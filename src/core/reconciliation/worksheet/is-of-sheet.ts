import { type Check } from '../rule';
import { ownTableTieOut } from './own-table-tie-out';
import { worksheetFooting } from './worksheet-footing';

/** Whether the figure that a check looks at stands in a table of the user's, and not in the document. */
export function isOfSheet({ rule }: Pick<Check, 'rule'>): boolean {
  return rule === ownTableTieOut.id || rule === worksheetFooting.id;
}
