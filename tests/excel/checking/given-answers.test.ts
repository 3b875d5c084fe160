import { GivenAnswers } from '../../../src/excel/checking/given-answers';

/** What a check does with what it finds. Shape: figures and marks by name; `writes` where it would write unless it is left. */
type Found = readonly [figures: string, own: string, writes: boolean];

/** Lets checks find one thing after the other; tells which of them were left as they are. */
function left(answers: GivenAnswers, ...found: readonly Found[]): boolean[] {
  return found.map(([figures, own, writes]) => {
    const isLeft = answers.isLeft({ figures, own });
    answers.note({ figures, own }, writes && !isLeft);
    return isLeft;
  });
}

const CLEAN: Found = ['1,3', 'clean', false];
const WRONG: Found = ['1,8', 'clean', true];
const FLAGGED: Found = ['1,8', 'flagged', false];
const CORRECTED: Found = ['1,3', 'flagged', true];
const SECOND: Found = ['1,8 and 9', 'flagged', true];

describe('answers that were given', () => {
  it('are given again where the same wrong figure is typed again after it was corrected, whether or not a check came between', () => {
    expect(left(new GivenAnswers(), CLEAN, WRONG, CORRECTED, WRONG)).toEqual([false, false, false, false]);
    expect(left(new GivenAnswers(), CLEAN, WRONG, CORRECTED, CLEAN, WRONG)).toEqual([false, false, false, false, false]);
    expect(left(new GivenAnswers(), CLEAN, WRONG, FLAGGED, CORRECTED, CLEAN, WRONG, FLAGGED)).toEqual([false, false, false, false, false, false, false]);
  });

  it('are not given again where they were taken back, at once or several steps back', () => {
    expect(left(new GivenAnswers(), CLEAN, WRONG, WRONG, CLEAN)).toEqual([false, false, true, false]);
    expect(left(new GivenAnswers(), CLEAN, WRONG, SECOND, SECOND, FLAGGED, WRONG, CLEAN)).toEqual([false, false, false, true, false, true, false]);
    expect(left(new GivenAnswers(), CLEAN, WRONG, SECOND, SECOND, WRONG)).toEqual([false, false, false, true, true]);
  });

  it('come with Ctrl+Y where more waits to be done again, by themselves with the last', () => {
    const answers = new GivenAnswers();
    left(answers, CLEAN, WRONG, SECOND, SECOND, FLAGGED, WRONG, CLEAN);
    expect(left(answers, WRONG, FLAGGED, SECOND)).toEqual([true, false, false]);
  });

  it('are given to a new edit, after which nothing waits any more', () => {
    const answers = new GivenAnswers();
    left(answers, CLEAN, WRONG, SECOND, SECOND, FLAGGED, WRONG, CLEAN);
    expect(left(answers, ['7', 'clean', true], ['7', '7 flagged', false], WRONG)).toEqual([false, false, false]);
  });

  it('are remembered for as many steps as Excel takes back', () => {
    const answers = new GivenAnswers();
    const edits = Array.from({ length: 500 }, (_, index): Found => [`edit ${index}`, `after ${index}`, true]);
    expect(left(answers, ...edits)).not.toContain(true);
    expect(left(answers, ['edit 499', 'after 499', true], ['edit 498', 'after 499', false], ['edit 498', 'after 498', true])).toEqual([true, false, true]);
  });
});
