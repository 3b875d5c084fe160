import { type Language } from '../texts/texts';

/** A text, or the pattern of a name, in both languages. */
export type InBoth = Readonly<Record<Language, string>>;

/** Something that is done as a person does it: in the add-in's pane by what is seen there, in the grid by row and heading of a table, or with the workbook. */
export type Act =
  | { readonly press: string; readonly name: InBoth; readonly within?: InBoth }
  | { readonly await: string; readonly name: InBoth }
  | { readonly fill: string; readonly name: InBoth }
  | { readonly enter: string; readonly row: string; readonly column: string }
  | { readonly show: InBoth }
  | { readonly save: 'xlsx' };

/** A part of a demonstration: what is said of it, for how long it is seen, and what is done. */
export interface DemoStep {
  readonly text: InBoth;
  readonly seconds: number;
  readonly acts: readonly Act[];
}

/** Fetches the demonstration that lies beside the add-in: the workbench plays it and does not know what it shows. Errors: throws where there is none. */
export async function fetchDemonstration(): Promise<readonly DemoStep[]> {
  const response = await fetch('assets/workbench/demonstration.json');
  if (!response.ok) throw new Error(`demonstration.json: ${response.status}`);
  return ((await response.json()) as { readonly steps: readonly DemoStep[] }).steps;
}
