import { collectHyphenEvidence, joinAll, joinLines } from '../../../../src/core/extraction/lines/join-lines';

describe('joinLines', () => {
  it.each([
    ['Dan-', 'marks Forsorg', 'Danmarks Forsorg'],
    ['en slags støtte', 'til unge', 'en slags støtte til unge'],
    ['Udlændinge-', 'og Integrationsministeriet', 'Udlændinge- og Integrationsministeriet'],
    ['social-', ', sundheds- og', 'social-, sundheds- og'],
    ['aftalen 2027-', '2029', 'aftalen 2027-2029'],
    ['aftalen 2023-', '26', 'aftalen 2023-26'],
    ['efter § 110-', 'boformerne', 'efter § 110-boformerne'],
    ['forløbet IPS-', 'indsatsen', 'forløbet IPS-indsatsen'],
    ['for LGBT+-', 'personer', 'for LGBT+-personer'],
    ['www.eksempel.dk -', 'børnenes side', 'www.eksempel.dk - børnenes side'],
    ['Social- og Bolig-', 'styrelsen', 'Social- og Boligstyrelsen'],
  ])('%s / %s', (first, second, joined) => {
    expect(joinLines(first, second)).toBe(joined);
  });

  it('keeps a hyphen that the document prints elsewhere', () => {
    const evidence = collectHyphenEvidence([{ text: 'et tæt infohus-samarbejde' }]);
    expect(joinLines('det gode infohus-', 'samarbejdet', evidence)).toBe('det gode infohus-samarbejdet');
    expect(joinLines('et nyt info-', 'hus-samarbejde', evidence)).toBe('et nyt infohus-samarbejde');
  });

  it('asks the document whether a capital after the hyphen is one word', () => {
    const evidence = collectHyphenEvidence([{ text: 'Kampagne hos NatLinjen' }]);
    expect(joinLines('ring til Nat-', 'Linjen', evidence)).toBe('ring til NatLinjen');
    expect(joinLines('en Traume-', 'Bevidst tilgang', evidence)).toBe('en Traume-Bevidst tilgang');
  });

  it('undoes hyphens of lines in capitals by the words in small letters', () => {
    const evidence = collectHyphenEvidence([{ text: 'De har grønlandsk baggrund.' }]);
    expect(joinLines('BØRN OG UNGE MED GRØNLANDSK BAG-', 'GRUND I DANMARK', evidence)).toBe('BØRN OG UNGE MED GRØNLANDSK BAGGRUND I DANMARK');
    expect(joinLines('Borgere i IPS-', 'INDSATSEN', evidence)).toBe('Borgere i IPS-INDSATSEN');
  });

  it('joins many lines with single blanks', () => {
    expect(joinAll(['Pulje  til ', ' drift af væreste-', 'der'])).toBe('Pulje til drift af væresteder');
  });
});

describe('how much is read', () => {
  it('does not grow with the questions about hyphens: the lines are read twice at most', () => {
    let reads = 0;
    const lines = Array.from({ length: 200 }, (_, index) => ({
      get text() {
        reads += 1;
        return `Ord${index}Linjen og info-hus${index}`;
      },
    }));
    const evidence = collectHyphenEvidence(lines);
    for (let index = 0; index < 200; index += 1) {
      expect(evidence.isOneWord(`Ord${index}`, 'Linjen')).toBe(true);
      expect(evidence.isOneWord(`Ord${index}`, 'Bogen')).toBe(false);
      expect(evidence.isHyphenated('info', `hus${index}`)).toBe(true);
    }
    expect(reads).toBeLessThanOrEqual(2 * lines.length);
  });

  it('joins many lines as two at a time would', () => {
    const lines = Array.from({ length: 400 }, (_, index) => ['en længere linje om støtte til unge og deres fami-', 'lier med  flere', 'ord i social-', 'og sundhedssektoren'][index % 4] ?? '');
    const two = lines.reduce((text, line) => joinLines(text, line), '');
    expect(joinAll(lines)).toBe(two.replace(/\s+/g, ' '));
  });
});
