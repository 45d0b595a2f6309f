import type { ImportKind } from "./kind.ts";

/** Everything that can be imported, in the order in which a new house needs it: one line a kind. */
export const importKinds: readonly ImportKind[] = [];

export function findKind(name: string): ImportKind | undefined {
  return importKinds.find((kind) => kind.name === name);
}
