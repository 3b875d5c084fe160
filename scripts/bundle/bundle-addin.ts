import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DEFAULT_BASE_URL } from '../base-url';
import { PROJECT_FOLDER } from '../run-step';
import { noticesOf, packageFolders } from '../third-party-notices';
import { bundleScripts, CHUNKS, type Bundle, type BundledEntry } from './bundle-scripts';
import { generatedFiles } from './generated-files';
import { officeScripts, pageWith } from './pages';

/**
 * What to build. Shape: `pane` puts another entry in the place of the add-in's own; `functions` another file in the place of its functions'
 * metadata; at `reloadsBy` the workbench's page hears that it is to load itself anew.
 */
export interface AddinOrder {
  readonly folder: string;
  readonly isWorkbench: boolean;
  readonly isProduction?: boolean;
  readonly baseUrl?: string;
  readonly catalogueFolder?: string | null;
  readonly pane?: string;
  readonly functions?: string;
  readonly reloadsBy?: string;
}

/** The workbench's page, and what runs in the pane's window before office.js. */
const WORKBENCH = { workbench: 'src/workbench/main.ts' };
const PANE_HOST = { 'pane-host': 'src/workbench/pane-host.ts' };

/**
 * Everything that a host serves of the add-in, in an empty folder; for the workbench also the page that plays Excel around it.
 * Errors: throws with webpack's own report when anything does not compile.
 */
export async function bundleAddin(order: AddinOrder): Promise<Bundle> {
  const { folder, isWorkbench, isProduction = true, baseUrl = DEFAULT_BASE_URL, catalogueFolder = null, pane = 'src/taskpane/index.tsx' } = order;
  await mkdir(join(folder, CHUNKS), { recursive: true });
  const [bundle, host, files] = await Promise.all([
    bundleScripts({ entries: { taskpane: pane, ...(isWorkbench ? WORKBENCH : {}) }, folder, isProduction }),
    isWorkbench ? bundleScripts({ entries: PANE_HOST, folder, isProduction, isClassic: true }) : null,
    generatedFiles(baseUrl, catalogueFolder),
    copyFiles(folder, isWorkbench),
  ]);
  for (const [path, text] of [...files, ...(await pagesOf(bundle.entries, host?.entries.get('pane-host'), order.reloadsBy))]) await writeBelow(folder, path, text);
  if (order.functions !== undefined) for (const name of ['functions.json', 'functions.da.json']) await cp(join(PROJECT_FOLDER, order.functions), join(folder, name));
  if (!isWorkbench) await writeBelow(folder, 'licences.txt', noticesOf(packageFolders(bundle.inputs)));
  return bundle;
}

async function pagesOf(entries: Bundle['entries'], paneHost: BundledEntry | undefined, reloadsBy: string | undefined): Promise<[path: string, text: string][]> {
  const [taskpane, workbench] = [entries.get('taskpane'), entries.get('workbench')];
  if (taskpane === undefined) throw new Error('The pane has no script');
  const pane = pageWith(await sourceText('src/taskpane/taskpane.html'), taskpane, officeScripts(paneHost));
  return [['taskpane.html', pane], ['taskpane.js', functionsScript(taskpane)], ...(workbench === undefined ? [] : [['index.html', reloading(pageWith(await sourceText('src/workbench/index.html'), workbench), reloadsBy)] as [string, string]])];
}

/** The script that the manifest names for the functions. An Excel with a shared runtime loads the page instead, whose script has a hash in its name. */
function functionsScript({ script }: BundledEntry): string {
  return `import('./${script}');\n`;
}

function reloading(page: string, reloadsBy: string | undefined): string {
  return reloadsBy === undefined ? page : page.replace('</body>', `<script>new EventSource('${reloadsBy}').onmessage = () => location.reload();</script></body>`);
}

/** Icons, sample and catalogue; the pictures of the help; the fonts' licences beside the fonts; and, where the workbench reads it, the manifest. */
async function copyFiles(folder: string, isWorkbench: boolean): Promise<void> {
  await cp(join(PROJECT_FOLDER, 'assets'), join(folder, 'assets'), { recursive: true });
  await cp(join(PROJECT_FOLDER, 'docs/pictures'), join(folder, 'help/pictures'), { recursive: true });
  for (const name of ['LICENSE_FOXIT', 'LICENSE_LIBERATION']) await cp(join(PROJECT_FOLDER, 'node_modules/pdfjs-dist/standard_fonts', name), join(folder, CHUNKS, name));
  if (isWorkbench) await cp(join(PROJECT_FOLDER, 'manifest.xml'), join(folder, 'manifest.xml'));
}

function sourceText(path: string): Promise<string> {
  return readFile(join(PROJECT_FOLDER, path), 'utf8');
}

async function writeBelow(folder: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}
