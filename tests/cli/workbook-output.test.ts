import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { runWorkbook, workbookSheets } from '../../src/cli/workbook-output';
import { workbookFile } from '../../src/cli/xlsx/workbook-file';
import { type Terminal } from '../../src/cli/command';
import { agreementOf, initiativeOf, sampleAgreement } from '../support/sample-agreement';

function parts(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe('workbookFile', () => {
  const file = workbookFile(workbookSheets([sampleAgreement(), { ...sampleAgreement(), title: null, document: { ...sampleAgreement().document, sha256: 'b'.repeat(64) } }], 'da'));
  const xml = parts(file);

  it('has the parts that Excel opens, the content types first', () => {
    expect(Object.keys(xml)[0]).toBe('[Content_Types].xml');
    expect(Object.keys(xml)).toEqual(expect.arrayContaining(['xl/workbook.xml', 'xl/styles.xml', 'xl/worksheets/sheet8.xml', 'xl/tables/table8.xml']));
  });

  it('gives two agreements different sheets, tables and names', () => {
    const sheets = [...(xml['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(sheets).size).toBe(10);
    expect(sheets).toContain('Oversigt 2026-2029 (2)');
    expect(xml['xl/workbook.xml']).toContain(`<definedName name="Reserve2026">'Oversigt 2026-2029'!$E$3</definedName>`);
    expect(xml['xl/workbook.xml']).toContain('name="Reserve2026b"');
  });

  it('keeps labels that look like formulas as quoted text', () => {
    expect(xml['xl/sharedStrings.xml']).toContain('<t xml:space="preserve">=evaluering</t>');
    expect(xml['xl/worksheets/sheet2.xml']).not.toContain('<f>evaluering</f>');
    expect(xml['xl/styles.xml']).toContain('quotePrefix="1"');
  });

  it('gives the same bytes for the same agreements', () => {
    expect(workbookFile(workbookSheets([sampleAgreement()], 'da'))).toEqual(workbookFile(workbookSheets([sampleAgreement()], 'da')));
  });
});

describe('runWorkbook', () => {
  it.each([[null], ['ud.xls']])('wants a file name that ends in .xlsx: %p', async (out) => {
    const lines: string[] = [];
    const terminal: Terminal = {
      readFile: () => Promise.reject(new Error('not read')),
      readStandardInput: () => Promise.reject(new Error('not read')),
      writeFile: () => Promise.reject(new Error('not written')),
      writeOutput: (text) => void lines.push(text),
      startAnswerers: () => {
        throw new Error('not read');
      },
      writeError: (line) => lines.push(line),
    };
    const code = await runWorkbook({ files: ['a.txt'], form: 'text', language: 'da', out, password: null, encoding: null, titles: null, isAlone: false, jobs: null, timeLimit: null }, terminal);
    expect([code, lines]).toEqual([2, ['reserve: workbook mangler --out FIL.xlsx']]);
  });
});

const hasOffice = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

(hasOffice ? describe : describe.skip)(hasOffice ? 'in LibreOffice' : 'in LibreOffice (skipped: soffice is not installed)', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'reserve-'));
    const wrong = agreementOf([initiativeOf('Forkert sum', 10, '1,0 2,0 - - 3,5', [])], { title: 'Aftale 2030-2031', document: { ...sampleAgreement().document, sha256: 'c'.repeat(64) } });
    writeFileSync(join(folder, 'ud.xlsx'), workbookFile(workbookSheets([sampleAgreement(), wrong], 'da')));
    const filter = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1';
    execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', filter, '--outdir', folder, join(folder, 'ud.xlsx')], { stdio: 'ignore', timeout: 100_000 });
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function sheet(name: string): string[] {
    return readFileSync(join(folder, `ud-${name}.csv`), 'utf8').trimEnd().split('\n');
  }

  it('opens with every sheet', () => {
    expect(readdirSync(folder).filter((name) => name.endsWith('.csv'))).toHaveLength(8);
  });

  it('calculates totals and checks', () => {
    expect(sheet('Oversigt 2026-2029')[2]).toMatch(/;I alt;4[.,]6;9[.,]5;7;5[.,]5;26[.,]6;26[.,]6/);
    expect(sheet('Oversigt 2026-2029')[4]).toMatch(/^1;Socialministeriet;Børn;SletDet \(Red Barnet\);1[.,]6;3;2;0;6[.,]6;6[.,]6;✓ stemmer;6[.,]6;✓ stemmer;/);
    expect(sheet('Totaler 2026-2029')[2]).toMatch(/✓ stemmer;.*✓ stemmer/);
    expect(sheet('Oversigt 2030-2031')[4]).toMatch(/✗ afviger -0[.,]5/);
  });

  it('shows no formula error', () => {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.csv'))) {
      expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/#NAME|#REF|#VALUE|#NUM|Err:/);
    }
  });
});
