import type { Principal } from "~/domain/platform/principal.ts";
import { type Client, prefixOf } from "./client.ts";
import { TooMany } from "./errors.ts";

type Bucket = { tokens: number; atMs: number };
const most = 20_000;

/** A token bucket for each caller: steady rate, and a burst of twice as much. */
export class RateLimit {
  #buckets = new Map<string, Bucket>();

  constructor(readonly perSecond: number, readonly nowMs: () => number = () => performance.now()) {}

  take(caller: string): void {
    const nowMs = this.nowMs();
    const burst = this.perSecond * 2;
    const bucket = this.#buckets.get(caller) ?? { tokens: burst, atMs: nowMs };
    bucket.tokens = Math.min(burst, bucket.tokens + (nowMs - bucket.atMs) / 1000 * this.perSecond);
    bucket.atMs = nowMs;
    if (this.#buckets.size >= most) this.#buckets.clear();
    this.#buckets.set(caller, bucket);
    if (bucket.tokens < 1) throw new TooMany(Math.ceil((1 - bucket.tokens) / this.perSecond));
    bucket.tokens -= 1;
  }
}

const pagesPerSecond = 30;
/** For all strangers of one network together: an office that comes to sign in, and no flood. */
const strangersPerSecond = 200;

/**
 * What each caller may ask for, taken before anything can be refused: a known one by who they are, a
 * stranger by the network they come from, each in buckets of their own.
 */
export class Shares {
  #pages: RateLimit;
  #api: RateLimit;
  #strangers: RateLimit;

  constructor(apiPerSecond: number, nowMs?: () => number) {
    this.#pages = new RateLimit(pagesPerSecond, nowMs);
    this.#api = new RateLimit(apiPerSecond, nowMs);
    this.#strangers = new RateLimit(strangersPerSecond, nowMs);
  }

  take(
    { visitor, client }: { visitor: Principal | null; client: Client },
    { isApi }: { isApi: boolean },
  ): void {
    if (!visitor) this.#strangers.take(prefixOf(client.address));
    else (isApi ? this.#api : this.#pages).take(visitor.userId);
  }
}
