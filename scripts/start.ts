import { isPortFree, serveBundle } from './bundler';

/** The workbench: the add-in beside a spreadsheet in an ordinary browser, over http on this machine only. PORT chooses another port. */
const port = Number(process.env['PORT'] ?? 3000);
const url = `http://localhost:${port}/`;

if (await isPortFree(port)) {
  console.log(`Building the workbench; it will be at ${url}`);
  await serveBundle(url.replace(/\/$/, ''), { workbench: true }, { port, host: 'localhost', server: 'http', open: false });
  console.log(`\n  Reserve workbench: ${url}\n\n  Ctrl+C stops it.\n`);
} else {
  console.error(`Port ${port} is in use by another program. Set the environment variable PORT to another one, for example ${port + 1}.`);
  process.exitCode = 1;
}
