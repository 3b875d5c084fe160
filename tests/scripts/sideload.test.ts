import { mkdtempSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeSideload, planSideload, removeSideload, sideload } from '../../scripts/sideload';

const ID = '6f0c2a5e-8d41-4f7b-9a36-2d1f4e7c90b8';

describe('planSideload', () => {
  it('uses the developer registry key on Windows, under the id', () => {
    expect(planSideload('win32', ID, 'C:\\reserve\\manifest.xml', 'C:\\Users\\a')).toEqual({
      kind: 'registry',
      key: 'HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer',
      name: ID,
      manifest: 'C:\\reserve\\manifest.xml',
    });
  });

  it("uses Excel's own folder on a Mac", () => {
    expect(planSideload('darwin', ID, '/reserve/manifest.xml', '/Users/a')).toEqual({
      kind: 'copy',
      folder: '/Users/a/Library/Containers/com.microsoft.Excel/Data/Documents/wef',
      file: `/Users/a/Library/Containers/com.microsoft.Excel/Data/Documents/wef/${ID}.manifest.xml`,
      manifest: '/reserve/manifest.xml',
    });
  });

  it('says so where there is no Excel', () => {
    const plan = planSideload('linux', ID, '/reserve/manifest.xml', '/home/a');
    expect(plan.kind).toBe('by-hand');
    expect(describeSideload(plan, 'https://localhost:3000').join('\n')).toMatch(/nothing was registered[\s\S]*Upload My Add-in[\s\S]*\/reserve\/manifest\.xml/);
  });
});

describe('a copy', () => {
  it('is made where no folder was, and taken back', async () => {
    const home = mkdtempSync(join(tmpdir(), 'reserve-sideload-'));
    const manifest = join(home, 'manifest.xml');
    writeFileSync(manifest, '<OfficeApp/>');
    const plan = planSideload('darwin', ID, manifest, home);
    if (plan.kind !== 'copy') throw new Error('not a copy');
    await sideload(plan);
    expect(readFileSync(plan.file, 'utf8')).toBe('<OfficeApp/>');
    await removeSideload(plan);
    await removeSideload(plan);
    expect(existsSync(plan.file)).toBe(false);
  });
});
