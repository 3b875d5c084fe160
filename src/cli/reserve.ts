import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { registerNodePdfEngine } from '../readers/pdf/node-engine';
import { type Terminal } from './command';
import { runCommand } from './run-command';

const terminal: Terminal = {
  readFile: (path) => readFile(path),
  readStandardInput: async () => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
    return Buffer.concat(chunks);
  },
  writeFile: async (path, bytes) => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  },
  writeOutput: (text) => {
    process.stdout.write(text);
  },
  writeError: (line) => {
    process.stderr.write(`${line}\n`);
  },
};

registerNodePdfEngine();
process.exitCode = await runCommand(process.argv.slice(2), process.env, terminal);
