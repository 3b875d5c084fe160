import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { getHttpsServerOptions } from 'office-addin-dev-certs';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { DEFAULT_BASE_URL } from './base-url';
import { serveDevelopment } from './bundle/serve-development';
import { isPortFree } from './ports.mjs';
import { PROJECT_FOLDER } from './run-step';
import { describeSideload, planSideload, removeSideload, sideload } from './sideload';

/**
 * The add-in in Excel itself: development certificates, an https server and the manifest registered where Excel is.
 * `--remove` takes the registration back.
 */
const PORT = Number(new URL(DEFAULT_BASE_URL).port);
const manifest = join(PROJECT_FOLDER, 'manifest.xml');
const { id } = await OfficeAddinManifest.readManifestFile(manifest);
if (id === undefined) throw new Error('manifest.xml has no Id');
const plan = planSideload(process.platform, id, manifest, homedir());

if (process.argv.includes('--remove')) {
  await removeSideload(plan);
  console.log('The registration was taken back. Restart Excel.');
} else if (!(await isPortFree(PORT))) {
  console.error(`Port ${PORT} is in use by another program; the manifest points to it, so stop that program first.`);
  process.exitCode = 1;
} else {
  const certificate = await readCertificate();
  await serveDevelopment({ isWorkbench: false, port: PORT, certificate });
  await sideload(plan);
  console.log(['', `Reserve is served at ${DEFAULT_BASE_URL}`, ...describeSideload(plan, DEFAULT_BASE_URL), 'Ctrl+C stops the server; "npm run excel -- --remove" takes the registration back.', ''].join('\n'));
}

/** The development certificate, trusted by this machine where that is possible. */
async function readCertificate(): Promise<{ ca?: Buffer; cert: Buffer; key: Buffer }> {
  try {
    const { ca, cert, key } = (await getHttpsServerOptions()) as { ca: Buffer; cert: Buffer; key: Buffer };
    return { ca, cert, key };
  } catch (error) {
    const folder = join(homedir(), '.office-addin-dev-certs');
    console.warn(`The development certificate could not be made trusted: ${error instanceof Error ? error.message.trim() : String(error)}`);
    console.warn(`The server uses it untrusted; Excel accepts it once you trust ${join(folder, 'ca.crt')}.`);
    return { cert: await readFile(join(folder, 'localhost.crt')), key: await readFile(join(folder, 'localhost.key')) };
  }
}
