import { type Agreement } from '../../core/budget/agreement';
import { extractAgreement } from '../../core/extraction/extract-agreement';
import { type DocumentText } from '../../core/extraction/lines/document-text';
import { headingNearStart } from '../../core/extraction/titles/first-heading';
import { reconcile } from '../../core/reconciliation/engine';
import { registerBrowserPdfEngine } from '../../readers/pdf/engine/browser-engine';
import { pdfEngine } from '../../readers/pdf/engine/engine';
import { readDocument } from '../../readers/read-document';
import { hasFigures } from '../view-models/agreements/agreements-at-hand';
import { type SourceText } from '../state/source-text';
import { practise } from './practice';
import { type PrepareRequest, type ReadAnswer, type ReadRequest } from './reading-messages';

/** Steps after the last page: extraction and reconciliation. */
const STEPS_AFTER_READING = 2;

/** The pane is told how far the reading is at most this often: it draws itself anew each time. Units: milliseconds. */
const PROGRESS_MS = 200;

/** Practice, which ends when the first document comes. */
let practice: AbortController | null = null;

registerBrowserPdfEngine();
self.addEventListener('message', ({ data }: MessageEvent<ReadRequest | PrepareRequest>) => {
  (data.kind === 'prepare' ? prepare() : answerRequest(data)).catch(reportError);
});
send({ kind: 'ready' });

/** Loads what PDFs need and practises on it, once. What cannot be loaded is left to the first document to say. */
async function prepare(): Promise<void> {
  if (practice !== null) return;
  practice = new AbortController();
  await pdfEngine().catch(() => null);
  await practise(practice.signal);
}

async function answerRequest(asked: ReadRequest): Promise<void> {
  practice ??= new AbortController();
  practice.abort();
  const { request, name, bytes, password, encoding, acceptPartly, others } = asked;
  let pages = 1;
  let told = 0;
  const read = await readDocument(password === null ? { name, bytes } : { name, bytes, password }, {
    onProgress: (done, total) => {
      pages = Math.max(1, total);
      if (performance.now() - told < PROGRESS_MS) return;
      told = performance.now();
      send({ kind: 'progress', request, done, total: total + STEPS_AFTER_READING });
    },
    acceptPartly,
    ...(encoding === null ? {} : { encoding }),
  });
  if (!read.ok) {
    send({ kind: 'failed', request, failure: read.failure });
    return;
  }
  send({ kind: 'progress', request, done: pages, total: pages + STEPS_AFTER_READING });
  const agreement = extractAgreement(read.value);
  if (!hasFigures(agreement) && agreement.unread.length === 0) {
    send({ kind: 'failed', request, failure: { code: 'no-amounts', name } });
    return;
  }
  send({ kind: 'progress', request, done: pages + 1, total: pages + STEPS_AFTER_READING });
  const checks = reconcile(agreement, others);
  send({ kind: 'done', request, source: sourceText(read.value, agreement), agreement, checks });
}

function sourceText(document: DocumentText, { initiatives }: Agreement): SourceText {
  const { name, sha256, format, pages, unreadablePages, isPartlyRead } = document;
  const lines = document.lines.map(({ text, page, line, box }) => ({ text, page, line, box }));
  const heading = headingNearStart(document.lines, initiatives.flatMap(({ title }) => title ?? []));
  return { name, sha256, format, pages, heading, lines, unreadablePages, isPartlyRead };
}

function send(answer: ReadAnswer): void {
  self.postMessage(answer);
}
