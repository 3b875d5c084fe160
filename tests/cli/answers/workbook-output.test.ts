import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { planWorkbook, runWorkbook } from '../../../src/cli/answers/workbook-output';
import { buildWorkbook } from '../../../src/cli/xlsx/build-workbook';
import { type Agreement } from '../../../src/core/budget/agreement';
import { CellError } from '../../../src/spreadsheet/cells/value';
import { readWorkbookFile } from '../../../src/spreadsheet/xlsx/read/workbook-file';
import { workbookFile } from '../../../src/spreadsheet/xlsx/write/workbook-file';
import { type Terminal } from '../../../src/cli/command';
import { agreementOf, initiativeOf, sampleAgreement } from '../../support/sample-agreement';

const facts = { importedAt: new Date(Date.UTC(2026, 10, 27)), addinVersion: '1.0.0', language: 'da' } as const;

async function fileOf(agreements: readonly Agreement[]): Promise<Uint8Array> {
  return workbookFile(await buildWorkbook(planWorkbook(agreements, 'da', facts.importedAt), facts));
}

function parts(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe('the file of two agreements', () => {
  let xml: Record<string, string>;

  beforeAll(async () => {
    xml = parts(await fileOf([sampleAgreement(), { ...sampleAgreement(), title: null, document: { ...sampleAgreement().document, sha256: 'b'.repeat(64) } }]));
  });

  it('has the parts that Excel opens, the content types first', () => {
    expect(Object.keys(xml)[0]).toBe('[Content_Types].xml');
    expect(Object.keys(xml)).toEqual(expect.arrayContaining(['xl/workbook.xml', 'xl/styles.xml', 'xl/worksheets/sheet8.xml', 'xl/tables/table8.xml']));
  });

  it('gives two agreements different sheets, tables and names', () => {
    const sheets = [...(xml['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(sheets).size).toBe(14);
    expect(sheets[0]).toBe('Forside');
    expect(xml['xl/workbook.xml']).toContain('<sheet name="ReserveData" sheetId="14" state="veryHidden"');
    expect(sheets).toContain('Oversigt 2026-2029 (2)');
    expect(xml['xl/workbook.xml']).toContain(`<definedName name="Reserve2026">'Oversigt 2026-2029'!$F$3</definedName>`);
    expect(xml['xl/workbook.xml']).toContain('name="Reserve2026b"');
  });

  it('keeps labels that look like formulas as quoted text', () => {
    expect(xml['xl/sharedStrings.xml']).toContain('<t xml:space="preserve">=evaluering</t>');
    expect(xml['xl/worksheets/sheet2.xml']).not.toContain('<f>evaluering</f>');
    expect(xml['xl/styles.xml']).toContain('quotePrefix="1"');
  });

  it('gives the same bytes for the same agreements', async () => {
    expect(await fileOf([sampleAgreement()])).toEqual(await fileOf([sampleAgreement()]));
  });

  it('has the value of every formula, none of them an error', () => {
    const cells = Object.entries(xml).flatMap(([name, text]) => (/worksheets\/sheet/.test(name) ? [...text.matchAll(/<c [^>]*><f>[^<]*<\/f>(<v>[^<]*<\/v>)?/g)] : []));
    expect(cells.length).toBeGreaterThan(50);
    expect(cells.filter(([, value]) => value === undefined).map(([cell]) => cell)).toEqual([]);
    expect(Object.values(xml).join('')).not.toContain(' t="e"');
  });

  it('prints every sheet on landscape A4, its headings on each page', () => {
    const sheets = Object.entries(xml).filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name) && !name.endsWith('sheet14.xml'));
    expect(sheets).toHaveLength(13);
    for (const [, text] of sheets) expect(text).toMatch(/<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"\/><headerFooter>/);
    expect((xml['xl/workbook.xml'] ?? '').match(/_xlnm.Print_Titles/g)?.length).toBe(13);
  });
});

describe('runWorkbook', () => {
  it.each([[null], ['ud.xls']])('wants a file name that ends in .xlsx: %p', async (out) => {
    const lines: string[] = [];
    const terminal: Terminal = {
      readFile: () => Promise.reject(new Error('not read')),
      readStandardInput: () => Promise.reject(new Error('not read')),
      isSameFile: () => Promise.resolve(false),
      writeFile: () => Promise.reject(new Error('not written')),
      writeOutput: (text) => void lines.push(text),
      startAnswerers: () => {
        throw new Error('not read');
      },
      writeError: (line) => lines.push(line),
    };
    const code = await runWorkbook({ files: ['a.txt'], form: 'text', language: 'da', out, password: null, encoding: null, titles: null, isAlone: false, jobs: null, timeLimit: null, outputs: {} }, terminal);
    expect([code, lines]).toEqual([2, ['reserve: workbook mangler --out FIL.xlsx']]);
  });
});

/** The same file without the values of its formulas, so that its reader must compute them. */
function withoutValues(file: Uint8Array): Uint8Array {
  const entries = Object.entries(parts(file)).map(([name, text]) => [name, strToU8(/worksheets\/sheet/.test(name) ? text.replace(/<c ([^>]*?)( t="\w+")?>(<f[ >][^<]*<\/f>)<v>[^<]*<\/v><\/c>/g, '<c $1>$3</c>') : text)] as const);
  return zipSync(Object.fromEntries(entries));
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 1e-9;
  if (a instanceof CellError || b instanceof CellError) return a instanceof CellError && b instanceof CellError && a.code === b.code;
  const text = (value: unknown): string => String(value ?? '').replace(/(\d),(\d)/g, '$1.$2');
  return text(a) === text(b);
}

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

  let written: Uint8Array;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'reserve-'));
    const wrong = agreementOf([initiativeOf('Forkert sum', 10, '1,0 2,0 - - 3,5', [])], { title: 'Aftale 2030-2031', document: { ...sampleAgreement().document, sha256: 'c'.repeat(64) } });
    written = await fileOf([sampleAgreement(), wrong]);
    writeFileSync(join(folder, 'ud.xlsx'), withoutValues(written));
    const filter = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1';
    execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', filter, '--outdir', folder, join(folder, 'ud.xlsx')], { stdio: 'ignore', timeout: 100_000 });
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function sheet(name: string): string[] {
    return readFileSync(join(folder, `ud-${name}.csv`), 'utf8').trimEnd().split('\n');
  }

  it('opens with every sheet', () => {
    expect(readdirSync(folder).filter((name) => name.endsWith('.csv'))).toHaveLength(12);
  });

  it('computes the very values that stand in the file', () => {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync('soffice', ['--headless', profile, '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'again'), join(folder, 'ud.xlsx')], { stdio: 'ignore', timeout: 100_000 });
    const [own, other] = [readWorkbookFile(written).workbook, readWorkbookFile(readFileSync(join(folder, 'again', 'ud.xlsx'))).workbook];
    const differences = own.sheets.flatMap((sheet) => [...sheet.cells].flatMap(([key, { formula, value }]) => {
      const computed = other.sheetNamed(sheet.name)?.cells.get(key)?.value ?? null;
      return formula === undefined || isSame(value, computed) ? [] : [`${sheet.name} ${formula}: ${JSON.stringify(value)}, LibreOffice ${JSON.stringify(computed)}`];
    }));
    expect(differences).toEqual([]);
  }, 120_000);

  it('calculates totals and checks', () => {
    expect(sheet('Oversigt 2026-2029')[2]).toMatch(/;I alt;;;;4[.,]6;9[.,]5;7;5[.,]5;26[.,]6;26[.,]6/);
    expect(sheet('Oversigt 2026-2029')[4]).toMatch(/^1;SletDet \(Red Barnet\);✓ stemmer;Socialministeriet;Børn;1[.,]6;3;2;0;6[.,]6;6[.,]6;0;✓ stemmer;6[.,]6;0;✓ stemmer;/);
    expect(sheet('Totaler 2026-2029')[4]).toMatch(/✓ stemmer;.*✓ stemmer/);
    expect(sheet('Oversigt 2030-2031')[4]).toMatch(/;-0[.,]5;✗ afviger;/);
  });

  it('shows no formula error', () => {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.csv'))) {
      expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/#NAME|#REF|#VALUE|#NUM|Err:/);
    }
  });
});
