import { type Agreement } from '../../../src/core/budget/agreement';
import { createFunctionMemory } from '../../../src/taskpane/host/function-memory';
import { agreementOf } from '../../support/sample-agreement';

const agreement = (sha256: string, title: string): Agreement => agreementOf([], { title, document: { name: 'a.txt', sha256, layout: 'report', pages: null } });

function memory() {
  const known: (string | null)[][] = [];
  const calls: string[] = [];
  const one = createFunctionMemory({ remember: (agreements) => known.push(agreements.map(({ title }) => title)), show: (imports) => imports.length > 1, recalculate: () => calls.push('recalculate'), arrived: () => calls.push('arrived') });
  return { known, calls, ...one };
}

describe('createFunctionMemory', () => {
  it('joins the workbook and the catalogue, each document once, the workbook first', () => {
    const one = memory();
    one.setCatalogue([agreement('a', 'Katalog A'), agreement('b', 'Katalog B')]);
    one.setWorkbook([agreement('b', 'Mappe B')]);
    expect(one.known).toEqual([['Katalog A', 'Katalog B'], ['Mappe B', 'Katalog A']]);
  });

  it('calculates nothing at start, because no function has answered before both sides are known', () => {
    const one = memory();
    one.setWorkbook([agreement('a', 'A')]);
    one.endFirstReading();
    one.setCatalogue([agreement('b', 'B')]);
    expect(one.calls).toEqual(['arrived']);
    one.setWorkbook([agreement('a', 'A'), agreement('c', 'C')]);
    expect(one.calls).toEqual(['arrived', 'recalculate']);
  });

  it('answers again when cells that were asked about show something else', () => {
    const one = memory();
    const tables = { agreement: agreement('a', 'A'), tables: [] };
    one.stopWaiting();
    one.setTables([tables]);
    expect(one.calls).toEqual(['arrived']);
    one.setTables([tables, tables]);
    expect(one.calls).toEqual(['arrived', 'recalculate']);
  });

  it('lets the functions answer once, however the first reading and the catalogues end', () => {
    const one = memory();
    one.setCatalogue([]);
    expect(one.calls).toEqual([]);
    one.endFirstReading();
    one.endFirstReading();
    one.setCatalogue([]);
    expect(one.calls).toEqual(['arrived']);
  });

  it('answers again whenever the workbook changes, and when a catalogue that came late is not nothing', () => {
    const one = memory();
    one.stopWaiting();
    one.setCatalogue([agreement('a', 'A')]);
    one.setWorkbook([agreement('b', 'B')]);
    one.setWorkbook([agreement('b', 'B'), agreement('c', 'C')]);
    expect(one.calls).toEqual(['arrived', 'recalculate', 'recalculate', 'recalculate']);
  });
});
