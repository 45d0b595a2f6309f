/** The codes from a record up to the root of its tree, itself first; stops where a loop would begin. */
export function upwards(parentOf: (code: string) => string | null, code: string | null): string[] {
  const codes: string[] = [];
  for (let next = code; next !== null && !codes.includes(next);) {
    codes.push(next);
    next = parentOf(next);
  }
  return codes;
}
