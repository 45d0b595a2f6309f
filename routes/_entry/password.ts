import { Buffer } from "node:buffer";
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { TemporarilyUnavailable } from "~/db/_engine/writer.ts";

/** What one hash costs: `logN` 15, r 8, p 3 take 32 MiB and about a tenth of a second. */
export type Cost = { logN: number; r: number; p: number };
export const todaysCost: Cost = { logN: 15, r: 8, p: 3 };

const atOnce = 2;
const mayWait = 20;
const keyBytes = 32;
const saltBytes = 16;

/** Hashes with scrypt (RFC 7914), off the main thread, two at a time so that memory stays bounded. */
export class Passwords {
  #running = 0;
  #waiting: (() => void)[] = [];
  #stand: string;

  constructor(readonly cost: Cost = todaysCost) {
    // Nobody's password: compared with where there is no user, so that both answers take as long.
    this.#stand = format(cost, randomBytes(saltBytes), randomBytes(keyBytes));
  }

  /** The hash to store, with its cost and salt, in the PHC form `$scrypt$ln=15,r=8,p=3$salt$key`. */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(saltBytes);
    return format(this.cost, salt, await this.#derive(password, salt, this.cost));
  }

  /** Whether the password made this hash. Without a usable one it takes its time and says no. */
  async verify(password: string, stored: string | null): Promise<boolean> {
    const known = parse(stored);
    const { cost, salt, key } = known ?? parse(this.#stand)!;
    const derived = await this.#derive(password, salt, cost);
    return timingSafeEqual(derived, key) && known !== null;
  }

  /** Made with another cost than today's: to be hashed anew at the next sign-in. */
  isOutdated(stored: string): boolean {
    const known = parse(stored);
    return known !== null && JSON.stringify(known.cost) !== JSON.stringify(this.cost);
  }

  async #derive(password: string, salt: Buffer, { logN, r, p }: Cost): Promise<Buffer> {
    await this.#enter();
    try {
      const N = 2 ** logN;
      const options = { N, r, p, maxmem: 128 * N * r + 128 * r * p + 1024 * 1024 };
      return await new Promise<Buffer>((done, failed) =>
        scrypt(
          password.normalize("NFKC"),
          salt,
          keyBytes,
          options,
          (error, key) => error ? failed(error) : done(key),
        )
      );
    } finally {
      this.#leave();
    }
  }

  #enter(): Promise<void> | void {
    if (this.#running < atOnce) {
      this.#running += 1;
      return;
    }
    if (this.#waiting.length >= mayWait) {
      throw new TemporarilyUnavailable("too many passwords are being checked");
    }
    return new Promise((go) => this.#waiting.push(go));
  }

  /** The place goes to whoever waits longest, without being free in between. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#running -= 1;
  }
}

function format({ logN, r, p }: Cost, salt: Buffer, key: Buffer): string {
  return `$scrypt$ln=${logN},r=${r},p=${p}$${salt.toString("base64url")}$${
    key.toString("base64url")
  }`;
}

const shape = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]{22})\$([\w-]{43})$/;

function parse(stored: string | null): { cost: Cost; salt: Buffer; key: Buffer } | null {
  const [, logN, r, p, salt, key] = (stored && shape.exec(stored)) || [];
  if (!logN || !salt || !key) return null;
  return {
    cost: { logN: Number(logN), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, "base64url"),
    key: Buffer.from(key, "base64url"),
  };
}
