import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { extractAgreement } from '../../../src/core/extraction/extract-agreement';
import { reconcile } from '../../../src/core/reconciliation/engine';
import { type Check } from '../../../src/core/reconciliation/rule';
import { readText } from '../../../src/readers/text';

const FOLDER = resolve(__dirname, '../../../../shared/documents');
const describeIfPresent = existsSync(FOLDER) ? describe : describe.skip;

/** Everything that differs in the documents, by line: decided by reading them. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  '000': [
    '523 caption-matches-title error Ballast',
    '1158 unit-stated warning Forenkling af hjælpemiddelområdet',
    '1521 caption-matches-title error Handicappolitisk Topmøde',
    '1644 amount-missing warning HandicapBilistCentret',
    '1791 unit-stated warning Nationalt Videnscenter for Hovedpine',
    '1793 unit-stated warning Nationalt Videnscenter for Hovedpine',
    '2758 administration-share warning Pulje til civilsamfundsindsatser målrettet ældre herboende grønlændere',
    '3003 period-tie-out warning Pulje til forebyggelse af drenge og unge mænds onlineradikalisering, risikoadfærd og digitale mistrivsel',
  ],
  '001': [],
  '002': ['1815 unit-stated warning null'],
  '003': [
    '549 economy-total-tie-out error Traume-Bevidst Tilgang med socialt udsatte voksne',
    '814 economy-total-tie-out error CTI som overgangsstøtte til udsatte borgere',
    '2714 economy-total-tie-out error Kvalitet i anbringelsen – skolegang og læring',
  ],
  '004': ['939 unit-stated warning Genoptræning og forebyggende træning (pilotprojekt)'],
};

describeIfPresent('example documents (skipped where ../shared is absent)', () => {
  it.each(Object.keys(EXPECTED))('%s: finds every contradiction and nothing else', async (number) => {
    const checks = await check(number);
    expect(checks.filter((one) => one.outcome === 'differs').map(lineOf)).toEqual(EXPECTED[number]);
  });

  it('leaves no printed figure of the agreements unchecked', async () => {
    for (const number of ['000', '001', '003', '004']) {
      expect((await check(number)).filter((one) => one.rule === 'uncovered-figure')).toEqual([]);
    }
  });

  it('finds the difference of the forms with its figures', async () => {
    const found = (await check('003')).filter((one) => one.outcome === 'differs').map((one) => [one.printed?.coefficient, one.computed?.coefficient, one.bound?.coefficient]);
    expect(found).toEqual([
      [206, 205, 0],
      [34, 33, 0],
      [187, 186, 0],
    ]);
  });
});

async function check(number: string): Promise<Check[]> {
  const name = readdirSync(FOLDER).find((file) => file.startsWith(`${number}_`)) ?? '';
  const document = await readText(name, readFileSync(join(FOLDER, name)));
  if (!document.ok) throw new Error(`Cannot read ${name}`);
  return reconcile(extractAgreement(document.value));
}

function lineOf(one: Check): string {
  return `${one.place.position?.line ?? '-'} ${one.rule} ${one.severity} ${String(one.initiative)}`;
}
