#!/usr/bin/env node
// @ts-check
import { oldNode } from './node-version.mjs';

/** The command line: loads the built program into this very process, building it at the first call where `npm ci` has not. */
const refusal = oldNode(process.versions.node);
if (refusal === null) run().catch((error) => fail(`the command line cannot be built: ${String(error instanceof Error ? error.message : error).split('\n')[0]}`));
else fail(refusal);

async function run() {
  const { builtCommand } = await import('./command-build.mjs');
  await import(await builtCommand(tell));
}

/** @param {string} line */
function tell(line) {
  process.stderr.write(`reserve: ${line}\n`);
}

/** @param {string} line */
function fail(line) {
  tell(line);
  process.exitCode = 2;
}
