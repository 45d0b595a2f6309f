import { hourMs, type Instant, plusMs } from "~/domain/_kernel/period.ts";

export type Failures = { failures: number; firstAt: Instant; blockedUntil: Instant };

/** So many attempts are free; after them each one costs twice the wait of the one before. */
export type ThrottleRule = { free: number; mostWaitMs: number; forgetMs: number };

export const throttleRules = {
  login: { free: 5, mostWaitMs: 15 * 60_000, forgetMs: 24 * hourMs },
  address: { free: 30, mostWaitMs: 5 * 60_000, forgetMs: hourMs },
  // Everybody pays for a flood, so the wait stays short: it only caps how fast all of them guess.
  global: { free: 300, mostWaitMs: 2_000, forgetMs: hourMs / 6 },
} as const satisfies Record<string, ThrottleRule>;

const firstWaitMs = 1000;

/** How long this key has to wait now; 0: it may try. */
export function waitMs(known: Failures | null, at: Instant): number {
  if (!known || known.blockedUntil <= at) return 0;
  return Date.parse(known.blockedUntil) - Date.parse(at);
}

/**
 * One more attempt, counted before its password is compared, so that a hundred at once do not slip
 * through together; a good one is taken back.
 */
export function countAttempt(known: Failures | null, rule: ThrottleRule, at: Instant): Failures {
  const isForgotten = known === null || plusMs(known.firstAt, rule.forgetMs) <= at;
  const failures = isForgotten ? 1 : known.failures + 1;
  const beyond = failures - rule.free;
  const wait = beyond < 0 ? 0 : Math.min(rule.mostWaitMs, firstWaitMs * 2 ** Math.min(beyond, 30));
  return {
    failures,
    firstAt: isForgotten ? at : known.firstAt,
    blockedUntil: plusMs(at, wait),
  };
}
