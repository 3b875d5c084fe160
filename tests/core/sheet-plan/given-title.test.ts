import { asTitle, LONGEST_TITLE, titleProblem, withGivenTitle } from '../../../src/core/sheet-plan/given-title';
import { planImport } from '../../../src/core/sheet-plan/import-plan';
import { agreementOf, initiativeOf } from '../../support/sample-agreement';

describe('titleProblem', () => {
  it.each([
    ['Havneaftalen 2027', null],
    ['  ', 'empty'],
    ['x'.repeat(LONGEST_TITLE), null],
    ['x'.repeat(LONGEST_TITLE + 1), 'too-long'],
    ['Havn / færge', 'refused-character'],
    ['Havn [udkast]', 'refused-character'],
    ["'Havn", 'refused-end'],
    ["Havn' ", 'refused-end'],
    ["Havnens' folk", null],
  ])('of %p is %p', (title, problem) => {
    expect(titleProblem(title)).toBe(problem);
  });
});

describe('asTitle', () => {
  it.each([
    ['Havn: færge/bro', 'Havn færge bro'],
    ["'Havn'", 'Havn'],
    ['[?]', ''],
  ])('%p becomes %p', (text, title) => {
    expect(asTitle(text)).toBe(title);
  });

  it('cuts a long text after a word, so that it is taken', () => {
    const title = asTitle('havnebassin '.repeat(20));
    expect(title.endsWith('havnebassin')).toBe(true);
    expect(titleProblem(title)).toBeNull();
    expect(titleProblem(asTitle('🛳'.repeat(300)))).toBeNull();
  });
});

it('names every sheet of an import by the title that was given, within what Excel takes', () => {
  const agreement = withGivenTitle(agreementOf([initiativeOf('SletDet', 2, '1,0 1,0 1,0 1,0 4,0', [])], { title: null }), ' Havneforliget om færger og broer i syd ');
  const names = planImport(agreement, [], { language: 'da', taken: { sheets: ['Oversigt Havneforliget om færge'], tablesAndNames: [] }, importedAt: null }).sheets.map(({ name }) => name);
  expect(names[0]).toBe('Oversigt Havneforliget om f (2)');
  expect(names.every((name) => name.includes('Havneforliget') && name.length <= 31)).toBe(true);
  expect(agreement.title).toBe('Havneforliget om færger og broer i syd');
});
