import { TooMany } from "./errors.ts";

type Bucket = { tokens: number; atMs: number };
const most = 20_000;

/** A token bucket for each principal: steady rate, and a burst of twice as much. */
export class RateLimit {
  #buckets = new Map<string, Bucket>();

  constructor(readonly perSecond: number, readonly nowMs: () => number = () => performance.now()) {}

  take(principal: string): void {
    const nowMs = this.nowMs();
    const burst = this.perSecond * 2;
    const bucket = this.#buckets.get(principal) ?? { tokens: burst, atMs: nowMs };
    bucket.tokens = Math.min(burst, bucket.tokens + (nowMs - bucket.atMs) / 1000 * this.perSecond);
    bucket.atMs = nowMs;
    if (this.#buckets.size >= most) this.#buckets.clear();
    this.#buckets.set(principal, bucket);
    if (bucket.tokens < 1) throw new TooMany(Math.ceil((1 - bucket.tokens) / this.perSecond));
    bucket.tokens -= 1;
  }
}
