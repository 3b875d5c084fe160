const KEY = 'reserve.signer';

/** Who decides on this machine; null where nobody has said, or the browser keeps nothing. */
export function rememberedSigner(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Remembers who decides; null forgets it. Answers whether the browser kept it: storage can be blocked in a frame. */
export function rememberSigner(name: string | null): boolean {
  try {
    if (name === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, name);
    return true;
  } catch {
    return false;
  }
}
