import { readPdf } from '../../../../src/readers/pdf/read-pdf';
import { pdfEngine, setPdfEngine } from '../../../../src/readers/pdf/engine/engine';
import { buildPdf, textAt } from '../../../support/pdf-builder';
import { registerPdfEngine } from '../../../support/pdf-engine';

const file = { name: 'a.pdf', bytes: buildPdf([{ content: textAt(72, 700, 'Der er 6,6 mio. kr.') }]) };

describe('an engine that cannot be loaded', () => {
  test('is no fault of the document, and is loaded anew for the next one', async () => {
    registerPdfEngine();
    const engine = await pdfEngine();
    let loads = 0;
    setPdfEngine(() => {
      loads += 1;
      return loads === 1 ? Promise.reject(new Error('Loading chunk 7 failed.')) : Promise.resolve(engine);
    });
    expect(await readPdf(file)).toEqual({ ok: false, failure: { code: 'reader-unavailable' } });
    expect(await readPdf(file)).toMatchObject({ ok: true });
    expect(await readPdf(file)).toMatchObject({ ok: true });
    expect(loads).toBe(2);
  });
});
