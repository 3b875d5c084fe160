import tseslint from 'typescript-eslint';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';

/** Globals that tie code to a host; the core and the readers must run anywhere. */
const hostGlobals = ['Excel', 'Office', 'OfficeExtension', 'OfficeRuntime', 'CustomFunctions'];
const browserGlobals = ['window', 'document', 'navigator', 'localStorage', 'sessionStorage', 'fetch', 'XMLHttpRequest', 'process', 'Buffer'];

/** Forbids folders and packages together. */
function without(folders, packages) {
  return [
    'error',
    {
      patterns: [
        { regex: `^\\.{1,2}/(.*/)?(${folders.join('|')})(/|$)`, message: 'See the import table in docs/architecture.md.' },
        ...packages.map((regex) => ({ regex, message: 'This package is not allowed here; see docs/architecture.md.' })),
      ],
    },
  ];
}
const react = ['^react($|/|-dom)', '^@fluentui/'];
const grid = ['^@univerjs/', '^@microsoft/office-js'];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.cache/', 'coverage/'] },
  ...tseslint.configs.recommended,
  {
    plugins: { 'office-addins': officeAddins, 'react-hooks': reactHooks },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-eval': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: ['error', 'always'],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-properties': ['error', { property: 'innerHTML' }, { property: 'outerHTML' }, { property: 'insertAdjacentHTML' }],
      'no-restricted-syntax': [
        'error',
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Document text is never markup.' },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Document text is never markup.' },
        { selector: "CallExpression[callee.property.name='calculate'][callee.object.property.name='application'] > Literal[value!='Recalculate']", message: "Nobody else's formulas are calculated: recalculateAnswers." },
      ],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...hostGlobals, ...browserGlobals],
      'no-restricted-imports': without(['readers', 'excel', 'functions', 'taskpane', 'commands', 'spreadsheet', 'workbench', 'cli'], ['^[^.]']),
    },
  },
  {
    files: ['src/core/reconciliation/rules/**/*.ts'],
    rules: {
      'no-restricted-imports': without(['readers', 'excel', 'functions', 'taskpane', 'commands', 'spreadsheet', 'workbench', 'cli', 'engine', 'registry', 'rules', 'footing', 'tie-out', 'stated'], ['^[^.]', '^\\./']),
    },
  },
  {
    files: ['src/readers/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...hostGlobals],
      'no-restricted-imports': without(['excel', 'functions', 'taskpane', 'commands', 'spreadsheet', 'workbench', 'cli'], [...react, ...grid]),
    },
  },
  {
    files: ['src/excel/**/*.ts'],
    rules: {
      'office-addins/call-sync-before-read': 'error',
      'office-addins/call-sync-after-load': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/load-object-before-read': 'off',
      'no-restricted-imports': without(['readers', 'functions', 'taskpane', 'commands', 'spreadsheet', 'workbench', 'cli'], [...react, ...grid, '^pdfjs-dist']),
    },
  },
  {
    files: ['src/functions/**/*.ts'],
    rules: { 'no-restricted-imports': without(['readers', 'taskpane', 'commands', 'spreadsheet', 'workbench', 'cli'], [...react, ...grid, '^pdfjs-dist']) },
  },
  {
    files: ['src/taskpane/**/*.{ts,tsx}', 'src/commands/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'Excel', 'alert', 'confirm', 'prompt'],
      'no-restricted-imports': without(['spreadsheet', 'workbench', 'cli'], [...grid, '^pdfjs-dist']),
    },
  },
  {
    files: ['src/spreadsheet/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...hostGlobals, ...browserGlobals],
      'no-restricted-imports': without(['core', 'readers', 'excel', 'functions', 'taskpane', 'commands', 'workbench', 'cli'], [...react, ...grid, '^pdfjs-dist']),
    },
  },
  {
    files: ['src/workbench/**/*.ts'],
    rules: { 'no-restricted-imports': without(['core', 'readers', 'excel', 'functions', 'taskpane', 'commands', 'cli'], [...react.slice(1), '^pdfjs-dist']) },
  },
  {
    files: ['src/outputs/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...hostGlobals, ...browserGlobals],
      'no-restricted-imports': without(['readers', 'excel', 'functions', 'taskpane', 'commands', 'spreadsheet', 'workbench', 'cli'], [...react, ...grid, '^pdfjs-dist']),
    },
  },
  {
    files: ['src/cli/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...hostGlobals],
      'no-restricted-imports': without(['excel', 'functions', 'taskpane', 'commands', 'workbench'], [...react, ...grid]),
    },
  },
);
