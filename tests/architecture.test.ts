import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { findCircles } from './support/import-circles';
import { importsOf, listFiles, namespacesUsed, readImports, type SourceImport } from './support/source-files';

/**
 * The import table of docs/architecture.md.
 * Shape: a row covers the files whose path starts with `path` (the longest row wins); `from` lists the paths they may import besides
 * their own row (a path without a closing slash is one file), `packages` the packages.
 */
interface Row {
  readonly path: string;
  readonly from: readonly string[];
  readonly packages: readonly RegExp[];
  /** Whether the files of the row must not import each other either. */
  readonly isApart?: boolean;
}

const CORE = 'src/core/';
const REACT = [/^react$/, /^react\//, /^react-dom\//, /^@fluentui\/react-(components|icons)$/];
const NODE = /^node:/;
const BELOW_RECONCILIATION = ['src/core/money/', 'src/core/price-level/', 'src/core/budget/', 'src/core/extraction/vocabulary'];

const EXTRACTION = `${CORE}extraction/`;
const PDF = 'src/readers/pdf/';
const PDF_JS = /^pdfjs-dist(\/|$)/;
/** What every step of extraction may import. */
const BELOW_LINES = ['src/core/money/', 'src/core/budget/', `${EXTRACTION}vocabulary`];

const PANE = 'src/taskpane/';
/** What every part of the pane may import that is drawn. */
const BELOW_PARTS = [CORE, 'src/excel/workbook-port', ...folders('state', 'view-models', 'texts', 'services')];
/** What a view may import: never another view. */
const BELOW_VIEWS = [...BELOW_PARTS, ...folders('parts', 'figures', 'finding-cards', 'intake', 'imports'), `${PANE}later-parts`];

/** Some folders of the pane. */
function folders(...names: readonly string[]): string[] {
  return names.map((name) => `${PANE}${name}/`);
}

/** The folders of some steps of extraction. */
function steps(...names: readonly string[]): string[] {
  return names.map((name) => `${EXTRACTION}${name}/`);
}

const TABLE: readonly Row[] = [
  { path: 'src/core/failure.ts', from: [], packages: [] },
  { path: 'src/core/failure-text.ts', from: ['src/core/failure', 'src/core/reconciliation/rule'], packages: [] },
  { path: 'src/core/money/', from: [], packages: [] },
  { path: 'src/core/price-level/', from: ['src/core/money/', 'src/core/failure'], packages: [] },
  { path: 'src/core/budget/', from: ['src/core/money/', 'src/core/failure'], packages: [] },
  { path: EXTRACTION, from: ['src/core/money/', 'src/core/price-level/', 'src/core/budget/', 'src/core/failure', ...steps('lines', 'tables', 'titles', 'prose', 'parts', 'assembly', 'accounting')], packages: [] },
  { path: `${EXTRACTION}lines/`, from: [...BELOW_LINES, `${EXTRACTION}tables/header/`, `${EXTRACTION}tables/notes`], packages: [] },
  { path: `${EXTRACTION}tables/`, from: [...BELOW_LINES, ...steps('lines'), `${EXTRACTION}prose/periods`], packages: [] },
  { path: `${EXTRACTION}titles/`, from: [...BELOW_LINES, ...steps('lines')], packages: [] },
  { path: `${EXTRACTION}prose/`, from: [...BELOW_LINES, ...steps('lines'), `${EXTRACTION}tables/header/`], packages: [] },
  { path: `${EXTRACTION}parts/`, from: [...BELOW_LINES, ...steps('lines', 'tables', 'titles', 'prose')], packages: [] },
  { path: `${EXTRACTION}assembly/`, from: [...BELOW_LINES, ...steps('lines', 'tables', 'titles', 'prose', 'parts')], packages: [] },
  { path: `${EXTRACTION}accounting/`, from: [...BELOW_LINES, ...steps('lines', 'tables', 'titles', 'prose', 'parts', 'assembly')], packages: [] },
  {
    path: 'src/core/catalogue/',
    from: ['src/core/money/', 'src/core/price-level/', 'src/core/budget/', 'src/core/failure'],
    packages: [],
  },
  {
    path: 'src/core/reconciliation/',
    from: [...BELOW_RECONCILIATION, 'src/core/failure', 'src/core/reconciliation/checking/', 'src/core/reconciliation/rules/'],
    packages: [],
  },
  {
    path: 'src/core/reconciliation/checking/',
    from: [...BELOW_RECONCILIATION, 'src/core/reconciliation/rule', 'src/core/reconciliation/arithmetic'],
    packages: [],
  },
  {
    path: 'src/core/reconciliation/causes/',
    from: ['src/core/money/', 'src/core/budget/', 'src/core/reconciliation/rule', 'src/core/reconciliation/checking/', 'src/core/reconciliation/engine', 'src/core/reconciliation/exactness', 'src/core/reconciliation/registry'],
    packages: [],
  },
  {
    path: 'src/core/reconciliation/rules/',
    from: [...BELOW_RECONCILIATION, 'src/core/reconciliation/rule', 'src/core/reconciliation/arithmetic', 'src/core/reconciliation/checking/'],
    packages: [],
    isApart: true,
  },
  { path: 'src/core/verdicts/', from: ['src/core/money/', 'src/core/budget/', 'src/core/extraction/prose/amounts', 'src/core/reconciliation/rule', 'src/core/reconciliation/checking/', 'src/core/reconciliation/causes/cause'], packages: [] },
  {
    path: 'src/core/tie-out/',
    from: [...BELOW_RECONCILIATION, 'src/core/extraction/tables/header/stated-unit', 'src/core/catalogue/', 'src/core/reconciliation/'],
    packages: [],
  },
  {
    path: 'src/core/edition/',
    from: ['src/core/money/', 'src/core/price-level/', 'src/core/budget/', 'src/core/catalogue/', 'src/core/reconciliation/', 'src/core/tie-out/likeness'],
    packages: [],
  },
  {
    path: 'src/core/sheet-plan/',
    from: ['src/core/edition/', 'src/core/money/', 'src/core/price-level/', 'src/core/budget/', 'src/core/reconciliation/', 'src/core/catalogue/', 'src/core/failure'],
    packages: [],
  },
  {
    path: 'src/core/import-store/',
    from: ['src/core/money/', 'src/core/budget/', 'src/core/catalogue/', 'src/core/reconciliation/', 'src/core/tie-out/', 'src/core/sheet-plan/'],
    packages: [],
  },
  {
    path: 'src/core/take-over/',
    from: ['src/core/budget/', 'src/core/catalogue/', 'src/core/reconciliation/', 'src/core/edition/', 'src/core/tie-out/own-table/compared-table', 'src/core/sheet-plan/', 'src/core/import-store/'],
    packages: [],
  },
  { path: 'src/readers/', from: [CORE, PDF], packages: [/^fflate$/, /^saxes$/] },
  { path: PDF, from: [CORE, 'src/readers/'], packages: [PDF_JS, /^fflate$/] },
  { path: `${PDF}file/`, from: [], packages: [/^fflate$/] },
  { path: `${PDF}engine/`, from: [`${PDF}file/`], packages: [PDF_JS, /^core-js\//] },
  { path: `${PDF}text/`, from: ['src/core/budget/', 'src/readers/characters', `${PDF}engine/`], packages: [PDF_JS] },
  { path: `${PDF}operators/`, from: [`${PDF}file/`], packages: [] },
  { path: `${PDF}sight/`, from: [`${PDF}file/`, `${PDF}operators/`, `${PDF}engine/`, `${PDF}text/turns`], packages: [PDF_JS] },
  { path: `${PDF}lines/`, from: ['src/core/budget/', `${EXTRACTION}lines/document-text`, 'src/readers/characters', `${PDF}text/`], packages: [] },
  { path: `${PDF}drawing/`, from: [`${PDF}text/pieces`], packages: [PDF_JS] },
  { path: 'src/excel/', from: [CORE], packages: [] },
  { path: 'src/functions/', from: [CORE], packages: [] },
  { path: 'src/commands/', from: [CORE, 'src/excel/', 'src/functions/'], packages: [] },
  { path: PANE, from: [CORE, 'src/excel/workbook-port', 'src/commands/', ...folders('state', 'view-models', 'texts', 'services', 'actions', 'reading', 'host', 'preferences', 'theme', 'parts', 'frame', 'intake', 'imports', 'finding-cards', 'start', 'preview', 'findings', 'selection', 'tie-out', 'editions', 'agreements', 'source', 'pages', 'review')], packages: REACT },
  { path: `${PANE}state/`, from: [CORE, 'src/excel/workbook-port'], packages: [] },
  { path: `${PANE}preferences/`, from: [CORE, ...folders('state')], packages: [] },
  { path: `${PANE}theme/`, from: [], packages: REACT },
  { path: `${PANE}view-models/`, from: [CORE, 'src/excel/workbook-port', 'src/excel/reading/figure-reference', 'src/functions/', 'src/outputs/output-kind', ...folders('state')], packages: [] },
  { path: `${PANE}reading/`, from: [CORE, 'src/readers/', 'src/outputs/', ...folders('state', 'view-models')], packages: [] },
  { path: `${PANE}texts/`, from: [CORE, 'src/excel/workbook-port', 'src/outputs/output-kind', ...folders('state', 'view-models')], packages: [] },
  { path: `${PANE}actions/`, from: [CORE, 'src/excel/workbook-port', 'src/outputs/output-kind', 'src/outputs/checked-document', ...folders('state', 'view-models', 'reading')], packages: [] },
  { path: `${PANE}host/`, from: [CORE, 'src/excel/', 'src/functions/', 'src/commands/', ...folders('state', 'view-models', 'texts')], packages: REACT },
  { path: `${PANE}services/`, from: [CORE, 'src/excel/workbook-port', ...folders('state', 'view-models', 'texts', 'actions', 'host')], packages: REACT },
  { path: `${PANE}parts/`, from: BELOW_PARTS, packages: REACT },
  { path: `${PANE}figures/`, from: [...BELOW_PARTS, ...folders('parts')], packages: REACT },
  { path: `${PANE}finding-cards/`, from: [...BELOW_PARTS, ...folders('parts')], packages: REACT },
  { path: `${PANE}intake/`, from: [...BELOW_PARTS, ...folders('parts')], packages: REACT },
  { path: `${PANE}imports/`, from: [...BELOW_PARTS, ...folders('parts')], packages: REACT },
  { path: `${PANE}frame/`, from: [...BELOW_PARTS, ...folders('parts', 'actions'), `${PANE}later-parts`], packages: REACT },
  { path: `${PANE}start/`, from: BELOW_VIEWS, packages: REACT },
  { path: `${PANE}preview/`, from: [...BELOW_VIEWS, 'src/readers/', 'src/outputs/output-kind'], packages: REACT },
  { path: `${PANE}findings/`, from: BELOW_VIEWS, packages: REACT },
  { path: `${PANE}selection/`, from: BELOW_VIEWS, packages: REACT },
  { path: `${PANE}tie-out/`, from: [...BELOW_VIEWS, `${PANE}selection/RoleItem`], packages: REACT },
  { path: `${PANE}editions/`, from: [...BELOW_VIEWS, `${PANE}selection/RoleItem`], packages: REACT },
  { path: `${PANE}insert-function/`, from: BELOW_VIEWS, packages: REACT },
  { path: `${PANE}agreements/`, from: [...BELOW_VIEWS, `${PANE}host/copy-table`, `${PANE}insert-function/InsertFunction`], packages: REACT },
  { path: `${PANE}review/`, from: [...BELOW_VIEWS, ...folders('actions'), `${PANE}pages/PageFrame`], packages: REACT },
  { path: `${PANE}pages/`, from: BELOW_VIEWS, packages: REACT },
  { path: `${PANE}source/`, from: [...BELOW_VIEWS, 'src/readers/'], packages: REACT },
  { path: 'src/spreadsheet/', from: [], packages: [/^fflate$/, /^saxes$/] },
  { path: 'src/workbench/', from: ['src/spreadsheet/'], packages: [/^@univerjs\//, /^chart\.js$/, /^rxjs$/, /^react$/, /^react-dom\//] },
  { path: 'src/outputs/', from: [CORE, 'src/outputs/marked-pdf/', 'src/outputs/report/', 'src/outputs/note/'], packages: [] },
  { path: 'src/outputs/marked-pdf/', from: [CORE, 'src/outputs/'], packages: [/^@cantoo\/pdf-lib$/] },
  { path: 'src/outputs/report/', from: [CORE, 'src/outputs/'], packages: [] },
  { path: 'src/outputs/note/', from: [CORE, 'src/outputs/'], packages: [/^docx$/] },
  { path: 'src/cli/', from: [CORE, 'src/readers/', 'src/spreadsheet/', 'src/outputs/', 'src/cli/export/'], packages: [NODE, /^fflate$/] },
  { path: 'src/cli/export/', from: [CORE, 'src/cli/'], packages: [NODE, /^hyparquet$/, /^hyparquet-writer$/] },
];

/** The one place outside src/excel, src/functions and src/commands that knows Office: the pane's entry, which waits for it. */
const HOST_CODE = ['src/excel/', 'src/functions/', 'src/commands/', 'src/taskpane/index.tsx'];

const HOST_NAMES = new Set(['Excel', 'Office', 'OfficeExtension', 'OfficeRuntime', 'CustomFunctions']);

const EMPTY_NAMES = /(^|-)(utils?|helpers?|common|misc|manager)(-|\.|$)/;

/** Twice the size that a file of its kind has in the codebases that the architecture is drawn from. Units: lines. */
const LINE_LIMITS: readonly (readonly [path: string, lines: number])[] = [
  ['src/core/reconciliation/rules/', 240],
  ['src/core/', 400],
  ['src/taskpane/', 400],
  ['src/spreadsheet/', 500],
  // A file of the Excel side is one class of Excel's own, wide because that is.
  ['src/workbench/', 700],
  ['src/', 500],
];

const ROOT = resolve(__dirname, '..');
const FILES = listFiles(ROOT, 'src');
const SOURCES = FILES.filter((file) => /\.[cm]?tsx?$/.test(file));
const IS_SOURCE = new Set(SOURCES);

function ownerOf(path: string): Row | undefined {
  return TABLE.filter((row) => path.startsWith(row.path)).sort((a, b) => b.path.length - a.path.length)[0];
}

/** Why an import is not allowed, null when it is. */
function objection(file: string, { specifier, target }: SourceImport): string | null {
  const row = ownerOf(file);
  if (row === undefined) return `${file} is in no row of the import table`;
  if (target === null) return row.packages.some((name) => name.test(specifier)) ? null : `${file} must not import the package ${specifier}`;
  const isOwn = row.isApart !== true && target.startsWith(row.path) && ownerOf(target) === row;
  const isFile = row.path.endsWith('.ts') && `${target}.ts` === row.path;
  if (isOwn || isFile) return null;
  if (row.from.some((path) => target === path || (path.endsWith('/') && target.startsWith(path)))) return null;
  return `${file} must not import ${target}`;
}

describe('import table', () => {
  it('covers every source file', () => {
    expect(SOURCES.filter((file) => ownerOf(file) === undefined)).toEqual([]);
  });

  it.each(TABLE.map((row) => row.path))('%s guards at least one file', (path) => {
    expect(SOURCES.filter((file) => ownerOf(file)?.path === path).length).toBeGreaterThan(0);
  });

  it('is kept by every import', () => {
    const objections = SOURCES.flatMap((file) => readImports(ROOT, file).flatMap((one) => objection(file, one) ?? []));
    expect(objections).toEqual([]);
  });

  it.each([
    ['src/core/money/amount.ts', "import { x } from '../budget/table';"],
    ['src/core/money/amount.ts', "import type { x } from '../budget/table';"],
    ['src/core/money/amount.ts', "export * from 'react';"],
    ['src/core/extraction/tables/raw-table.ts', "import { x } from '../parts/reading';"],
    ['src/core/extraction/parts/reading.ts', "import { x } from '../assembly/assemble';"],
    ['src/core/extraction/lines.ts', "const pdf = await import('../../readers/pdf/read-pdf');"],
    ['src/core/reconciliation/rules/row-cross-footing.ts', "import { x } from '../engine';"],
    ['src/core/reconciliation/rules/row-cross-footing.ts', "import { x } from '../registry';"],
    ['src/core/reconciliation/rules/row-cross-footing.ts', "import { x } from './column-footing';"],
    ['src/core/reconciliation/checking/wording.ts', "import { x } from '../rules/column-footing';"],
    ['src/excel/writing/apply-plan.ts', "import { x } from '../../taskpane/app';"],
    ['src/workbench/main.ts', "import { x } from '../core/money/amount';"],
    ['src/spreadsheet/model/workbook.ts', "import { x } from '../../core/money/amount';"],
    ['src/spreadsheet/model/workbook.ts', "import { x } from '../../workbench/office-host';"],
    ['src/excel/remembered/store.ts', "import { x } from '../../spreadsheet/model/workbook';"],
    ['src/cli/reserve.ts', "import { x } from '../excel/remembered/store';"],
    ['src/taskpane/app.tsx', "import { x } from '../workbench/main';"],
    ['src/taskpane/state/pane-reducer.ts', "import { x } from '../view-models/findings/findings';"],
    ['src/taskpane/view-models/findings/findings.ts', "import { x } from '../../texts/texts';"],
    ['src/taskpane/actions/pane-actions.ts', "import { x } from '../services/pane-context';"],
    ['src/taskpane/preview/PreviewBody.tsx', "import { x } from '../findings/FindingsView';"],
    ['src/functions/total.ts', "import { x } from '../readers/pdf/read-pdf';"],
  ])('refuses in %s: %s', (file, text) => {
    expect(importsOf(file, text).map((one) => objection(file, one))).toEqual([expect.stringContaining('must not import')]);
  });

  it('stands in docs/architecture.md row for row', () => {
    const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
    const missing = TABLE.map((row) => row.path.replace(/^src\//, '').replace(/\/$|\.ts$/, '')).filter((path) => !page.includes(`| \`${path}\``));
    expect(missing).toEqual([]);
  });
});

/** Folders whose classes refer to each other as Excel's own do, or are being parted. */
const MUTUAL = ['src/spreadsheet/', 'src/workbench/'];

describe('imports', () => {
  it('go round in no circle', () => {
    const circles = findCircles(new Map(SOURCES.map((file) => [file, sourcesImportedBy(file)])));
    expect(circles.filter((circle) => !MUTUAL.some((folder) => circle.every((file) => file.startsWith(folder))))).toEqual([]);
  });

  it('would be found going round', () => {
    expect(findCircles(new Map([['a', ['b']], ['b', ['c']], ['c', ['b', 'd']], ['d', []]]))).toEqual([['b', 'c']]);
  });
});

/** The source files that a file imports. */
function sourcesImportedBy(file: string): string[] {
  return readImports(ROOT, file).flatMap(({ target }) => (target === null ? [] : [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`].filter((path) => IS_SOURCE.has(path))));
}

describe('names', () => {
  it('say what a file holds', () => {
    expect(FILES.filter((file) => EMPTY_NAMES.test(basename(file).toLowerCase()))).toEqual([]);
    expect(FILES.filter((file) => file.split('/').some((part) => EMPTY_NAMES.test(part)))).toEqual([]);
  });

  it('are twelve at most in a folder', () => {
    const counts = new Map<string, number>();
    for (const file of FILES) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 12)).toEqual([]);
  });

  it('are kebab-case, React components PascalCase', () => {
    const form = (file: string) => (file.endsWith('.tsx') ? /^([A-Z][A-Za-z0-9]*|[a-z0-9]+(-[a-z0-9]+)*)(\.[a-z]+)*$/ : /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/);
    expect(SOURCES.filter((file) => !form(file).test(basename(file).replace(/\.tsx?$/, '')))).toEqual([]);
  });
});

describe('the host', () => {
  it('is spoken to in src/excel, src/functions, src/commands and the entry only', () => {
    const outside = SOURCES.filter((file) => !file.startsWith('src/workbench/') && !HOST_CODE.some((path) => file.startsWith(path)));
    expect(outside.length).toBeGreaterThan(0);
    expect(outside.filter((file) => namespacesUsed(ROOT, file, HOST_NAMES).length > 0)).toEqual([]);
  });
});

describe('sizes', () => {
  it('stay below twice the usual', () => {
    const tooLong = SOURCES.flatMap((file) => {
      const limit = LINE_LIMITS.find(([path]) => file.startsWith(path))?.[1] ?? 0;
      const lines = readFileSync(join(ROOT, file), 'utf8').split('\n').length;
      return lines > limit ? [`${file}: ${lines} lines, at most ${limit}`] : [];
    });
    expect(tooLong).toEqual([]);
  });
});
