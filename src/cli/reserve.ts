import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import { registerNodePdfEngine } from '../readers/pdf/node-engine';
import { type Terminal } from './command';
import { runCommand } from './run-command';

/** Where the command was typed: npm runs scripts in the package's folder, wherever it was started from. */
const folder = (process.env['npm_lifecycle_event'] === 'reserve' ? process.env['INIT_CWD'] : undefined) ?? process.cwd();

const terminal: Terminal = {
  readFile: (path) => readFile(resolve(folder, path)),
  readStandardInput: async () => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
    return Buffer.concat(chunks);
  },
  writeFile: async (path, bytes) => {
    const file = resolve(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  },
  writeOutput: (text) => {
    process.stdout.write(text);
  },
  writeError: (line) => {
    process.stderr.write(`${line}\n`);
  },
};

// Whoever reads the output may have had enough of it (`| head -1`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

registerNodePdfEngine(inflateSync);
try {
  process.exitCode = await runCommand(process.argv.slice(2), process.env, terminal);
} catch (error) {
  terminal.writeError(`reserve: ${error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error)}`);
  process.exitCode = 2;
}
