// @ts-check
import { oldNode } from './node-version.mjs';

/** The workbench: the add-in beside a spreadsheet in an ordinary browser, over http on this machine only. PORT insists on a port. */
const refusal = oldNode(process.versions.node);
if (refusal === null) start().catch((error) => fail(`the workbench cannot be built: ${firstLine(error)}`));
else fail(refusal);

async function start() {
  const { builtWorkbench, serveWorkbench } = await import('./workbench-build.mjs');
  const { choosePort } = await import('./choose-port.mjs');
  const { openInBrowser } = await import('./open-browser.mjs');
  // Whoever reads the output may have had enough of it (`| head -1`); the server goes on.
  process.stdout.on('error', () => undefined);
  const port = await choosePort(process.env['PORT']);
  if (port.number === null) return fail(port.line);
  if (port.line !== '') console.log(port.line);
  const folder = await builtWorkbench({ warn: (line) => console.error(line), onBuild: () => console.log('Building the workbench; the next start finds it built.') });
  const server = await serveWorkbench(() => folder, { port: port.number }).catch((error) => fail(`the workbench cannot be served: ${firstLine(error)}`));
  if (server === undefined) return;
  const { address } = server;
  console.log(`\n  Reserve workbench: ${address}\n\n  Ctrl+C stops it.\n`);
  openInBrowser(address);
}

/**
 * What went wrong, in one line.
 * @param {unknown} error
 */
function firstLine(error) {
  return String(error instanceof Error ? error.message : error).split('\n')[0];
}

/** @param {string} line */
function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}
