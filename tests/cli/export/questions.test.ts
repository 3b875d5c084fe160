import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registerPdfEngine } from '../../support/pdf-engine';
import { temporaryFolder } from '../../support/temporary-folder';
import { runReserve } from './archive';

const ROOT = join(__dirname, '../../..');
const PAGE = readFileSync(join(ROOT, 'docs/archive.md'), 'utf8');

/** A question of the page with the answer that it prints: the rows of its table, the heads first. */
interface Question {
  readonly title: string;
  readonly sql: string;
  readonly answer: readonly (readonly string[])[];
}

function questionsOf(page: string): Question[] {
  return [...page.matchAll(/^### (.*)\n\n```sql\n([^`]*)```\n\n((?:\|.*\n)+)/gm)].map(([, title = '', sql = '', table = '']) => {
    const rows = table.trim().split('\n').map((line) => line.slice(1, -1).split('|').map((cell) => cell.trim()));
    return { title, sql, answer: rows.filter((_, index) => index !== 1) };
  });
}

const folder = temporaryFolder('questions');
const QUESTIONS = questionsOf(PAGE);

beforeAll(async () => {
  registerPdfEngine();
  const command = /^npm run --silent reserve -- export (.*) --out archive$/m.exec(PAGE)?.[1] ?? '';
  const { exitCode } = await runReserve(['export', ...command.split(' ').map((file) => join(ROOT, file)), '--out', join(folder, 'archive')]);
  expect(exitCode).toBe(0);
});

test('the page asks questions', () => {
  expect(QUESTIONS.length).toBeGreaterThan(4);
});

test.each(QUESTIONS.map((question) => [question.title, question] as const))('%s', async (_, { sql, answer }) => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const reader = await connection.runAndReadAll(sql.replaceAll("'archive/", `'${folder.replaceAll('\\', '/')}/archive/`));
  const rows = reader.getRowsJson().map((row) => row.map((value) => (value === null ? '' : String(value))));
  expect([reader.columnNames(), ...rows]).toEqual(answer);
});
