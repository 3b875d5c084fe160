import { isFlag, isText, isWhole, listOf, oneOf, orNull, record, type Shape } from '../catalogue/schema';
import { UNITS } from '../money/unit';

/** A pair of a key and a value of one shape. */
function pairOf(shape: Shape): Shape {
  return (value) => Array.isArray(value) && value.length === 2 && isText(value[0]) && shape(value[1]);
}

const targetShape: Shape = (value) => value === 'total' || isWhole(value);

const indexShape = record({ name: isText, edition: isText, source: isText, values: listOf(record({ year: isWhole, coefficient: isWhole, decimals: isWhole })) });

const choicesShape = record({
  rows: listOf(pairOf(orNull(isText))),
  columns: listOf(pairOf(orNull(targetShape))),
  rowRoles: listOf(pairOf(oneOf('header', 'component', 'subtotal', 'total', 'of-which', 'heading', 'blank'))),
  columnRoles: listOf(pairOf(oneOf('label', 'year', 'total', 'amount', 'other'))),
  unit: orNull(oneOf(...UNITS)),
  priceLevel: orNull(isText),
}, { index: indexShape });

/** The shape of a table of the user's that is compared with an agreement. */
export const comparedShape = record({
  id: isText,
  table: orNull(record({ id: isText, name: isText })),
  rangeName: isText,
  sheet: isText,
  address: isText,
  endsAtBottom: isFlag,
  endsAtRight: isFlag,
  choices: choicesShape,
  matched: listOf(record({ of: isText, label: isText })),
  merged: listOf(isText),
});
