// @ts-check
import { oldNode } from './node-version.mjs';

/** Builds at the end of `npm ci` what the first call and the first start would build. Whatever is in its way is the first call's to tell. */
if (oldNode(process.versions.node) === null) {
  try {
    const [{ builtCommand }, { builtWorkbench }] = await Promise.all([import('./command-build.mjs'), import('./workbench-build.mjs')]);
    await builtCommand(() => undefined);
    await builtWorkbench({ warn: () => undefined });
  } catch {
    // Without its development dependencies the project is installed for its sources alone.
  }
}
