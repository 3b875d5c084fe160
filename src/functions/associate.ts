import * as family from './functions';

/** Tells Excel which function answers which name. Called once when the shared runtime starts. */
export function associateFunctions(): void {
  CustomFunctions.associate('AMOUNT', family.amount);
  CustomFunctions.associate('TOTAL', family.total);
  CustomFunctions.associate('PART', family.part);
  CustomFunctions.associate('YEARS', family.years);
  CustomFunctions.associate('TABLE', family.table);
  CustomFunctions.associate('LIST', family.list);
  CustomFunctions.associate('SUMOF', family.sumof);
  CustomFunctions.associate('EXPIRES', family.expires);
  CustomFunctions.associate('SOURCE', family.source);
  CustomFunctions.associate('TIEOUT', family.tieout);
  CustomFunctions.associate('RESIDUAL', family.residual);
  CustomFunctions.associate('BOUND', family.bound);
  CustomFunctions.associate('CHECK', family.check);
  CustomFunctions.associate('PARSE', family.parse);
  CustomFunctions.associate('PRICELEVEL', family.pricelevel);
}
