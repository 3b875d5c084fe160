import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { posix } from 'node:path';

/**
 * How a machine's Excel is told about the manifest of an add-in under development.
 * Source: "Sideload Office Add-ins" for Windows (developer registry key), Mac (wef folder) and Office on the web (upload).
 */
export type SideloadPlan =
  | { readonly kind: 'registry'; readonly key: string; readonly name: string; readonly manifest: string }
  | { readonly kind: 'copy'; readonly folder: string; readonly file: string; readonly manifest: string }
  | { readonly kind: 'by-hand'; readonly manifest: string };

const DEVELOPER_KEY = 'HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer';
const WEF_FOLDER = 'Library/Containers/com.microsoft.Excel/Data/Documents/wef';

/** What to do on a platform. Shape: `id` is the manifest's GUID, `manifest` its full path, `home` the user's folder. */
export function planSideload(platform: string, id: string, manifest: string, home: string): SideloadPlan {
  if (platform === 'win32') return { kind: 'registry', key: DEVELOPER_KEY, name: id, manifest };
  if (platform === 'darwin') {
    const folder = posix.join(home, WEF_FOLDER);
    return { kind: 'copy', folder, file: posix.join(folder, `${id}.manifest.xml`), manifest };
  }
  return { kind: 'by-hand', manifest };
}

/** Carries the plan out. Errors: throws with the system's own message when the registry or the folder refuses. */
export async function sideload(plan: SideloadPlan): Promise<void> {
  if (plan.kind === 'registry') runRegistry(['add', plan.key, '/v', plan.name, '/t', 'REG_SZ', '/d', plan.manifest, '/f']);
  if (plan.kind === 'copy') {
    await mkdir(plan.folder, { recursive: true });
    await copyFile(plan.manifest, plan.file);
  }
}

/** Takes it back. */
export async function removeSideload(plan: SideloadPlan): Promise<void> {
  if (plan.kind === 'registry') runRegistry(['delete', plan.key, '/v', plan.name, '/f']);
  if (plan.kind === 'copy') await rm(plan.file, { force: true });
}

/** What was done and what is left for the person to do, in lines. */
export function describeSideload(plan: SideloadPlan, baseUrl: string): string[] {
  if (plan.kind === 'registry') {
    return [
      `Registered for Excel on this machine: ${plan.key}\\${plan.name} = ${plan.manifest}`,
      'Restart Excel, then choose Home > Add-ins > More Add-ins and take Reserve under Developer Add-ins.',
    ];
  }
  if (plan.kind === 'copy') {
    return [`Copied to ${plan.file}`, 'Restart Excel, then choose Home > Add-ins (or Insert > My Add-ins, the small arrow) and take Reserve under Developer Add-ins.'];
  }
  return [
    'There is no Excel for this system, so nothing was registered. In Excel on the web:',
    `  1. Open ${baseUrl}/taskpane.html in the same browser once and accept the development certificate if it asks.`,
    '  2. Open a workbook at https://excel.cloud.microsoft and choose Home > Add-ins > More Add-ins > My Add-ins > Upload My Add-in.',
    `  3. Choose ${plan.manifest}`,
    'The browser must run on this machine, because the manifest points to localhost.',
  ];
}

function runRegistry(args: readonly string[]): void {
  const { status, stderr, error } = spawnSync('reg', args, { encoding: 'utf8' });
  if (error) throw new Error('The registry tool "reg" could not be started', { cause: error });
  if (status !== 0) throw new Error(`reg ${args[0] ?? ''} failed: ${stderr.trim()}`);
}
