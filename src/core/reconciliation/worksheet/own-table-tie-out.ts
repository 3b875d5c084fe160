import { type RuleInfo } from '../rule';

/** A table of the user's against the agreement that it was made from: what the pane's comparison finds, for as long as it is remembered. */
export const ownTableTieOut: RuleInfo = {
  id: 'own-table-tie-out',
  reference: 'Tie-out to the source as audit practice (ISA 500, inspection); rounding to the last printed digit, half a unit at most',
  title: { da: 'Egen tabel ↔ aftalen', en: 'Own table vs agreement' },
};
