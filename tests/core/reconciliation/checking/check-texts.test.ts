import { inBothLanguages } from '../../../../src/core/reconciliation/checking/check-texts';

describe('inBothLanguages', () => {
  it('asks for a language when it is read, and for no other', () => {
    const asked: string[] = [];
    const text = inBothLanguages((language) => {
      asked.push(language);
      return `på ${language}`;
    });
    expect(asked).toEqual([]);
    expect(text.en).toBe('på en');
    expect(asked).toEqual(['en']);
  });

  it('is copied as plain texts, for another thread and as JSON', () => {
    const text = inBothLanguages((language) => (language === 'da' ? 'stemmer' : 'agrees'));
    const plain = { da: 'stemmer', en: 'agrees' };
    expect(structuredClone(text)).toEqual(plain);
    expect(JSON.parse(JSON.stringify(text))).toEqual(plain);
    expect({ ...text }).toEqual(plain);
    expect(Object.keys(text)).toEqual(['da', 'en']);
  });
});
