import { pageContent } from '../../../src/workbench/printing/page-text';

const facts = { workbook: 'Aftale "A"', sheet: 'Oversigt', date: '28.11.2026', time: '09.05' };

test.each([
  ['', 'none'],
  ['Side &P af &N', '"Side " counter(page) " af " counter(pages)'],
  ['&A', '"Oversigt"'],
  ['&F, &D &T', '"Aftale \\22 A\\22 " ", " "28.11.2026" " " "09.05"'],
  ['Bo && Co', '"Bo " "&" " Co"'],
  ['&"Arial,Bold"&12Titel', '"Titel"'],
  ['&K00FF00&BGrøn', '"Grøn"'],
  ['</style>', '"\\3c /style>"'],
])('%s', (text, content) => {
  expect(pageContent(text, facts)).toBe(content);
});
