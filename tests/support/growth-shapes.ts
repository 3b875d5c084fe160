/** Documents of one shape and any size, for what may not grow faster than they do. Everything is invented. */
export const GROWTH_SHAPES: Readonly<Record<string, (size: number) => string>> = {
  ordinary: (size) => repeat(size, (index) => `Initiativ ${index + 1}: ${NAMES[index % NAMES.length] ?? ''} nr. ${index + 1}\n\nDer afsættes i alt 3,0 mio. kr. i 2026 og 2027 til indsatsen.\n\nMio. kr. (2026-pl) 2026 2027 I alt\nDrift 1,0 1,5 2,5\nAnlæg 0,2 0,3 0,5\nI alt 1,2 1,8 3,0\n`),
  'similar names': (size) => repeat(size, (index) => `Initiativ ${index + 1}: Styrket indsats for borgere i område ${index + 1}\n\nMio. kr. (2026-pl) 2026 2027 I alt\nStyrket indsats for borgere 1,0 1,5 2,5\nI alt 1,0 1,5 2,5\n`),
  'wide tables': (size) => repeat(size, (index) => `Tabel ${index + 1}. Udgifter\n1.000 kr. (2026-pl) ${years(24).join(' ')} I alt\n${repeat(3, (row) => `Post ${row} ${years(24).map(() => '1').join(' ')} 24`)}\nI alt ${years(24).map(() => '3').join(' ')} 72\n`),
  'a long table': (size) => `Tabel 1. Udgifter\n1.000 kr. (2026-pl) 2026 2027 I alt\n${repeat(8 * size, (row) => `Post nr. ${row + 1} ${1 + (row % 7)} ${2 + (row % 5)} ${3 + (row % 7) + (row % 5)}`)}\n`,
  'many sums': (size) => `Tabel 1. Udgifter\n1.000 kr. (2026-pl) 2026 2027 I alt\n${repeat(2 * size, (row) => `Post ${row} a 1 2 3\nPost ${row} b 2 2 4\nOmråde ${row} i alt 3 4 7`)}\n`,
  'columns in line': (size) => `Tabel 1. Udgifter\n1.000 kr. (2026-pl)      2026    2027   I alt\n${repeat(8 * size, (row) => `Post nr. ${String(row + 1).padEnd(12)}      ${1 + (row % 7)},0     ${2 + (row % 5)},0    ${String(3 + (row % 7) + (row % 5)).padStart(2)},0`)}\n`,
  'parts of one row': (size) => `Initiativ 1: Styrket tilsyn\n\n1.000 kr. (2026-pl) 2026 2027 I alt\nDrift 90.000 90.000 180.000\n${repeat(8 * size, (row) => `Heraf post nr. ${row + 1} til tilsyn ${1 + (row % 7)} ${2 + (row % 5)} ${3 + (row % 7) + (row % 5)}`)}\nI alt 90.000 90.000 180.000\n`,
  'sums of a sheet': (size) => `Initiativ 1: Styrket tilsyn\n\n1.000 kr. (2026-pl) 2026 2027 I alt\n${repeat(2 * size, (row) => `Post ${row} a 1 2 3\nPost ${row} b 2 2 4\nOmråde ${row} i alt 3 4 7`)}\nI alt ${6 * size} ${8 * size} ${14 * size}\n`,
  prose: (size) => repeat(4 * size, (index) => `Der afsættes ${1 + (index % 9)},5 mio. kr. i 2026 og ${1 + (index % 4)},0 mio. kr. årligt i 2027-2029 til ${NAMES[index % NAMES.length]?.toLowerCase() ?? ''} nr. ${index}. Heraf går 0,5 mio. kr. til drift.\n`),
  'a header again and again': (size) => repeat(8 * size, (index) => `Mio. kr. ${2020 + (index % 9)} ${2021 + (index % 9)} I alt`),
  'a list without units': (size) => repeat(4 * size, (index) => `Tilskud til Foreninger og\nKlubber nr. ${index + 1} i alt ${12 + (index % 7)}`),
};

const NAMES = ['Styrket tilsyn', 'Nye fængselspladser', 'Bedre veje', 'Grøn omstilling', 'Ældrepleje', 'Digital sikkerhed', 'Flere praktikpladser'];

function repeat(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n');
}

function years(count: number): number[] {
  return Array.from({ length: count }, (_, index) => 2020 + index);
}
