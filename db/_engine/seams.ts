import { encodeId } from "~/domain/_kernel/id.ts";
import type { Instant } from "~/domain/_kernel/period.ts";

/** Everything the house takes from the world, so that a proof can put its own in place. */
export type Seams = {
  now: () => Instant;
  newId: () => string;
  /** So many bytes that nobody can guess, for what only its holder may know. */
  chance: Chance;
};

export type Chance = (bytes: number) => Uint8Array<ArrayBuffer>;

export const realChance: Chance = (bytes) => crypto.getRandomValues(new Uint8Array(bytes));

const poolBytes = 10 * 256;

/** Chance is drawn in bulk: an order needs several ids and a system call each would cost more than the id. */
function chanceSource(): () => Uint8Array {
  const pool = new Uint8Array(poolBytes);
  let used = poolBytes;
  return () => {
    if (used === poolBytes) {
      crypto.getRandomValues(pool);
      used = 0;
    }
    used += 10;
    return pool.subarray(used - 10, used);
  };
}

export function realSeams(): Seams {
  const idChance = chanceSource();
  return {
    now: () => new Date().toISOString(),
    newId: () => encodeId(Date.now(), idChance()),
    chance: realChance,
  };
}
