import { type Agreement, type Initiative, type StatedAmount } from '../../budget/agreement';
import { positionKey } from '../../budget/position';
import { type Cell, type Column, type Row } from '../../budget/table';
import { areEqualAmounts } from '../../money/amount';
import { checkedColumn } from '../checking/printed-rows';
import { type CheckedPlace } from '../rule';
import { type Correction } from './cause';

/** The agreement as it would be: with other figures, and without some rows. Shape: what is asked about it is at the places of `agreement`, which {@link CorrectedAgreement.placeBefore} gives back. */
export interface CorrectedAgreement {
  readonly agreement: Agreement;
  /** Where something of the corrected agreement stands in the printed one. */
  placeBefore(place: CheckedPlace): CheckedPlace;
}

/** An agreement with some figures corrected and some rows struck, each once. */
export function correctAgreement(agreement: Agreement, corrections: readonly Correction[], struck: readonly CheckedPlace[]): CorrectedAgreement {
  const initiatives = agreement.initiatives.map((initiative, index) => correctInitiative(initiative, corrections.filter(({ place }) => place.initiative === index && place.isOverview !== true), corrections.filter(({ place }) => place.initiative === index && place.isOverview === true)));
  const totals = agreement.totals.map((total, index) => ({ ...total, row: correctRow(total.row, total.columns, corrections.filter(({ place }) => place.total === index)) }));
  const tables = agreement.tables.map((table, index) => ({ ...table, rows: table.rows.map((row, at) => correctRow(row, table.columns, corrections.filter(({ place }) => place.table === index && place.row === at))) }));
  return strike({ ...agreement, initiatives, totals, tables }, struck);
}

function correctInitiative(initiative: Initiative, own: readonly Correction[], listed: readonly Correction[]): Initiative {
  if (own.length === 0 && listed.length === 0) return initiative;
  const { columns, total, components, stated, overview } = initiative;
  return {
    ...initiative,
    total: total === null ? null : correctRow(total, columns, own.filter(({ place }) => place.component === null)),
    components: components.map((row, index) => correctRow(row, columns, own.filter(({ place }) => place.component === index))),
    stated: stated.map((amount) => correctStated(amount, own)),
    ...(overview === undefined ? {} : { overview: { ...overview, row: correctRow(overview.row, overview.columns, listed) } }),
  };
}

function correctRow(row: Row, columns: readonly Column[], corrections: readonly Correction[]): Row {
  if (corrections.length === 0) return row;
  return { ...row, cells: row.cells.map((cell, index) => correctCell(cell, columns[index], corrections)) };
}

function correctCell(cell: Cell, column: Column | undefined, corrections: readonly Correction[]): Cell {
  const found = column === undefined ? undefined : corrections.find(({ place }) => place.column === checkedColumn(column) && place.position !== null && positionKey(place.position) === positionKey(cell.position));
  if (found === undefined || (cell.kind !== 'amount' && cell.kind !== 'nil')) return cell;
  return { kind: 'amount', amount: found.corrected, text: cell.text, position: cell.position };
}

/** An amount of the text with its correction; one that the text repeats in the same figures is corrected in every place. */
function correctStated(stated: StatedAmount, corrections: readonly Correction[]): StatedAmount {
  const found = corrections.find(({ place, printed, inText }) => inText === true && place.component === null && areEqualAmounts(printed, stated.amount));
  return found === undefined ? stated : { ...stated, amount: found.corrected };
}

/** The agreement without some rows: whole initiatives or components. */
function strike(agreement: Agreement, struck: readonly CheckedPlace[]): CorrectedAgreement {
  const whole = struck.flatMap(({ initiative, component }) => (initiative !== null && component === null ? [initiative] : []));
  const partsOf = (index: number): number[] => struck.flatMap(({ initiative, component }) => (initiative === index && component !== null ? [component] : []));
  const kept = agreement.initiatives.flatMap((initiative, index) => (whole.includes(index) ? [] : [{ initiative, index }]));
  const initiatives = kept.map(({ initiative, index }) => {
    const gone = partsOf(index);
    return gone.length === 0 ? initiative : { ...initiative, components: initiative.components.filter((_row, component) => !gone.includes(component)) };
  });
  return {
    agreement: { ...agreement, initiatives },
    placeBefore(place) {
      const initiative = place.initiative === null ? null : (kept[place.initiative]?.index ?? null);
      return { ...place, initiative, component: initiative === null || place.component === null ? place.component : beforeStrike(place.component, partsOf(initiative)) };
    },
  };
}

/** The index of what is left, counted with those that were struck. */
function beforeStrike(index: number, struck: readonly number[]): number {
  return [...struck].sort((a, b) => a - b).reduce((before, gone) => (gone <= before ? before + 1 : before), index);
}
