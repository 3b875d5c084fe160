import { rename, rm, writeFile } from 'node:fs/promises';

/** Writes a file that is there whole or not at all: what stood there before stays until all of the new one is on the disk. Errors: the system's own. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  try {
    await writeFile(part, content);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
