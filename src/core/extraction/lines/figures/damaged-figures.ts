/** A stretch of a text. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A word of digits, marks and the letters that are read for digits: "1O,5", "l,2", "5OO.000". */
const DAMAGED_WORD = /^[-–−+(]?(?=[\dOoIlS.,]*[OoIlS])(?=[OoIlS.,]*\d)[\dOoIlS]+(?:[.,][\dOoIlS]+)*[)*]{0,3}[.,;:]?$/;
const MAX_LENGTH = 20;
const BLANK = /\s/;

/** The word around a number when letters stand in the place of some of its digits, as where a scan was read; null for any other. "S10" and "2l" are names and measures. */
export function damagedFigureAt(text: string, start: number, end: number): TextSpan | null {
  if (!isLookalikeBeside(text, start, -1) && !isLookalikeBeside(text, end - 1, 1)) return null;
  let [from, to] = [start, end];
  while (from > 0 && start - from < MAX_LENGTH && !BLANK.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && to - end < MAX_LENGTH && !BLANK.test(text.charAt(to))) to += 1;
  const word = text.slice(from, to);
  const isFigure = DAMAGED_WORD.test(word) && (/[\dOoIlS][.,][\dOoIlS]/.test(word) || /^\d+[Oo]/.test(word));
  return isFigure ? { start: from, end: to } : null;
}

/** Whether a letter that is read for a digit stands beside a place, at once or behind a mark. */
function isLookalikeBeside(text: string, at: number, step: 1 | -1): boolean {
  const beside = text.charCodeAt(at + step);
  return isLookalike(beside) || ((beside === COMMA || beside === FULL_STOP) && isLookalike(text.charCodeAt(at + 2 * step)));
}

const COMMA = 44;
const FULL_STOP = 46;
const LOOKALIKES = [...'OoIlS'].map((letter) => letter.charCodeAt(0));

function isLookalike(code: number): boolean {
  return code > COMMA && LOOKALIKES.includes(code);
}
