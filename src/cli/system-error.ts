/** The code of an error that the operating system raised ("ENOENT"), null for any other error. */
export function systemCode(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error && 'syscall' in error ? String(error.code) : null;
}
