/** What Excel has to bring. Source: the requirement sets of the manifest. Shape: set and lowest version. */
const WRITING = [['ExcelApi', '1.12']] as const;
const FORMULAS = [
  ['SharedRuntime', '1.1'],
  ['CustomFunctionsRuntime', '1.3'],
] as const;

/** What an Excel that is too old lacks, by set and version; both empty where nothing is missing. */
export interface MissingRequirements {
  /** Without these nothing can be written to or read from the workbook. */
  readonly writing: readonly string[];
  /** Without these the add-in's formulas do not compute. */
  readonly formulas: readonly string[];
}

/** What the host lacks, by its own word. */
export function missingRequirements(isSetSupported: (name: string, version: string) => boolean): MissingRequirements {
  const lacking = (sets: readonly (readonly [string, string])[]): string[] => sets.flatMap(([name, version]) => (isSetSupported(name, version) ? [] : [`${name} ${version}`]));
  return { writing: lacking(WRITING), formulas: lacking(FORMULAS) };
}
