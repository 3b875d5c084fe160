import { type Agreement } from '../../src/core/budget/agreement';
import { createFunctionMemory } from '../../src/taskpane/function-memory';
import { agreementOf } from '../support/sample-agreement';

const agreement = (sha256: string, title: string): Agreement => agreementOf([], { title, document: { name: 'a.txt', sha256, layout: 'report', pages: null } });

function memory() {
  const known: (string | null)[][] = [];
  const calculations: number[] = [];
  return { known, calculations, ...createFunctionMemory((agreements) => known.push(agreements.map(({ title }) => title)), () => calculations.push(known.length)) };
}

describe('createFunctionMemory', () => {
  it('joins the workbook and the catalogue, each document once, the workbook first', () => {
    const one = memory();
    one.setCatalogue([agreement('a', 'Katalog A'), agreement('b', 'Katalog B')]);
    one.setWorkbook([agreement('b', 'Mappe B')]);
    expect(one.known).toEqual([['Katalog A', 'Katalog B'], ['Mappe B', 'Katalog A']]);
  });

  it('calculates again when a workbook with agreements is opened, not after each import', () => {
    const one = memory();
    one.setWorkbook([agreement('a', 'A')]);
    one.setWorkbook([agreement('a', 'A'), agreement('b', 'B')]);
    expect(one.calculations).toEqual([1]);
  });

  it('lets the functions answer when the workbook and the catalogues are known, however they end', () => {
    let arrivals = 0;
    const one = createFunctionMemory(() => undefined, () => undefined, () => (arrivals += 1));
    one.setWorkbook([]);
    one.setCatalogue([]);
    expect(arrivals).toBe(0);
    one.endFirstReading();
    one.endFirstReading();
    one.setCatalogue([]);
    expect(arrivals).toBe(1);
  });

  it('leaves an empty workbook alone', () => {
    const one = memory();
    one.setWorkbook([]);
    one.setCatalogue([]);
    one.setWorkbook([agreement('a', 'A')]);
    expect(one.calculations).toEqual([]);
  });
});
