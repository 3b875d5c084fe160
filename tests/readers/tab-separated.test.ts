import { separatedToDocument, separatorOf } from '../../src/readers/tab-separated';

test('tables are told from running text', () => {
  expect(separatorOf('Initiativ\t2026\t2027\nDrift\t1,0\t2,0\n')).toBe('\t');
  expect(separatorOf('Initiativ;2026;2027\r\nDrift;1,0;2,0\r\n')).toBe(';');
  expect(separatorOf('Der afsættes 6,6 mio. kr.; heraf 2,0 i 2026.\nResten følger; i alt.\nTredje linje.\n')).toBeNull();
  expect(separatorOf('Aftale om havne\n\nTabel 1. Havne\n\nMio. kr.;2026;2027\nKaj;12,5;-\nI alt;12,5;-\n\nAnm.: Afrundet.\nKilde: Egne tal.\nSlut.\n')).toBe(';');
  expect(separatorOf('Kaj; mole; fyr er nævnt.\nStier; veje; broer følger.\nResten; i alt; i 2026.\nSlut.\nSlut.\n')).toBeNull();
  expect(separatorOf('\tIndrykket afsnit\nuden indryk\nog en linje til\n')).toBeNull();
  expect(separatorOf('en linje')).toBeNull();
  expect(separatorOf('')).toBeNull();
});

test('every row is a line with its cells; rows with one cell before and after are text', async () => {
  const text = 'Tabel 1\t\t\nMio. kr.\t2026\t2027\nDrift\t1,0\t\nGruppe\t\t\nI alt\t1,0\t-\nAnm.: Afrundet.\t\t\n';
  const result = await separatedToDocument('udklip', text, '\t', new TextEncoder().encode(text));
  if (!result.ok) throw new Error(result.failure.code);
  expect(result.value.lines.map((line) => line.cells?.map((cell) => cell.text) ?? line.text)).toEqual([
    'Tabel 1', ['Mio. kr.', '2026', '2027'], ['Drift', '1,0', ''], ['Gruppe', '', ''], ['I alt', '1,0', '-'], 'Anm.: Afrundet.',
  ]);
  expect(result.value).toMatchObject({ format: 'tsv', pages: null });
});

test('cells in quotation marks hold separators, breaks and quotation marks', async () => {
  const text = '"Drift; udvikling";"to\nlinjer";"siger ""ja"""\n"ikke" lukket;2;3\n"aldrig;x;y';
  const result = await separatedToDocument('a.csv', text, ';', new TextEncoder().encode(text));
  if (!result.ok) throw new Error(result.failure.code);
  expect(result.value.lines.map((line) => line.cells?.map((cell) => cell.text))).toEqual([
    ['Drift; udvikling', 'to linjer', 'siger "ja"'], ['"ikke" lukket', '2', '3'], ['"aldrig', 'x', 'y'],
  ]);
});
