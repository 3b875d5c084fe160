import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { extractAgreement } from '../../src/core/extraction/extract-agreement';
import { readDocument } from '../../src/readers/read-document';
import { createRandom } from './document-generator';
import { processorTime } from './processor-time';

/** A document that was damaged in a way that its seed repeats. */
export interface FuzzInput {
  readonly seed: number;
  readonly name: string;
  readonly damage: string;
  readonly bytes: Uint8Array;
}

/** What came of a damaged document. Shape: `outcome` is 'read', a failure's code, or 'thrown' with the error. */
export interface FuzzOutcome {
  readonly outcome: string;
  readonly error: Error | null;
  readonly milliseconds: number;
}

const FOLDER = join(import.meta.dirname, '../cases/files');
const originals = new Map<string, Uint8Array>();

/** The damaged document of a seed: one of our own documents with flipped, missing, doubled or foreign bytes, or bytes at random. */
export function fuzzInput(seed: number): FuzzInput {
  const random = createRandom(seed);
  const names = documentNames();
  const name = names[Math.floor(random() * names.length)] ?? '';
  const original = originalOf(name);
  const [damage, spoil] = DAMAGES[Math.floor(random() * DAMAGES.length)] ?? DAMAGES[0]!;
  return { seed, name, damage, bytes: spoil(original, random) };
}

/** Reads a damaged document and extracts what it holds. Never throws: what is thrown is the outcome. */
export async function runFuzz(input: FuzzInput, acceptPartly = input.seed % 2 === 0): Promise<FuzzOutcome> {
  let outcome = 'read';
  let error: Error | null = null;
  const milliseconds = await processorTime(async () => {
    try {
      const result = await readDocument({ name: input.name, bytes: input.bytes }, { acceptPartly });
      if (result.ok) extractAgreement(result.value);
      else outcome = result.failure.code;
    } catch (thrown) {
      outcome = 'thrown';
      error = thrown instanceof Error ? thrown : new Error(String(thrown));
    }
  });
  return { outcome, error, milliseconds };
}

type Damage = readonly [name: string, spoil: (bytes: Uint8Array, random: () => number) => Uint8Array];

const DAMAGES: readonly [Damage, ...Damage[]] = [
  ['flipped bits', (bytes, random) => change(bytes, random, 1 + Math.floor(random() * 8), (byte) => byte ^ (1 << Math.floor(random() * 8)))],
  ['foreign bytes', (bytes, random) => change(bytes, random, 1 + Math.floor(random() * 40), () => Math.floor(random() * 256))],
  ['cut short', (bytes, random) => bytes.slice(0, Math.floor(random() * bytes.length))],
  ['beginning missing', (bytes, random) => bytes.slice(Math.floor(random() * Math.min(bytes.length, 2000)))],
  ['piece missing', (bytes, random) => splice(bytes, random, false)],
  ['piece doubled', (bytes, random) => splice(bytes, random, true)],
  ['figures changed', changeFigures],
  ['bytes at random', (_, random) => Uint8Array.from({ length: Math.floor(random() * 2000) }, () => Math.floor(random() * 256))],
];

function documentNames(): string[] {
  return readdirSync(FOLDER).sort();
}

function originalOf(name: string): Uint8Array {
  const known = originals.get(name) ?? new Uint8Array(readFileSync(join(FOLDER, name)));
  originals.set(name, known);
  return known;
}

function change(bytes: Uint8Array, random: () => number, count: number, to: (byte: number) => number): Uint8Array {
  const changed = bytes.slice();
  for (let index = 0; index < count; index += 1) {
    const at = Math.floor(random() * changed.length);
    changed[at] = to(changed[at] ?? 0);
  }
  return changed;
}

function splice(bytes: Uint8Array, random: () => number, isDoubled: boolean): Uint8Array {
  const from = Math.floor(random() * bytes.length);
  const to = Math.min(bytes.length, from + Math.floor(random() * 500));
  return Uint8Array.from([...bytes.subarray(0, isDoubled ? to : from), ...bytes.subarray(isDoubled ? from : to)]);
}

/** Lengths, offsets and counts are written in figures in every format; a few of them become others. */
function changeFigures(bytes: Uint8Array, random: () => number): Uint8Array {
  const changed = bytes.slice();
  for (let index = 0; index < changed.length; index += 1) {
    const byte = changed[index] ?? 0;
    if (byte >= 0x30 && byte <= 0x39 && random() < 0.002) changed[index] = 0x30 + Math.floor(random() * 10);
  }
  return changed;
}
