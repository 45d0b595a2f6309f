/** The codes from a record up to the root of its tree, itself first; stops where a loop would begin. */
export function upwards(parentOf: (code: string) => string | null, code: string | null): string[] {
  const codes: string[] = [];
  for (let next = code; next !== null && !codes.includes(next);) {
    codes.push(next);
    next = parentOf(next);
  }
  return codes;
}

type Member = { id: string; record: { code: string; parentCode: string | null } };

/** The ids of a code and of all below it, whatever their number of levels. */
export function idsBelow(all: readonly Member[], root: string): string[] {
  const codes = new Set([root]);
  const under = Map.groupBy(all, ({ record }) => record.parentCode);
  for (const code of codes) under.get(code)?.forEach(({ record }) => codes.add(record.code));
  return all.filter(({ record }) => codes.has(record.code)).map(({ id }) => id);
}
