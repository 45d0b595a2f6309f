import type { Author } from "~/db/_engine/transact.ts";
import type { Instant } from "~/domain/_kernel/period.ts";
import { systemUser } from "~/domain/platform/system_user.ts";
import type { Past } from "./past.ts";
import type { Planter } from "./planter.ts";

export type Deed = (planter: Planter) => Promise<unknown>;
type Step = { at: Instant; author: Author; deed: Deed };

const stepsAtOnce = 256;

/**
 * Deeds of many people in the order of time. They are handed to the writer in that order and share
 * commits; a deed finds what it needs inside its own unit, so none has to wait for the one before.
 */
export class Timeline {
  #steps: Step[] = [];

  add(at: Instant, deed: Deed, author: Author = systemUser): void {
    this.#steps.push({ at, author, deed });
  }

  /** Does all that happens up to `until`; what would come later is left undone. */
  async play(past: Past, until: Instant, told?: (month: string) => void): Promise<void> {
    const due = this.#steps.filter(({ at }) => at <= until)
      .sort((one, other) => one.at < other.at ? -1 : one.at > other.at ? 1 : 0);
    let month = "";
    for (let first = 0; first < due.length; first += stepsAtOnce) {
      const together = due.slice(first, first + stepsAtOnce);
      const fates = await Promise.allSettled(
        together.map(({ at, author, deed }) => deed(past.at(at, author))),
      );
      // The first to fail is the reason why the later ones found things missing.
      const failed = fates.find(({ status }) => status === "rejected");
      if (failed?.status === "rejected") throw failed.reason;
      const reached = together.at(-1)!.at.slice(0, 7);
      if (reached !== month) told?.(month = reached);
    }
  }
}
