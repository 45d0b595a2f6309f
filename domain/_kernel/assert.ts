/** A broken invariant is our fault: the request dies and nothing is written. */
export class BrokenInvariant extends Error {
  override name = "BrokenInvariant";
}

export function assert(condition: unknown, what: string): asserts condition {
  if (!condition) throw new BrokenInvariant(what);
}

export function assertInteger(value: number, what: string): number {
  assert(Number.isSafeInteger(value), `${what} is not a safe integer: ${value}`);
  return value;
}

export function unreachable(value: never): never {
  throw new BrokenInvariant(`unreachable case: ${JSON.stringify(value)}`);
}
