import type { Tx } from "~/db/_engine/tx.ts";
import {
  countAttempt,
  type Failures,
  type ThrottleRule,
  waitMs,
} from "~/domain/platform/sign_in_throttle.ts";

export type ThrottleKey = { key: string; rule: ThrottleRule };

/**
 * Counts an attempt under every key, or answers how long to wait and counts nothing. The counters
 * stand in the database: a restart forgives nobody.
 */
export function takeAttempt(tx: Tx, keys: readonly ThrottleKey[], at: string): Promise<number> {
  const known = keys.map(({ key }) => failuresOf(tx, key));
  const wait = Math.max(...known.map((failures) => waitMs(failures, at)));
  if (wait === 0) {
    keys.forEach(({ key, rule }, i) => store(tx, key, countAttempt(known[i]!, rule, at)));
  }
  return Promise.resolve(wait);
}

/** A good password: the login starts afresh, the others get the one attempt back. */
export function forgiveAttempt(tx: Tx, login: string, shared: readonly string[]): Promise<void> {
  tx.remove("login_throttle", { key: login });
  for (const key of shared) {
    tx.run("update login_throttle set failures = max(failures - 1, 0) where key = ?", [key]);
  }
  return Promise.resolve();
}

function failuresOf(tx: Tx, key: string): Failures | null {
  const [row] = tx.all<{ failures: number; first_at: string; blocked_until: string }>(
    "select failures, first_at, blocked_until from login_throttle where key = ?",
    [key],
  );
  if (!row) return null;
  return { failures: row.failures, firstAt: row.first_at, blockedUntil: row.blocked_until };
}

function store(tx: Tx, key: string, { failures, firstAt, blockedUntil }: Failures): void {
  tx.remove("login_throttle", { key });
  tx.insert("login_throttle", {
    key,
    failures,
    first_at: firstAt,
    blocked_until: blockedUntil,
  });
}
