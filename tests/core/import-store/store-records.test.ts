import { parseState, STORE_VERSION } from '../../../src/core/import-store/store-records';

const VERSION_2 = {
  importId: 'a', status: 'complete', importedAt: '2026-11-28T10:00:00Z', addinVersion: '1.0.0', language: 'da', documentSha256: 'f00',
  ownSheets: [{ id: '{1}', name: 'Oversigt' }], target: null, tables: [], names: [], marks: {}, areFlagsHidden: false, lastDecision: null,
};

const COMPARED = {
  id: 'c', table: null, rangeName: 'Reserve_tabel_1', sheet: 'Ark1', address: 'B3:E6', endsAtBottom: true, endsAtRight: false,
  choices: { rows: [['fyr', 'I1'], ['kort', null]], columns: [['2026', 2026], ['i alt', 'total']], rowRoles: [['sum', 'total']], columnRoles: [['note', 'other']], unit: '1.000 kr.', priceLevel: null },
  matched: [{ of: 'initiative I1', label: 'Fyr' }], merged: [],
};

describe('the state of an import', () => {
  it('of version 2 has no comparisons yet', () => {
    expect(parseState(JSON.stringify(VERSION_2), 2)).toEqual({ ...VERSION_2, compared: [] });
  });

  it('of version 1 knew its sheets by their names', () => {
    const earlier = { ...VERSION_2, ownSheets: ['Oversigt'], fills: {}, marks: undefined };
    expect(parseState(JSON.stringify(earlier), 1)).toMatchObject({ ownSheets: [{ id: null, name: 'Oversigt' }], marks: {}, compared: [] });
  });

  it('keeps its comparisons, and is none with one that is damaged', () => {
    const state = { ...VERSION_2, compared: [COMPARED] };
    expect(parseState(JSON.stringify(state), STORE_VERSION)).toEqual(state);
    const index = { name: 'pl-indeks', edition: 'august', source: 'FM', values: [{ year: 2026, coefficient: 1025, decimals: 1 }] };
    const converted = { ...VERSION_2, compared: [{ ...COMPARED, choices: { ...COMPARED.choices, index } }] };
    expect(parseState(JSON.stringify(converted), STORE_VERSION)).toEqual(converted);
    for (const damage of [{ rangeName: 1 }, { matched: null }, { choices: { ...COMPARED.choices, unit: 'euro' } }, { choices: { ...COMPARED.choices, index: { ...index, values: [{ year: '2026' }] } } }, { choices: { ...COMPARED.choices, columns: [['2026', 'x']] } }]) {
      expect(parseState(JSON.stringify({ ...VERSION_2, compared: [{ ...COMPARED, ...damage }] }), STORE_VERSION)).toBeNull();
    }
  });
});
