import { catalogueOf, findAgreement, initiativesOf } from '../../../src/core/catalogue/catalogue';
import { amountOfEntry } from '../../../src/core/catalogue/entry-amount';
import { findEntry } from '../../../src/core/catalogue/find-entry';
import { amountToNumber } from '../../../src/core/money/amount';
import { agreementOf, initiativeOf, printedRow, sampleAgreement } from '../../support/sample-agreement';

const sample = sampleAgreement();
const catalogue = catalogueOf([sample]);

function titles(name: string): string | string[] {
  const found = findEntry(catalogue, name);
  return found.kind === 'found' ? found.value.title : found.candidates.map((candidate) => candidate.title);
}

describe('findEntry', () => {
  it('finds an exact name, whatever its case and spaces', () => {
    expect(titles(' sletdet (RED barnet)')).toBe('SletDet (Red Barnet)');
  });

  it('finds a part of a name when it is the only one', () => {
    expect(titles('SletDet')).toBe('SletDet (Red Barnet)');
  });

  it('prefers the exact name to a longer one', () => {
    expect(titles('klar til start')).toBe('Klar til start');
  });

  it('names all candidates of a part that several share', () => {
    expect(titles('klar')).toEqual(['Klar til start', 'Klar til start, evaluering']);
  });

  it('names the nearest titles when nothing fits', () => {
    expect(findEntry(catalogue, 'StyrketRaadgivning').kind).toBe('none');
    expect(titles('Styrket rådgivnnig')).toEqual(['Styrket rådgivning']);
  });

  it('finds groups and components after initiatives', () => {
    expect(titles('Socialministeriet')).toBe('Socialministeriet');
    expect(titles('Pulje til rådgivning')).toBe('Pulje til rådgivning');
  });
});

describe('amountOfEntry', () => {
  function amount(name: string, year: number | null): number | string {
    const found = findEntry(catalogue, name);
    if (found.kind !== 'found') return found.kind;
    const answer = amountOfEntry(found.value, year);
    return answer.kind === 'amount' ? amountToNumber(answer.amount) : answer.kind;
  }

  it('gives totals and years, a dash as zero', () => {
    expect(amount('SletDet', null)).toBe(6.6);
    expect(amount('SletDet', 2027)).toBe(3);
    expect(amount('SletDet', 2029)).toBe(0);
    expect(amount('SletDet', 2031)).toBe('no-such-year');
  });

  it('adds up the initiatives of a group exactly', () => {
    expect(amount('Sundhedsministeriet', null)).toBe(13);
    expect(amount('Sundhedsministeriet', 2026)).toBe(0.5);
  });

  it('never makes a zero of what could not be read', () => {
    const damaged = catalogueOf([agreementOf([initiativeOf('Ulæselig', 10, '1,0 ? - - _', [])])]);
    const entry = findEntry(damaged, 'Ulæselig');
    expect(entry.kind === 'found' && amountOfEntry(entry.value, 2027).kind).toBe('unread');
    expect(entry.kind === 'found' && amountOfEntry(entry.value, null).kind).toBe('unread');
  });
});

describe('a name that two agreements know', () => {
  const exact = agreementOf([initiativeOf('Lygten', 10, '1,0 1,0 - - 2,0', [])], { title: 'Den ene', document: { ...sample.document, sha256: 'c'.repeat(64) } });
  const partial = agreementOf([initiativeOf('Tilskud til Lygten', 10, '2,0 - - - 2,0', [])], { title: 'Den anden', document: { ...sample.document, sha256: 'd'.repeat(64) } });
  const labelled = agreementOf([initiativeOf('Rådgivning', 10, '2,0 - - - 2,0', [printedRow('component', 'Lygten', '2,0 - - - 2,0', 12)])], { title: 'Den tredje', document: { ...sample.document, sha256: 'e'.repeat(64) } });

  it('is not decided by how exactly each knows it', () => {
    expect(findEntry(catalogueOf([exact, partial]), 'Lygten')).toMatchObject({ kind: 'several', candidates: [{ title: 'Lygten' }, { title: 'Tilskud til Lygten' }] });
    expect(findEntry(catalogueOf([exact, partial]), 'Lygten', partial)).toMatchObject({ kind: 'found', value: { title: 'Tilskud til Lygten' } });
  });

  it('is the one that has it as a title, not as the label of a component', () => {
    expect(findEntry(catalogueOf([labelled, exact]), 'Lygten')).toMatchObject({ kind: 'found', value: { agreement: exact } });
  });
});

describe('findAgreement', () => {
  const older = agreementOf([], { title: 'Aftale om udmøntning af reserven 2022-2025', years: [2022, 2023, 2024, 2025], document: { ...sample.document, sha256: 'b'.repeat(64), name: 'ssa22.pdf' } });
  const both = catalogueOf([sample, older]);

  it.each([['2026-2029'], ['SSA 2026-29'], ['aftale'], ['aftale om udmøntning af reserven 2026-2029'], ['aftale.txt']])('%p finds the agreement of 2026', (name) => {
    const found = findAgreement(both, name);
    expect(found.kind === 'found' ? found.value.years[0] : found.candidates.length).toBe(2026);
  });

  it('says that several fit', () => {
    expect(findAgreement(both, 'udmøntning af reserven').kind).toBe('several');
  });

  it('offers all when none fits', () => {
    expect(findAgreement(both, 'Finansloven')).toMatchObject({ kind: 'none', candidates: [sample, older] });
  });
});

it('counts a document that was read twice once', () => {
  expect(catalogueOf([sample, { ...sample, title: 'Igen' }]).agreements.map((agreement) => agreement.title)).toEqual(['Igen']);
});

it('lists the initiatives of a group', () => {
  expect(initiativesOf(sample, 'sundhed')?.map((initiative) => initiative.title)).toEqual(['Klar til start', 'Klar til start, evaluering']);
  expect(initiativesOf(sample, 'Kulturministeriet')).toBeNull();
});
