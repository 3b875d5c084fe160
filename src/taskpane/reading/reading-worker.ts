import { type Agreement } from '../../core/budget/agreement';
import { extractAgreement } from '../../core/extraction/extract-agreement';
import { type DocumentText } from '../../core/extraction/lines/document-text';
import { succeed, type Result } from '../../core/failure';
import { ADDIN_VERSION } from '../../core/import-store/addin-version';
import { headingNearStart } from '../../core/extraction/titles/first-heading';
import { reconcile } from '../../core/reconciliation/engine';
import { registerBrowserPdfEngine } from '../../readers/pdf/engine/browser-engine';
import { pdfEngine } from '../../readers/pdf/engine/engine';
import { readDocument } from '../../readers/read-document';
import { sourcePdf } from '../../outputs/source-pdf';
import { hasFigures } from '../view-models/agreements/agreements-at-hand';
import { type SourceText } from '../state/source-text';
import { practise } from './practice';
import { type PrepareRequest, type ReadAnswer, type ReadRequest, type SaveRequest } from './reading-messages';

/** Steps after the last page: extraction and reconciliation. */
const STEPS_AFTER_READING = 2;

/** The pane is told how far the reading is at most this often: it draws itself anew each time. Units: milliseconds. */
const PROGRESS_MS = 200;

/** Practice, which ends when the first document comes. */
let practice: AbortController | null = null;

registerBrowserPdfEngine();
self.addEventListener('message', ({ data }: MessageEvent<ReadRequest | SaveRequest | PrepareRequest>) => {
  (data.kind === 'prepare' ? prepare() : answer(data)).catch(reportError);
});
send({ kind: 'ready' });

/** Loads what PDFs need and practises on it, once. What cannot be loaded is left to the first document to say. */
async function prepare(): Promise<void> {
  if (practice !== null) return;
  practice = new AbortController();
  await pdfEngine().catch(() => null);
  await practise(practice.signal);
}

async function answer(asked: ReadRequest | SaveRequest): Promise<void> {
  practice ??= new AbortController();
  practice.abort();
  await (asked.kind === 'read' ? answerReading(asked) : answerSaving(asked));
}

async function answerReading(asked: ReadRequest): Promise<void> {
  const { request, name, others } = asked;
  const read = await readAsked(asked);
  if (!read.ok) return send({ kind: 'failed', request, failure: read.failure });
  const { document, pages } = read.value;
  send({ kind: 'progress', request, done: pages, total: pages + STEPS_AFTER_READING });
  const agreement = extractAgreement(document);
  if (!hasFigures(agreement) && agreement.unread.length === 0) return send({ kind: 'failed', request, failure: { code: 'no-amounts', name } });
  send({ kind: 'progress', request, done: pages + 1, total: pages + STEPS_AFTER_READING });
  const checks = reconcile(agreement, others);
  send({ kind: 'done', request, source: sourceText(document, agreement), agreement, checks });
}

/** What leaves of a document. What makes it is loaded when it is asked for the first time. */
async function answerSaving(asked: SaveRequest): Promise<void> {
  const { request, bytes, output, others, title, acceptances, language, madeAt } = asked;
  const read = await readAsked(asked);
  if (!read.ok) return send({ kind: 'failed', request, failure: read.failure });
  const { document, pages } = read.value;
  send({ kind: 'progress', request, done: pages, total: pages + STEPS_AFTER_READING });
  const [{ judgeDocument }, { makeOutput }] = await Promise.all([import('../../outputs/checked-document'), import('../../outputs/make-output')]);
  const asRead = extractAgreement(document);
  const agreement = title === null ? asRead : { ...asRead, title };
  const judged = judgeDocument({ agreement, lines: document.lines, checks: reconcile(agreement, others), acceptances: new Map(acceptances), language, madeAt, version: ADDIN_VERSION });
  const made = await makeOutput(output, judged, sourcePdf(document, bytes));
  send(made.ok ? { kind: 'saved', request, bytes: made.value } : { kind: 'failed', request, failure: made.failure });
}

/** The document of a request, read with progress. */
async function readAsked({ request, name, bytes, password, encoding, acceptPartly }: ReadRequest | SaveRequest): Promise<Result<{ readonly document: DocumentText; readonly pages: number }>> {
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
  return read.ok ? succeed({ document: read.value, pages }) : read;
}

function sourceText(document: DocumentText, { initiatives }: Agreement): SourceText {
  const { name, sha256, format, pages, unreadablePages, isPartlyRead } = document;
  const lines = document.lines.map(({ text, page, line, box }) => ({ text, page, line, box }));
  const heading = headingNearStart(document.lines, initiatives.flatMap(({ title }) => title ?? []));
  return { name, sha256, format, pages, heading, lines, unreadablePages, isPartlyRead };
}

function send(message: ReadAnswer): void {
  self.postMessage(message);
}
