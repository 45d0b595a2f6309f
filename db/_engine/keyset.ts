/** Newest first from after a key on, or the page that ends before a key. Keys are compared as text. */
export type KeysetPage = { after?: string; before?: string; limit: number };

/** An open range of keys: a list that is limited to some days limits its keys. */
export type KeyRange = { low: string; high: string };
export const everyKey: KeyRange = { low: "", high: "~" };

export type Step = KeyRange & { newestFirst: boolean; limit: number };

/** One range of an index: at most `limit` keys between `low` and `high`, in the order asked for. */
export type Branch = (step: Step) => readonly string[];

export type Keyset = {
  /** Newest first, whichever way the page was reached. */
  keys: string[];
  /** The key to page on from, where there is more. */
  newer: string | null;
  older: string | null;
};

/**
 * One page of a list whose filter has several values (regions, dealers below): each value is one
 * limited range of an index and the ranges are merged by key. Nothing is sorted or scanned, so the
 * page costs the same however long the list is.
 */
export function keysetPage(
  branches: readonly Branch[],
  { after, before, limit }: KeysetPage,
  range: KeyRange = everyKey,
): Keyset {
  const newestFirst = before === undefined;
  const found = nearest(branches, {
    ...narrowed(range, { after, before }),
    newestFirst,
    limit: limit + 1,
  });
  const keys = found.slice(0, limit);
  if (!newestFirst) keys.reverse();
  const isMore = found.length > limit;
  const [first = null, last = null] = [keys[0], keys.at(-1)];
  return {
    keys,
    newer: newestFirst ? after === undefined ? null : first : isMore ? first : null,
    older: newestFirst ? isMore ? last : null : last,
  };
}

function narrowed({ low, high }: KeyRange, { after, before }: Omit<KeysetPage, "limit">): KeyRange {
  return {
    low: before !== undefined && before > low ? before : low,
    high: before === undefined && after !== undefined && after < high ? after : high,
  };
}

/** Once the page is full, a branch is only asked for keys nearer than the farthest on it. */
function nearest(branches: readonly Branch[], asked: Step): string[] {
  const step = { ...asked };
  let found: string[] = [];
  for (const branch of branches) {
    found = merged(found, branch(step), step);
    if (found.length < step.limit) continue;
    if (step.newestFirst) step.low = found.at(-1)!;
    else step.high = found.at(-1)!;
  }
  return found;
}

/** Two sorted runs as one, up to the limit; a key that both hold is taken once. */
function merged(
  one: readonly string[],
  other: readonly string[],
  { newestFirst, limit }: Step,
): string[] {
  const keys: string[] = [];
  let [i, j] = [0, 0];
  while (keys.length < limit && (i < one.length || j < other.length)) {
    const [a, b] = [one[i], other[j]];
    const takesOne = b === undefined || (a !== undefined && (newestFirst ? a >= b : a <= b));
    keys.push(takesOne ? a! : b);
    if (a === b) j++;
    if (takesOne) i++;
    else j++;
  }
  return keys;
}
