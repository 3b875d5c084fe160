import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { noticesOf, packageFolders } from '../../scripts/third-party-notices';

const MODULES = resolve(__dirname, '../../node_modules');

describe('packageFolders', () => {
  it('finds the package of every file, scoped and nested ones too', () => {
    const files = [
      '/p/src/taskpane/index.tsx',
      '/p/node_modules/react/index.js',
      '/p/node_modules/@fluentui/react-button/lib/index.js',
      '/p/node_modules/a/node_modules/b/c.js',
      'C:\\p\\node_modules\\fflate\\esm\\browser.js',
      '/p/node_modules/react/jsx-runtime.js',
    ];
    expect(packageFolders(files)).toEqual(['/p/node_modules/@fluentui/react-button', '/p/node_modules/a/node_modules/b', '/p/node_modules/react', 'C:\\p\\node_modules\\fflate']);
  });
});

describe('noticesOf', () => {
  it('passes on the licence of each package, or its holder where it has no file of it', () => {
    const text = noticesOf(['pdfjs-dist', 'fflate', 'saxes'].map((name) => join(MODULES, name)));
    expect(text).toMatch(/pdfjs-dist [\d.]+ \(Apache-2\.0\)[\s\S]*Version 2\.0, January 2004/);
    expect(text).toMatch(/fflate [\d.]+ \(MIT\)[\s\S]*Arjun Barrett/);
    expect(text).toMatch(/saxes [\d.]+ \(ISC\)\n\nCopyright Louis-Dominique Dubeau[^\n]*\n\nPermission to use/);
  });

  it('refuses a package that brings no text of its licence', () => {
    const folder = mkdtempSync(join(tmpdir(), 'package-'));
    mkdirSync(join(folder, 'nameless'));
    writeFileSync(join(folder, 'nameless', 'package.json'), '{"name":"nameless","version":"1.0.0"}');
    expect(() => noticesOf([join(folder, 'nameless')])).toThrow('nameless 1.0.0 brings no text of its licence');
    rmSync(folder, { recursive: true });
  });
});
