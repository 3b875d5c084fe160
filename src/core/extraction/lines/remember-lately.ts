/** So many texts are remembered: the readers that ask about one line after the other do so about the same few lines. */
const REMEMBERED = 64;

/** A function of a text that knows its last answers, so that every reader may ask it anew. The answers are shared and must not be changed. */
export function rememberLately<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= REMEMBERED) known.clear();
    const fresh = answer(text);
    known.set(text, fresh);
    return fresh;
  };
}
