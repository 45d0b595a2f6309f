import type { Engine } from "~/db/_engine/engine.ts";
import type { Seams } from "~/db/_engine/seams.ts";
import { sha256 } from "~/db/_engine/digest.ts";
import {
  type KnownSession,
  loadSessionPrincipal,
  loadTokenPrincipal,
  touchSession,
} from "~/db/platform/principals.ts";
import { plusMs } from "~/domain/_kernel/period.ts";
import { Secret } from "~/domain/_kernel/secret.ts";
import type { Principal } from "~/domain/platform/principal.ts";
import { sessionEnd } from "~/domain/platform/session.ts";

export const sessionCookie = "__Host-session";
const most = 10_000;
/** Relations begin and end by the calendar, and sessions are seen, at this grain. */
const freshMs = 60_000;

type Known = KnownSession & { loadedAt: string };

/**
 * Who a cookie or token belongs to. What was looked up is remembered for a minute or until the next
 * commit that could change it: all writing goes through this process, so a revoked session ends at once.
 */
export class Principals {
  #known = new Map<string, Known>();

  constructor(readonly engine: Engine) {
    engine.onCommit((events) => {
      if (events.some(({ type }) => concernsRights(type))) this.#known.clear();
    });
  }

  bySession(token: string): Principal | null {
    return this.#find(`s ${token}`, () => loadSessionPrincipal(this.#reader(), sha256(token)));
  }

  byToken(token: string): Principal | null {
    return this.#find(`t ${token}`, () => loadTokenPrincipal(this.#reader(), sha256(token)));
  }

  #reader() {
    return this.engine.asSystem("who asks is not known yet");
  }

  #find(key: string, load: () => KnownSession | null): Principal | null {
    const now = this.engine.seams.now();
    let known = this.#known.get(key);
    if (!known || plusMs(known.loadedAt, freshMs) <= now) {
      const loaded = load();
      this.#known.delete(key);
      if (!loaded) return null;
      known = { ...loaded, ...latest(loaded, known), loadedAt: now };
      if (this.#known.size >= most) this.#known.clear();
      this.#known.set(key, known);
    }
    if (known.expiresAt <= now) return null;
    this.#touch(known, now);
    return known.principal;
  }

  /** Kept at one-minute grain, so that reading a page is not a write. */
  #touch(known: Known, now: string): void {
    const { credential, dealerId } = known.principal;
    if (credential.kind !== "session" || plusMs(known.seenAt, freshMs) > now) return;
    known.seenAt = now;
    known.expiresAt = sessionEnd({ ...known, isDealer: dealerId !== null });
    this.engine.writer.write((tx) => touchSession(tx, credential.id, known)).catch(() => {});
  }
}

/** What was seen a moment ago may still wait to be written. */
function latest(loaded: KnownSession, known: Known | undefined) {
  const { seenAt, expiresAt } = known && known.seenAt > loaded.seenAt ? known : loaded;
  return { seenAt, expiresAt };
}

const concerning = /^(User|Session|Token|Partner|Relation|Organisation)/;

function concernsRights(type: string): boolean {
  return concerning.test(type);
}

export function readCookie(request: Request, name: string): string | null {
  for (const part of (request.headers.get("cookie") ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

export function sessionCookieOf(token: string, maxAgeSeconds: number): string {
  return `${sessionCookie}=${token}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}`;
}

export function bearerOf(request: Request): string | null {
  const header = request.headers.get("authorization");
  const match = header ? /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(header) : null;
  return match?.[1] ?? null;
}

/** 256 bits of chance: what only the holder has, and what the database keeps of it. */
export function newToken({ chance }: Pick<Seams, "chance">): { token: string; hash: Secret } {
  const token = chance(32).toBase64({ alphabet: "base64url", omitPadding: true });
  return { token, hash: new Secret(sha256(token)) };
}
