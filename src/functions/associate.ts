import { check, list, total } from './functions';

/** Tells Excel which function answers which name. Called once when the shared runtime starts. */
export function associateFunctions(): void {
  CustomFunctions.associate('TOTAL', total);
  CustomFunctions.associate('LIST', list);
  CustomFunctions.associate('CHECK', check);
}
