import { joinAgreements } from '../../src/core/catalogue/catalogue';
import { agreementInWorkbook } from '../../src/core/import-store/inserted-initiatives';
import { type Agreement } from '../../src/core/budget/agreement';
import { amount, list, sumof, table } from '../../src/functions/functions';
import { setAgreements, setFunctionLanguage } from '../../src/functions/memory';
import { CellError, provideCustomFunctions } from '../support/custom-functions';
import { agreementOf, initiativeOf, sampleAgreement } from '../support/sample-agreement';

const sample = sampleAgreement();
const older = agreementOf([initiativeOf('Havnefyret', 10, '1,0 - - - 1,0', [])], { title: 'Aftale om reserven 2022-2025', document: { ...sample.document, sha256: 'b'.repeat(64) } });
/** The sample of which only its first initiative stands in the workbook. */
const inPart: Agreement = { ...sample, inserted: [0] };

beforeAll(provideCustomFunctions);
beforeEach(() => setFunctionLanguage('da'));

function answerOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (error instanceof CellError) return `${error.code} ${error.message}`;
    throw error;
  }
}

function remember(workbook: readonly Agreement[], shared: readonly Agreement[] = []): void {
  const { agreements, own } = joinAgreements(workbook, shared);
  setAgreements(agreements, own);
}

describe('an agreement of which single initiatives are in the workbook', () => {
  const only = '#N/A Fra "Aftale om udmøntning af reserven 2026-2029" er kun "SletDet (Red Barnet)" indsat i projektmappen. Indsæt hele aftalen for at slå op i resten.';

  it('answers for what is there, by name and by row id', () => {
    remember([inPart]);
    expect(answerOf(() => amount([['SletDet']]))).toEqual([[6.6]]);
    expect(answerOf(() => amount([['I1']]))).toEqual([[6.6]]);
    expect(answerOf(() => amount([['I2']], undefined, [['2026-2029']]))).toEqual(only);
  });

  it.each([
    ['as a list', () => list()],
    ['as a table', () => table()],
    ['as a sum', () => sumof([['']])],
    ['as the sum of its name', () => sumof([['Aftale om udmøntning af reserven 2026-2029']])],
    ['for another initiative of it', () => amount([['Styrket rådgivning']], undefined, [['2026-2029']])],
  ])('is no whole: not %s', (_name, ask) => {
    remember([inPart]);
    expect(answerOf(ask)).toEqual(only);
  });

  it('does not stand in the way of the one that is whole', () => {
    remember([inPart, older]);
    expect(answerOf(() => list())).toMatchObject([['Initiativ', 2026, 2027, 2028, 2029, 'I alt'], ['Havnefyret', 1, 0, 0, 0, 1]]);
    expect(answerOf(() => sumof([['']]))).toEqual([[1]]);
  });

  it('leaves the whole to a catalogue that has it, and a name to the workbook', () => {
    const other = agreementOf([initiativeOf('SletDet (Red Barnet)', 10, '9,0 - - - 9,0', [])], { title: 'Aftale om noget andet', document: { ...sample.document, sha256: 'c'.repeat(64) } });
    remember([inPart], [other, sample]);
    expect(answerOf(() => amount([['SletDet (Red Barnet)']]))).toEqual([[6.6]]);
    expect(answerOf(() => sumof([['']], undefined, [['Aftale om udmøntning af reserven 2026-2029']]))).toEqual(answerWhole());
  });
});

function answerWhole(): unknown {
  setAgreements([sample], [sample]);
  return answerOf(() => sumof([['']]));
}

describe('agreementInWorkbook', () => {
  const record = (tables: readonly object[]): Parameters<typeof agreementInWorkbook>[0] => ({ agreement: sample, state: { tables } }) as unknown as Parameters<typeof agreementInWorkbook>[0];

  it('is whole with the tables of an import, and where only an own table is compared with it', () => {
    expect(agreementInWorkbook(record([{ role: 'overview' }, { role: 'initiative', initiative: 1 }]))).toBe(sample);
    expect(agreementInWorkbook(record([]))).toBe(sample);
  });

  it('is in part with single tables, each initiative once, and one object for one record', () => {
    const one = record([{ role: 'initiative', initiative: 1 }, { role: 'initiative', initiative: 0 }, { role: 'initiative', initiative: 1 }]);
    expect(agreementInWorkbook(one).inserted).toEqual([0, 1]);
    expect(agreementInWorkbook(one)).toBe(agreementInWorkbook(one));
  });
});
