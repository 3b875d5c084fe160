/** The worker in which the reading worker has pages parsed: every port that it is given is a line to a parser. pdf.js tells by itself that it runs. */
import { packingPort } from './packed-text';
import { answerWith } from './parser-line';

/** The parser, a script that other workers load too. */
const parser = import('pdfjs-dist/build/pdf.worker.mjs');
parser.catch(reportError);

self.addEventListener('message', ({ ports: [port] }: MessageEvent) => {
  if (port !== undefined) void answer(port);
});

async function answer(port: MessagePort): Promise<void> {
  const { WorkerMessageHandler } = await parser;
  answerWith(WorkerMessageHandler, packingPort(port));
  port.start();
}
