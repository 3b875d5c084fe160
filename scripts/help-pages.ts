import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderPage } from './markdown';
import { PROJECT_FOLDER } from './run-step';

/** The pages that the manifest, the functions and the findings link to. Shape: paths below docs/; folders with every page in them. */
const PAGES = ['user-guide.md', 'brugervejledning.md', 'accessibility.md', 'conformance-format.md'];
const FOLDERS = ['functions', 'rules'];
const DANISH_PAGES = new Set(['brugervejledning.md']);

const STYLE = `:root{color-scheme:light dark}
body{margin:0;font:16px/1.55 "Segoe UI",system-ui,sans-serif;color:#1b1a19;background:#fff}
main{max-width:46rem;margin:0 auto;padding:1.5rem}
h1,h2,h3,h4{line-height:1.25;margin:1.6em 0 .5em;color:#17375e}
h1{margin-top:.5em}
table{border-collapse:collapse;display:block;overflow-x:auto}
th,td{border:1px solid #8a8886;padding:.3rem .6rem;text-align:left;vertical-align:top}
code{font-family:Consolas,ui-monospace,monospace;font-size:.95em}
pre{background:#f3f2f1;padding:.8rem;overflow-x:auto}
blockquote{margin:0;padding-left:1rem;border-left:4px solid #8aa2bf}
a{color:#0f5bb5}
img{max-width:100%;border:1px solid #8a8886}
@media (prefers-color-scheme:dark){body{background:#1f1f1f;color:#f3f2f1}h1,h2,h3,h4{color:#a9c7ea}pre{background:#2b2b2b}a{color:#8ab8f0}}
`;

/** The help that is served beside the add-in. Shape: path in the build ("help/user-guide.html") to its text. */
export async function buildHelpPages(): Promise<Map<string, string>> {
  const docs = join(PROJECT_FOLDER, 'docs');
  const inFolders = await Promise.all(
    FOLDERS.map(async (folder) => (await readdir(join(docs, folder))).filter((name) => name.endsWith('.md')).map((name) => `${folder}/${name}`)),
  );
  const pages = new Map([['help/help.css', STYLE]]);
  for (const page of [...PAGES, ...inFolders.flat()]) {
    const markdown = await readFile(join(docs, page), 'utf8');
    const language = DANISH_PAGES.has(page) || page.endsWith('.da.md') ? 'da' : 'en';
    pages.set(`help/${page.replace(/\.md$/, '.html')}`, renderPage(markdown, language, page.includes('/') ? '../help.css' : 'help.css'));
  }
  return pages;
}
