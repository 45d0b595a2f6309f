import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { Tx } from "~/db/_engine/tx.ts";
import type { Principal } from "~/domain/platform/principal.ts";
import type { Role } from "~/domain/platform/rights.ts";
import type { Id, OrganisationId, PartnerId, UserId } from "~/domain/_kernel/id.ts";
import { subtreeOf } from "~/db/channel/network.ts";
import { organisationsBelow } from "~/db/channel/organisation_line.ts";

export type KnownSession = {
  principal: Principal;
  createdAt: string;
  seenAt: string;
  expiresAt: string;
};
const never = "9999-12-31T00:00:00.000Z";

const sessionRow = prepared((reader, p: { hash: string }) =>
  reader.from("session")
    .select(["id", "user_id", "created_at", "seen_at", "expires_at"])
    .where("token_hash", "=", p.hash)
);

const tokenRow = prepared((reader, p: { hash: string }) =>
  reader.from("api_token").select(["id", "user_id"])
    .where("token_hash", "=", p.hash).where("revoked_at", "is", null)
);

const userRow = prepared((reader, p: { id: string }) =>
  reader.from("app_user").leftJoin("partner", "partner.id", "app_user.dealer_id")
    .select([
      "app_user.id",
      "app_user.login",
      "app_user.name",
      "app_user.language",
      "app_user.dealer_id",
      "app_user.organisation_id",
      "partner.name_zh as dealer_zh",
      "partner.name_en as dealer_en",
      "partner.state as dealer_state",
    ])
    .where("app_user.id", "=", p.id).where("app_user.state", "=", "active")
);

const roleRows = prepared((reader, p: { id: string }) =>
  reader.from("user_role").select("role").where("user_id", "=", p.id)
);
const regionRows = prepared((reader, p: { id: string }) =>
  reader.from("user_region").select("region_id").where("user_id", "=", p.id)
);
const nodeRows = prepared((reader, p: { id: string }) =>
  reader.from("user_node").select("node_id").where("user_id", "=", p.id)
);

export function loadSessionPrincipal(reader: Reader, hash: string): KnownSession | null {
  const [session] = sessionRow(reader, { hash });
  if (!session) return null;
  const credential = { kind: "session", id: session.id as Id<"session"> } as const;
  const principal = loadPrincipal(reader, session.user_id, credential);
  return principal && {
    principal,
    createdAt: session.created_at,
    seenAt: session.seen_at,
    expiresAt: session.expires_at,
  };
}

export function loadTokenPrincipal(reader: Reader, hash: string): KnownSession | null {
  const [token] = tokenRow(reader, { hash });
  if (!token) return null;
  const credential = { kind: "token", id: token.id as Id<"token"> } as const;
  const principal = loadPrincipal(reader, token.user_id, credential);
  return principal && { principal, createdAt: never, seenAt: never, expiresAt: never };
}

/** Null for a user who is disabled, or whose dealer is suspended. */
export function loadPrincipal(
  reader: Reader,
  userId: string,
  credential: Principal["credential"],
): Principal | null {
  const [user] = userRow(reader, { id: userId });
  if (!user || user.dealer_state === "suspended") return null;
  return {
    userId: user.id as UserId,
    login: user.login,
    name: user.name,
    language: user.language as "zh" | "en",
    roles: roleRows(reader, { id: userId }).map(({ role }) => role as Role),
    dealerId: user.dealer_id as PartnerId | null,
    dealerName: user.dealer_zh === null
      ? null
      : { nameZh: user.dealer_zh, nameEn: user.dealer_en ?? "" },
    dealerIds: user.dealer_id ? subtreeOf(reader, user.dealer_id as PartnerId) : [],
    organisationIds: user.organisation_id
      ? organisationsBelow(reader, user.organisation_id) as OrganisationId[]
      : [],
    regionIds: regionRows(reader, { id: userId }).map(({ region_id }) => region_id),
    nodeIds: nodeRows(reader, { id: userId }).map(({ node_id }) => node_id),
    credential,
  };
}

/** Seen again, so it lasts longer; how long is not stored apart: the purge and the list compare one column. */
export function touchSession(
  tx: Tx,
  sessionId: string,
  { seenAt, expiresAt }: { seenAt: string; expiresAt: string },
): Promise<void> {
  tx.change("session", { id: sessionId }, { seen_at: seenAt, expires_at: expiresAt });
  return Promise.resolve();
}
