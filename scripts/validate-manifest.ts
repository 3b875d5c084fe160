import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CHECKS, checkManifest } from './manifest/checks';
import { parseManifest } from './manifest/element';
import { readProjectContext } from './manifest/project-context';
import { PROJECT_FOLDER } from './run-step';

/** Checks manifest.xml (or the manifest named on the command line) without the network. */
const path = process.argv[2] ?? join(PROJECT_FOLDER, 'manifest.xml');
const problems = checkManifest(parseManifest(await readFile(path, 'utf8')), await readProjectContext());

for (const { check, line, message } of problems) console.error(`${path}${line > 0 ? `:${line}` : ''}: ${check}: ${message}`);
if (problems.length === 0) console.log(`${path}: in order (${Object.keys(CHECKS).join(', ')})`);
process.exitCode = problems.length === 0 ? 0 : 1;
