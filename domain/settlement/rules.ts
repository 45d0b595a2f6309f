import { assert } from "../_kernel/assert.ts";
import { sumMinor } from "../_kernel/money.ts";
import type { JournalId } from "../_kernel/id.ts";
import { type NextNumber, numberOf } from "../_kernel/number.ts";
import type { JournalPosted, Posting } from "./events.ts";

/** A journal of the postings that are not zero; null where nothing is left to post. */
export function postJournal(
  journal: Omit<JournalPosted, "type" | "journalId" | "number" | "takes"> & {
    takes: NextNumber;
    newId: () => string;
  },
): JournalPosted | null {
  const { newId, takes, ...rest } = journal;
  const postings = rest.postings.filter(({ amountMinor }) => amountMinor !== 0);
  assert(
    sumMinor(postings.map((posting: Posting) => posting.amountMinor)) === 0,
    "a journal must balance",
  );
  if (postings.length === 0) return null;
  return {
    type: "JournalPosted",
    ...rest,
    postings,
    journalId: newId() as JournalId,
    takes,
    number: numberOf(takes),
  };
}
