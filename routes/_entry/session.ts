import type { Engine } from "~/db/_engine/engine.ts";
import { sha256 } from "~/db/_engine/digest.ts";
import {
  loadSessionPrincipal,
  loadTokenPrincipal,
  touchSession,
} from "~/db/platform/principals.ts";
import { plusMs } from "~/domain/_kernel/period.ts";
import type { Principal } from "~/domain/platform/principal.ts";

export const sessionCookie = "__Host-session";
const seenEveryMs = 5 * 60_000;
const most = 10_000;

type Known = { principal: Principal; expiresAt: string; seenAt: string };

/**
 * Who a cookie or token belongs to. What was looked up is remembered until the next commit that
 * could change it: all writing goes through this process, so a revoked session ends at once.
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

  #find(key: string, load: () => Known | null): Principal | null {
    const known = this.#known.get(key) ?? load();
    const now = this.engine.seams.now();
    if (!known || known.expiresAt <= now) return null;
    if (this.#known.size >= most) this.#known.clear();
    this.#known.set(key, known);
    this.#touch(known, now);
    return known.principal;
  }

  /** Kept at five-minute grain, so that reading a page is not a write. */
  #touch(known: Known, now: string): void {
    const { credential } = known.principal;
    if (credential.kind !== "session" || plusMs(known.seenAt, seenEveryMs) > now) return;
    known.seenAt = now;
    this.engine.writer.write((tx) => touchSession(tx, credential.id, now)).catch(() => {});
  }
}

const concerning = /^(User|Session|Token|Partner|Relation)/;

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
