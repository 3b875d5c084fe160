/** One case of the conformance suite: a name, an agreement or a grid as text, and the expected checks, one a line. */
export interface ConformanceCase {
  readonly name: string;
  readonly input: string;
  readonly checks: readonly string[];
}

/**
 * The cases of a file: each starts with "=== name", its expectation with "---".
 * Lines before the first case are the file's introduction.
 */
export function parseCases(text: string): ConformanceCase[] {
  const [, ...blocks] = text.split(/^=== /m);
  return blocks.map((block) => {
    const end = block.indexOf('\n');
    const [input = '', expected] = block.slice(end + 1).split(/^---$/m);
    const name = block.slice(0, end).trim();
    if (expected === undefined) throw new Error(`Case "${name}" has no expectation`);
    return { name, input, checks: expected.split('\n').map((line) => line.trim()).filter((line) => line !== '') };
  });
}
