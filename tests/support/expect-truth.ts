import { type Accounting } from '../../src/core/budget/accounting';
import { readOutput } from '../../src/cli/answers/read-output';
import { extractAgreement } from '../../src/core/extraction/extract-agreement';
import { type DocumentText } from '../../src/core/extraction/lines/document-text';
import { type GeneratedTruth } from './document-generator';

/** What a test looks at in the printed form of a reading. */
interface Output {
  readonly document: { layout: string };
  readonly initiatives: {
    number: string | null;
    title: string;
    unit: string;
    group: string[];
    amounts: object;
    total: number | null;
    components: { label: string; kind: string; amounts: object; total: number | null; footnotes: string[] }[];
    stated: { role: string }[];
    recommendation: string | null;
  }[];
  readonly totals: { label: string; amounts: object; total: number | null }[];
  readonly unread: object[];
  readonly accounting: Omit<Accounting, 'unaccounted'> & { readonly unaccounted: number };
}

/** The law of conservation: every number is in one of the parts, and none is nowhere. */
function expectConservation({ figures, inModel, inTables, inProse, inUnread, notMoney, unaccounted }: Output['accounting']): void {
  expect(inModel + inTables + inProse + inUnread + notMoney).toBe(figures);
  expect(unaccounted).toBe(0);
}

/** Reads a document and compares every cell, label, sentence and total with the truth that it was made from. */
export function expectTruth(document: DocumentText, truth: GeneratedTruth): void {
  const output = JSON.parse(JSON.stringify(readOutput(extractAgreement(document)))) as Output;
  expect(output.document.layout).toBe(truth.layout);
  expect(output.initiatives.map((one) => [one.number, one.title, one.unit, one.amounts, one.total])).toEqual(truth.initiatives.map((one) => [one.number, one.title, truth.unit, one.amounts, one.total]));
  expect(output.initiatives.map((one) => one.components)).toMatchObject(
    truth.initiatives.map((one) => one.components.map(({ label, kind, amounts, total, footnotes }) => ({ label, kind, amounts, total, footnotes }))),
  );
  expect(output.initiatives.map((one) => one.recommendation)).toEqual(truth.initiatives.map((one) => one.recommendation));
  truth.initiatives.forEach((one, index) => {
    if (one.lead !== null) expect(output.initiatives[index]?.stated).toContainEqual(expect.objectContaining({ role: 'lead', ...one.lead }));
  });
  expect(output.totals.map((one) => [one.label, one.amounts, one.total])).toEqual(truth.totals.map((one) => [one.label, one.amounts, one.total]));
  if (truth.layout !== 'initiative-forms') expect(output.initiatives.map((one) => one.group)).toEqual(truth.initiatives.map((one) => one.group));
  expect(output.unread).toEqual([]);
  expectConservation(output.accounting);
}
