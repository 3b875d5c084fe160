/** The worker in which the reading worker has pages parsed: every port that it is given is a line to a parser. pdf.js tells by itself that it runs. */
import { WorkerMessageHandler } from 'pdfjs-dist/build/pdf.worker.mjs';
import { packingPort } from './packed-text';
import { answerWith } from './parser-line';

self.addEventListener('message', ({ ports: [port] }: MessageEvent) => {
  if (port === undefined) return;
  answerWith(WorkerMessageHandler, packingPort(port));
  port.start();
});
