import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Agreement } from '../../src/core/budget/agreement';
import { extractAgreement } from '../../src/core/extraction/extract-agreement';
import { readText } from '../../src/readers/text';

/** Public documents that are kept beside the repository, not in it. */
const SHARED = resolve(__dirname, '../../../shared');

/** Whether the public documents are at hand. */
export const hasSharedDocuments = existsSync(join(SHARED, 'documents'));

/** `describe` where the public documents are at hand, a visible skip elsewhere. */
export const describeWithShared = hasSharedDocuments ? describe : describe.skip;

/** The agreement in the public document whose name starts with a number. */
export async function readSharedAgreement(number: string): Promise<Agreement> {
  const folder = join(SHARED, 'documents');
  const name = readdirSync(folder).find((file) => file.startsWith(number));
  if (name === undefined) throw new Error(`No document ${number}`);
  const document = await readText(name, new Uint8Array(readFileSync(join(folder, name))));
  if (!document.ok) throw new Error(document.failure.code);
  return extractAgreement(document.value);
}

/** The checked expectations for some of a document. */
export function readSharedExample(number: string): unknown {
  return JSON.parse(readFileSync(join(SHARED, 'examples', `${number}-some.json`), 'utf8'));
}
