import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLE = readFileSync(join(__dirname, '../../assets/sample/aftale-eksempel.txt'), 'utf8');

/** What is changed in the sample: one more, one moved between years, one renamed, one gone and a new one in its place. */
const CHANGES: readonly (readonly [RegExp | string, string])[] = [
  [/5,4 mio\. kr\./g, '5,6 mio. kr.'],
  ['I alt 1,5 1,3 1,3 1,3 5,4', 'I alt 1,7 1,3 1,3 1,3 5,6'],
  ['Drift af telefonlinjen 1,1 1,1 1,1 1,1 4,4', 'Drift af telefonlinjen 1,3 1,1 1,1 1,1 4,6'],
  ['I alt 0,7 0,7 0,7 0,7 2,8', 'I alt 1,0 0,4 0,7 0,7 2,8'],
  ['Bisidderkorpset 0,7 0,7 0,7 0,7 2,8', 'Bisidderkorpset 1,0 0,4 0,7 0,7 2,8'],
  [/^Kompasset $/gm, 'Kompasset for familier '],
  [/Fritidspas til nytilkomne børn/g, 'Natcaféer i havnebyer'],
  [/^Fritidspas - - 1,5 1,5 3,0/m, 'Natcaféer - 0,8 0,8 - 1,6'],
  ['I alt - - 1,5 1,5 3,0', 'I alt - 0,8 0,8 - 1,6'],
  ['Der afsættes i alt 3,0 mio. kr. i 2028 og 2029 til et fritidspas, der dækker kontingent og udstyr det', 'Der afsættes i alt 1,6 mio. kr. i 2027 og 2028 til caféer, der holder åbent om natten det'],
  ['Der afsættes i alt 3,0 mio. kr. til initiativet, jf. tabel 1.', 'Der afsættes i alt 1,6 mio. kr. til initiativet, jf. tabel 1.'],
];

/** A corrected edition of the sample agreement. Errors: throws where the sample no longer reads as the changes expect. */
export function correctedSample(): string {
  return CHANGES.reduce((text, [from, to]) => {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`The sample has no ${String(from)}`);
    return changed;
  }, SAMPLE);
}
