import { deflateSync } from 'node:zlib';
import { unzlibSync } from 'fflate';
import { lookForHiddenText } from '../../../../src/readers/pdf/sight/drawing-commands';
import { readFileObjects } from '../../../../src/readers/pdf/file/file-objects';
import { drawingStreams } from '../../../../src/readers/pdf/operators/drawing-streams';
import { HidingSigns } from '../../../../src/readers/pdf/sight/hidden-text-signs';

const hidingOf = (commands: string): string => lookForHiddenText(new TextEncoder().encode(commands));
const TEXT = 'BT /F1 10 Tf 1 0 0 1 72 680 Tm (Tekst) Tj ET';

describe('the drawing commands of a stream', () => {
  test.each([
    ['black text', TEXT, 'none'],
    ['white text on nothing', `1 g ${TEXT}`, 'shows'],
    ['white text, its state kept and restored', `q 1 1 1 rg q 0 g Q ${TEXT} Q`, 'shows'],
    ['text after white was given back', `q 1 g 0 0 9 9 re f Q ${TEXT}`, 'none'],
    ['white text on a dark ground', `0.1 g 60 670 400 24 re f 1 g ${TEXT} 0 g`, 'none'],
    ['white text beside a dark ground', `0.1 g 60 570 400 24 re f 1 g ${TEXT} 0 g`, 'shows'],
    ['white text that runs out of a dark ground', `0.1 g 60 670 14 24 re f 1 g ${TEXT} 0 g`, 'shows'],
    ['white text that is moved off a dark ground', '0.1 g 60 670 400 24 re f 1 g BT /F1 10 Tf 72 680 Td (Tekst) Tj 0 -100 Td (Tekst) Tj ET 0 g', 'shows'],
    ['white text on a ground in turned space', `q 1 0 0 -1 0 842 cm 0.1 g 60 150 400 24 re f Q 1 g ${TEXT} 0 g`, 'none'],
    ['text without paint', `BT 3 Tr ET ${TEXT}`, 'shows'],
    ['a form drawn in white', '1 g /Fm1 Do 0 g', 'shows'],
    ['white left for what follows', `${TEXT} 1 g`, 'leaves'],
    ['white in a string and in a picture', `(1 g) pop BI /W 1 ID 1 g EI ${TEXT}`, 'none'],
  ])('%s', (_, commands, expected) => {
    expect(hidingOf(commands)).toBe(expected);
  });
});

describe('the pages that may hide text', () => {
  const stream = (object: number, content: string | Uint8Array, entries = ''): string => {
    const data = typeof content === 'string' ? content : Buffer.from(content).toString('latin1');
    return `${object} 0 obj\n<< /Length ${data.length} ${entries}>>\nstream\n${data}\nendstream\nendobj\n`;
  };
  const page = (object: number, contents: string): string => `${object} 0 obj\n<< /Type /Page /Contents ${contents} >>\nendobj\n`;
  const pagesOf = (...objects: string[]): number[] => {
    const bytes = new Uint8Array(Buffer.from(objects.join(''), 'latin1'));
    const file = readFileObjects(bytes, unzlibSync);
    const signs = new HidingSigns(file);
    for (const found of drawingStreams(file, bytes, unzlibSync)) signs.add(found);
    const mayHide = signs.hidingPages();
    return [1, 2, 3].filter((object) => mayHide(object));
  };

  test('are those that draw a stream with hidden text', () => {
    expect(pagesOf(page(1, '11 0 R'), page(2, '[12 0 R 13 0 R]'), page(3, '14 0 R'), stream(11, TEXT), stream(12, TEXT), stream(13, `1 g ${TEXT}`), stream(14, `${TEXT} 1 g`))).toEqual([2]);
  });

  test('are those whose streams leave white for the next one', () => {
    expect(pagesOf(page(1, '[11 0 R 12 0 R]'), page(2, '12 0 R'), page(3, '12 0 R'), stream(11, '1 g '), stream(12, TEXT))).toEqual([1]);
  });

  test('are found among packed objects too', () => {
    const first = '<< /Type /Page /Contents 11 0 R >> ';
    const header = `1 0 2 ${first.length} 3 ${first.length} `;
    const packed = deflateSync(Buffer.from(`${header}${first}<< /Type /Page /Contents 12 0 R >>`));
    expect(pagesOf(stream(9, packed, `/Type /ObjStm /N 3 /First ${header.length} /Filter /FlateDecode `), stream(11, TEXT), stream(12, deflateSync(Buffer.from(`1 g ${TEXT}`)), '/Filter /FlateDecode '))).toEqual([2, 3]);
  });

  test('are all where it cannot be told: a form, a stream that no page names, one that cannot be unpacked, transparent paint', () => {
    const clean = [page(1, '11 0 R'), page(2, '11 0 R'), page(3, '11 0 R'), stream(11, TEXT)];
    expect(pagesOf(...clean)).toEqual([]);
    expect(pagesOf(...clean, stream(12, `1 g ${TEXT}`, '/Subtype /Form '))).toEqual([1, 2, 3]);
    expect(pagesOf(...clean, stream(12, `1 g ${TEXT}`))).toEqual([1, 2, 3]);
    expect(pagesOf(...clean, stream(12, 'xyz', '/Filter /LZWDecode '))).toEqual([1, 2, 3]);
    expect(pagesOf(...clean, '12 0 obj << /Type /ExtGState /ca 0 >> endobj')).toEqual([1, 2, 3]);
    expect(pagesOf(...clean, '12 0 obj << /Type /ExtGState /ca 1 >> endobj')).toEqual([]);
  });
});
