import { serveBundle } from './bundler';
import { openInBrowser } from './open-browser';
import { findFreePort, isPortFree } from './ports';

/** The workbench: the add-in beside a spreadsheet in an ordinary browser, over http on this machine only. PORT insists on a port. */
const DEFAULT_PORT = 3000;
const TRIED_PORTS = 50;

const wanted = process.env['PORT'];
const port = await choosePort();
if (port === null) {
  console.error(wanted === undefined ? `The ports ${DEFAULT_PORT} to ${DEFAULT_PORT + TRIED_PORTS - 1} are all in use. Set PORT to a free one.` : `Port ${wanted} is in use by another program, or is no port. Set PORT to another one, or to none at all for the first free one.`);
  process.exitCode = 1;
} else {
  const address = `http://localhost:${port}/`;
  console.log(`${wanted === undefined && port !== DEFAULT_PORT ? `Port ${DEFAULT_PORT} is in use by another program. ` : ''}Building the workbench, which takes a moment the first time; it will be at ${address}`);
  await serveBundle(address.replace(/\/$/, ''), { workbench: true }, { port, host: 'localhost', server: 'http', open: false });
  console.log(`\n  Reserve workbench: ${address}\n\n  Ctrl+C stops it.\n`);
  openInBrowser(address);
}

/** The port that PORT names, else the first free one; null where there is none. */
async function choosePort(): Promise<number | null> {
  if (wanted === undefined) return findFreePort(DEFAULT_PORT, TRIED_PORTS);
  const number = Number(wanted);
  return Number.isInteger(number) && number > 0 && number < 65_536 && (await isPortFree(number)) ? number : null;
}
