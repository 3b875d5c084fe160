import { type CommandCall, type MadeFile, type Terminal } from './command';
import { systemCode } from './system-error';

/** Writes files in order; false when the system refuses one, which is told. */
export async function writeFiles(files: readonly MadeFile[], call: CommandCall, terminal: Terminal): Promise<boolean> {
  for (const { path, bytes } of files) {
    try {
      await terminal.writeFile(path, bytes);
    } catch (error) {
      const code = systemCode(error);
      if (code === null) throw error;
      terminal.writeError(`reserve: ${{ da: `${path} kan ikke skrives (${code})`, en: `${path} cannot be written (${code})` }[call.language]}`);
      return false;
    }
  }
  return true;
}
