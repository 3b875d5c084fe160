import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateDanishFunctionsMetadata, generateFunctionsMetadata, metadataProblems, translateMetadata, type FunctionMetadata } from '../../scripts/functions-metadata';

const SOURCE = `
/**
 * The amount of an initiative.
 * @customfunction TOTAL
 * @helpurl https://localhost:3000/help/functions/total.html
 * @param initiative Name or number.
 * @param [year] Fiscal year.
 */
export function total(initiative: string, year?: number): number {
  return initiative.length + (year ?? 0);
}
`;

function sourceFile(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'reserve-functions-')), 'functions.ts');
  writeFileSync(file, text);
  return file;
}

const TOTAL: FunctionMetadata = {
  id: 'TOTAL',
  name: 'TOTAL',
  description: 'The amount of an initiative.',
  helpUrl: 'https://example.org/help/functions/total.html',
  parameters: [
    { name: 'initiative', description: 'Name or number.', type: 'string' },
    { name: 'year', description: 'Fiscal year.', type: 'number', optional: true },
  ],
};

describe('generateFunctionsMetadata', () => {
  it('reads the JSDoc and moves the help below the base URL', async () => {
    const { functions } = JSON.parse(await generateFunctionsMetadata('https://example.org', sourceFile(SOURCE))) as { functions: FunctionMetadata[] };
    expect(functions).toMatchObject([TOTAL]);
  });

  it.each([
    ['no help address', SOURCE.replace(/ \* @helpurl.*\n/, ''), 'no @helpurl'],
    ['no description of a parameter', SOURCE.replace(' Fiscal year.', ''), 'year of TOTAL has no description'],
    ['a volatile function', SOURCE.replace('@customfunction', '@volatile\n * @customfunction'), 'TOTAL is volatile'],
    ['a localised name', SOURCE.replace('@customfunction TOTAL', '@customfunction TOTAL SAMLET'), 'another name (SAMLET)'],
    ['a type that Excel does not know', SOURCE.replace('year?: number', 'year?: Date'), 'does not support type'],
    ['a file without functions', 'export const nothing = 1;', 'none in'],
  ])('refuses %s', async (_name, text, says) => {
    await expect(generateFunctionsMetadata('https://localhost:3000', sourceFile(text))).rejects.toThrow(says);
  });
});

describe('metadataProblems', () => {
  it('wants optional parameters last', () => {
    const parameters = [...TOTAL.parameters].reverse();
    expect(metadataProblems({ functions: [{ ...TOTAL, parameters }] }, 'https://example.org')).toEqual(['initiative of TOTAL is required after an optional one']);
  });
});

describe('translateMetadata', () => {
  const danish = {
    TOTAL: { description: 'Beløbet.', parameters: { initiative: { name: 'initiativ', description: 'Navn.' }, year: { name: 'år', description: 'Finansår.' } } },
  };

  it('translates texts and parameter names and keeps ids and names', () => {
    expect(translateMetadata({ functions: [TOTAL] }, { functions: danish, enums: {} }).functions).toEqual([
      {
        ...TOTAL,
        description: 'Beløbet.',
        helpUrl: 'https://example.org/help/functions/total.da.html',
        parameters: [
          { name: 'initiativ', description: 'Navn.', type: 'string' },
          { name: 'år', description: 'Finansår.', type: 'number', optional: true },
        ],
      },
    ]);
  });

  it('translates the values that Excel offers', () => {
    const kinds = { id: 'Kind', values: [{ name: 'pool', stringValue: 'pool', tooltip: 'Applied for.' }] };
    const texts = { functions: danish, enums: { Kind: { pool: { value: 'pulje', description: 'Ansøgt.' } } } };
    expect(translateMetadata({ functions: [TOTAL], enums: [kinds] }, texts).enums).toEqual([{ id: 'Kind', values: [{ name: 'pool', stringValue: 'pulje', tooltip: 'Ansøgt.' }] }]);
    expect(() => translateMetadata({ functions: [TOTAL], enums: [kinds] }, { functions: danish, enums: {} })).toThrow('No Danish text for pool of Kind');
    expect(() => translateMetadata({ functions: [TOTAL], enums: [] }, texts)).toThrow('enums that do not exist: Kind');
  });

  it('refuses a missing, an empty and a superfluous text', () => {
    expect(() => translateMetadata({ functions: [TOTAL] }, { functions: {}, enums: {} })).toThrow('No Danish description of TOTAL');
    expect(() => translateMetadata({ functions: [] }, { functions: danish, enums: {} })).toThrow('functions that do not exist: TOTAL');
    const { year, ...others } = danish.TOTAL.parameters;
    expect(() => translateMetadata({ functions: [TOTAL] }, { functions: { TOTAL: { ...danish.TOTAL, parameters: others } }, enums: {} })).toThrow('No Danish text for year');
    const extra = { ...danish.TOTAL.parameters, unit: year };
    expect(() => translateMetadata({ functions: [TOTAL] }, { functions: { TOTAL: { ...danish.TOTAL, parameters: extra } }, enums: {} })).toThrow('does not have: unit');
  });
});

describe('the family', () => {
  const FAMILY = ['AMOUNT', 'TOTAL', 'PART', 'YEARS', 'TABLE', 'LIST', 'SUMOF', 'EXPIRES', 'SOURCE', 'TIEOUT', 'RESIDUAL', 'BOUND', 'CHECK', 'PARSE', 'PRICELEVEL'];
  interface Written {
    readonly functions: readonly FunctionMetadata[];
    readonly enums: readonly { readonly id: string; readonly values: readonly { readonly stringValue: string }[] }[];
    readonly allowCustomDataForDataTypeAny: boolean;
    readonly allowErrorForDataTypeAny: boolean;
  }

  it('is in functions.json in both languages, with one name, and each function with a page of its own', async () => {
    const [english, danish] = [JSON.parse(await generateFunctionsMetadata()) as Written, JSON.parse(await generateDanishFunctionsMetadata()) as Written];
    for (const { functions } of [english, danish]) expect(functions.map(({ id }) => id)).toEqual(FAMILY);
    for (const [index, one] of danish.functions.entries()) expect(one.description).not.toBe(english.functions[index]?.description);
    for (const { id, helpUrl } of english.functions) expect(existsSync(`docs/functions/${helpUrl?.split('/').at(-1)?.replace('.html', '.md') ?? id}`)).toBe(true);
  });

  it('fits what Excel reads of it', async () => {
    const texts = await Promise.all([generateFunctionsMetadata(), generateDanishFunctionsMetadata()]);
    for (const text of texts) expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
  });

  it('takes figures with cards as numbers and errors as values', async () => {
    expect(JSON.parse(await generateFunctionsMetadata())).toMatchObject({ allowCustomDataForDataTypeAny: false, allowErrorForDataTypeAny: true });
  });

  it('has the arguments of amounts in one order', async () => {
    const { functions } = JSON.parse(await generateFunctionsMetadata()) as Written;
    const order = ['year', 'agreement', 'unit', 'priceLevel', 'ifMissing'];
    for (const { parameters } of functions) {
      const shared = parameters.map(({ name }) => name).filter((name) => order.includes(name));
      expect(shared).toEqual(order.filter((name) => shared.includes(name)));
    }
  });
});
