import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_FOLDER, runScript } from './run-step';

/**
 * Makes the built-in catalogue again (assets/catalogue) with the product's own `reserve catalogue`: names and figures with their places, no sentences.
 * Usage: npm run catalogue -- [FILE...]; without files, the documents beside the project.
 */
const target = join(PROJECT_FOLDER, 'assets', 'catalogue');
const documents = join(PROJECT_FOLDER, '..', 'shared', 'documents');
const given = process.argv.slice(2);
const files = given.length > 0 ? given : existsSync(documents) ? readdirSync(documents).sort().map((name) => join(documents, name)) : [];

if (files.length === 0) {
  console.error(`No documents: name them behind "npm run catalogue --", or put them into ${documents}`);
  process.exitCode = 2;
} else {
  await rm(target, { recursive: true, force: true });
  process.exitCode = runScript('scripts/reserve.mjs', ['catalogue', ...files, '--titles', join(PROJECT_FOLDER, 'scripts', 'catalogue-titles.json'), '--out', target]);
}
