import type { Fate } from "~/db/_engine/relaying.ts";
import { hourMs, type Instant, plusMs } from "~/domain/_kernel/period.ts";

export const triesBeforeParking = 8;
const firstDelayMs = 1000;
const growth = 4;

/** 1 s, 4 s, 16 s … up to an hour: an outage of more than an hour passes without anybody's hand. */
export function fateAfterFailure(attemptsBefore: number, now: Instant): Fate {
  const attempts = attemptsBefore + 1;
  if (attempts >= triesBeforeParking) return { state: "parked", attempts, next_at: null };
  const delayMs = Math.min(firstDelayMs * growth ** attemptsBefore, hourMs);
  return { state: "pending", attempts, next_at: plusMs(now, delayMs) };
}
