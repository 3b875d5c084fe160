import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BundledEntry } from '../../scripts/bundle/bundle-scripts';
import { firstScreen } from '../support/test-builds.mjs';

/** What the first useful screen may load of script. Units: bytes, as a host that compresses sends them. */
const BUDGET = 150_000;

let folder: string;
let bySource: ReadonlyMap<string, BundledEntry>;

beforeAll(async () => {
  folder = await firstScreen();
  bySource = new Map(JSON.parse(readFileSync(join(folder, 'by-source.json'), 'utf8')) as [string, BundledEntry][]);
});

function loadsOf(source: string): readonly string[] {
  const entry = bySource.get(source);
  if (entry === undefined) throw new Error(`${source} is no script of its own`);
  return entry.loads;
}

const textOf = (script: string): Buffer => readFileSync(join(folder, script));

it.each([
  ['da', 'light'],
  ['en', 'dark'],
])('the first screen in %s and %s keeps its budget', (language, scheme) => {
  const scripts = new Set([loadsOf('src/taskpane/index.tsx'), loadsOf(`src/taskpane/texts/texts.${language}.ts`), loadsOf(`src/taskpane/theme/${scheme}-theme.ts`)].flat());
  const bytes = [...scripts].reduce((sum, script) => sum + gzipSync(textOf(script)).length, 0);
  expect(bytes).toBeGreaterThan(BUDGET / 2);
  expect(bytes).toBeLessThanOrEqual(BUDGET);
});

it('leaves checks, reading, the sheets and the other views to later', () => {
  const first = loadsOf('src/taskpane/index.tsx').map((script) => textOf(script).toString()).join('');
  expect(first).toContain('import(');
  for (const source of ['src/taskpane/host/excel-side.ts', 'src/taskpane/findings/FindingsView.tsx', 'src/taskpane/agreements/AgreementsView.tsx', 'src/taskpane/source/SourceView.tsx', 'src/taskpane/preview/DocumentView.tsx']) {
    expect(loadsOf('src/taskpane/index.tsx')).not.toContain(bySource.get(source)?.script);
  }
});
