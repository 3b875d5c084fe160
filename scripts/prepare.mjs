// @ts-check
import { oldNode } from './node-version.mjs';

/** Builds at the end of `npm ci` what the first call would build. Whatever is in its way is the first call's to tell. */
if (oldNode(process.versions.node) === null) {
  try {
    const { builtCommand } = await import('./command-build.mjs');
    await builtCommand(() => undefined);
  } catch {
    // Without its development dependencies the project is installed for its sources alone.
  }
}
