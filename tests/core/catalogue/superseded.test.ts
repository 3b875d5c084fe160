import { catalogueOf, currentAgreements, findAgreement } from '../../../src/core/catalogue/catalogue';
import { findEntry } from '../../../src/core/catalogue/find-entry';
import { agreementOf, initiativeOf } from '../../support/sample-agreement';

const OLD = agreementOf([initiativeOf('Natteravne', 10, '1,0 2,0 - - 3,0', []), initiativeOf('Udgået', 30, '1,0 - - - 1,0', [])], { document: { name: 'udkast.txt', sha256: 'a'.repeat(64), layout: 'initiative-sheets', pages: null }, title: 'Udkast til aftale', supersededBy: 'b'.repeat(64) });
const NEW = agreementOf([initiativeOf('Natteravne', 10, '1,5 2,0 - - 3,5', [])], { document: { ...OLD.document, name: 'aftale.txt', sha256: 'b'.repeat(64) } });

describe('an edition that another has taken the place of', () => {
  const catalogue = catalogueOf([OLD, NEW], [OLD, NEW]);

  it('answers no question that does not name it, whatever its title', () => {
    expect(currentAgreements(catalogue)).toEqual([NEW]);
    expect(findEntry(catalogue, 'Natteravne')).toMatchObject({ kind: 'found', value: { agreement: NEW } });
    expect(findEntry(catalogue, 'Udgået').kind).toBe('none');
    expect(findEntry(catalogue, 'I1')).toMatchObject({ kind: 'found', value: { agreement: NEW } });
  });

  it('answers to its own name', () => {
    expect(findAgreement(catalogue, 'udkast.txt')).toEqual({ kind: 'found', value: OLD });
    expect(findEntry(catalogue, 'Udgået', OLD).kind).toBe('found');
    expect(findAgreement(catalogue, '2026-2029')).toEqual({ kind: 'found', value: NEW });
  });

  it('answers again when the other is gone', () => {
    expect(currentAgreements(catalogueOf([OLD], [OLD]))).toEqual([OLD]);
  });
});
