import { extractAgreement } from '../../core/extraction/extract-agreement';
import { reconcile } from '../../core/reconciliation/engine';
import { textAsPdf } from '../../readers/pdf/file/text-as-pdf';
import { readDocument } from '../../readers/read-document';

/** For how long to practise at most: what the browser has not compiled by then is used too seldom to matter. Units: milliseconds. */
const PRACTICE_MS = 800;

/** The agreement to practise on, as often as makes a few dozen pages. */
const SAMPLE = new URL('../../../assets/sample/aftale-eksempel.txt', import.meta.url);
const COPIES = 4;

/**
 * Reads the sample agreement as a PDF while nobody waits, so that the browser has compiled reading, tables and checks when the first
 * document comes: a browser runs a program slowly until it has seen it run. Whatever fails is left to the real document to say.
 */
export async function practise(signal: AbortSignal): Promise<void> {
  const text = await fetchSample(signal);
  if (text === null) return;
  const bytes = textAsPdf(text.repeat(COPIES));
  const end = performance.now() + PRACTICE_MS;
  while (!signal.aborted && performance.now() < end) {
    const read = await readDocument({ name: 'practice.pdf', bytes }, { signal });
    if (!read.ok) return;
    await turn();
    if (!signal.aborted) reconcile(extractAgreement(read.value), []);
    await turn();
  }
}

async function fetchSample(signal: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(SAMPLE, { signal });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

/** Lets messages come in between. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
