import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { Writers } from "~/db/writers.ts";
import type { LinkPurpose, SessionEvent, TokenEvent } from "~/domain/platform/events.ts";
import type { Token } from "~/domain/platform/issue_token.ts";
import type { Link } from "~/domain/platform/set_password.ts";
import type { UserId } from "~/domain/_kernel/id.ts";

const linkRow = prepared((reader, p: { hash: string }) =>
  reader.from("one_time_link").select(["user_id", "purpose", "expires_at", "used_at"])
    .where("token_hash", "=", p.hash)
);
const liveSessions = prepared((reader, p: { userId: string; now: string }) =>
  reader.from("session").select(["id", "created_at", "seen_at", "expires_at", "address", "agent"])
    .where("user_id", "=", p.userId).where("expires_at", ">", p.now)
    .orderBy("seen_at", "desc")
);
const liveTokens = prepared((reader, p: { userId: string }) =>
  reader.from("api_token").select(["id", "name", "created_at"])
    .where("user_id", "=", p.userId).where("revoked_at", "is", null)
    .orderBy("created_at", "desc")
);

export function findLink(reader: Reader, hash: string): Link | null {
  const [row] = linkRow(reader, { hash });
  if (!row) return null;
  return {
    userId: row.user_id as UserId,
    purpose: row.purpose as LinkPurpose,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
  };
}

export type SessionRow = {
  id: string;
  createdAt: string;
  seenAt: string;
  address: string;
  agent: string;
};

export function listSessions(reader: Reader, userId: string): SessionRow[] {
  return liveSessions(reader, { userId, now: reader.now }).map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    address: row.address,
    agent: row.agent,
  }));
}

export type TokenRow = Token & { createdAt: string };

export function listTokens(reader: Reader, userId: string): TokenRow[] {
  return liveTokens(reader, { userId }).map(({ id, name, created_at }) => ({
    id,
    name,
    createdAt: created_at,
    revokedAt: null,
  }));
}

export const credentialWriters = {
  SessionStarted(tx, { subject, sessionId, tokenHash, expiresAt, address, agent }, { at }) {
    tx.insert("session", {
      token_hash: tokenHash.reveal(),
      id: sessionId,
      user_id: subject,
      created_at: at,
      seen_at: at,
      expires_at: expiresAt,
      address,
      agent,
    });
  },
  SessionEnded(tx, { subject, sessionId }) {
    tx.remove("session", { id: sessionId, user_id: subject });
  },
  TokenIssued(tx, { subject, tokenId, name, tokenHash }, { at }) {
    tx.insert("api_token", {
      id: tokenId,
      token_hash: tokenHash.reveal(),
      user_id: subject,
      name,
      created_at: at,
      revoked_at: null,
    });
  },
  TokenRevoked(tx, { tokenId, subject }, { at }) {
    tx.change("api_token", { id: tokenId, user_id: subject }, { revoked_at: at });
  },
} satisfies Writers<SessionEvent | TokenEvent>;
