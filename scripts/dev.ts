import { serveDevelopment } from './bundle/serve-development';
import { choosePort } from './choose-port.mjs';
import { openInBrowser } from './open-browser.mjs';

/** The workbench for those who change it: not minified, with source maps, loaded anew after each change. PORT insists on a port. */
const { number: port, line } = await choosePort(process.env['PORT']);
if (port === null) {
  console.error(line);
  process.exitCode = 1;
} else {
  if (line !== '') console.log(line);
  const address = await serveDevelopment({ isWorkbench: true, port });
  console.log(`\n  Reserve workbench, in development: ${address}\n\n  Ctrl+C stops it.\n`);
  openInBrowser(address);
}
