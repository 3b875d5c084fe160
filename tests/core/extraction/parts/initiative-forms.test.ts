import { type Agreement } from '../../../../src/core/budget/agreement';
import { extractAgreement } from '../../../../src/core/extraction/extract-agreement';
import { textToDocument } from '../../../../src/readers/text';

function form(number: number, title: string): string {
  return `Initiativ ${number}: ${title}

1) Formål
Indsatsen styrker lokale foreninger.

5) Økonomi Der afsættes 3,0 mio. kr. til initiativet.

Mio. kr. i 2027-PL 2027 2028 I alt

Forslag i alt 1,0 2,0 3,0

`;
}

async function groupsIn(text: string): Promise<Agreement['initiatives'][number]['group'][]> {
  const document = await textToDocument('skemaer.txt', text);
  if (!document.ok) throw new Error(document.failure.code);
  return extractAgreement(document.value).initiatives.map((one) => one.group);
}

describe('the heading over forms', () => {
  it.each([
    ['Initiativer på havneområdet', ['havne']],
    ['Initiativer for unge sejlere', ['unge sejlere']],
    ['Initiativer målrettet fyr', ['fyr']],
    ['Kystens kultur', ['Kystens kultur']],
  ])('"%s" names their group', async (heading, group) => {
    expect(await groupsIn(`Initiativer på broområdet\n\n${form(1, 'Nye broer')}${form(2, 'Gamle broer')}${heading}\n\n${form(1, 'Nye skibe')}${form(2, 'Gamle skibe')}`)).toEqual([['bro'], ['bro'], group, group]);
  });

  it('is unknown where the numbers start again below figures or text', async () => {
    expect(await groupsIn(`Initiativer på broområdet\n\n${form(1, 'Nye broer')}${form(1, 'Nye skibe')}`)).toEqual([['bro'], []]);
    expect(await groupsIn(`Initiativer på broområdet\n\n${form(1, 'Nye broer')}Midlerne udmøntes i 2027.\n\n${form(1, 'Nye skibe')}`)).toEqual([['bro'], []]);
  });
});
