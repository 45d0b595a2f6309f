import { among, type Reader } from "~/db/_engine/reader.ts";
import { found } from "~/db/_engine/not_found.ts";
import type { Role } from "~/domain/platform/rights.ts";
import type { UserState } from "~/domain/platform/user.ts";
import { systemUser } from "~/domain/platform/system_user.ts";

export type UserFilter = {
  q?: string;
  role?: string;
  state?: string;
  /** Keys of the page: after this login, or before it. */
  after?: string;
  before?: string;
  limit: number;
};

export type UserRow = {
  id: string;
  login: string;
  name: string;
  state: UserState;
  roles: Role[];
  partyZh: string | null;
  partyEn: string | null;
  seenAt: string | null;
};

function base(reader: Reader) {
  return reader.from("app_user")
    .leftJoin("partner", "partner.id", "app_user.dealer_id")
    .leftJoin("organisation", "organisation.id", "app_user.organisation_id")
    .where("app_user.id", "<>", systemUser.userId)
    .select((eb) => [
      "app_user.id",
      "app_user.login",
      "app_user.name",
      "app_user.state",
      eb.fn.coalesce("partner.name_zh", "organisation.name_zh").as("partyZh"),
      eb.fn.coalesce("partner.name_en", "organisation.name_en").as("partyEn"),
    ]);
}

/** One page of users by login, the page before it when asked so. */
export async function listUsers(reader: Reader, filter: UserFilter): Promise<UserRow[]> {
  const { q, role, state, after, before, limit } = filter;
  let query = base(reader);
  if (q) {
    query = query.where((eb) =>
      eb.or([
        eb(eb.fn<number>("instr", ["app_user.login", eb.val(q.toLowerCase())]), ">", 0),
        eb(eb.fn<number>("instr", ["app_user.name", eb.val(q)]), ">", 0),
      ])
    );
  }
  if (state) query = query.where("app_user.state", "=", state);
  if (role) {
    const holders = reader.from("user_role").select("user_id").where("role", "=", role);
    query = query.where("app_user.id", "in", holders);
  }
  if (after) query = query.where("app_user.login", ">", after);
  if (before) query = query.where("app_user.login", "<", before);
  const rows = await query.orderBy("app_user.login", before ? "desc" : "asc").limit(limit)
    .execute();
  return withDetails(reader, before ? rows.reverse() : rows);
}

type Bare = Omit<UserRow, "roles" | "seenAt" | "state"> & { state: string };

async function withDetails(reader: Reader, rows: Bare[]): Promise<UserRow[]> {
  const ids = rows.map(({ id }) => id);
  const roles = await reader.from("user_role").select(["user_id", "role"])
    .where("user_id", "in", among(ids)).execute();
  const seen = await reader.from("session")
    .select((eb) => ["user_id", eb.fn.max("seen_at").as("seenAt")])
    .where("user_id", "in", among(ids)).groupBy("user_id").execute();
  return rows.map((row) => ({
    ...row,
    state: row.state as UserState,
    roles: roles.filter(({ user_id }) => user_id === row.id).map(({ role }) => role as Role),
    seenAt: seen.find(({ user_id }) => user_id === row.id)?.seenAt ?? null,
  }));
}

export type UserPageRow = UserRow & { createdAt: string; language: "zh" | "en" };

/** What a user's page shows beside the record itself. */
export async function loadUserPage(reader: Reader, id: string): Promise<UserPageRow> {
  const row = found(
    await base(reader).where("app_user.id", "=", id)
      .select(["app_user.created_at as createdAt", "app_user.language"]).executeTakeFirst(),
    "user",
  );
  const [detailed] = await withDetails(reader, [row]);
  return { ...detailed!, createdAt: row.createdAt, language: row.language as "zh" | "en" };
}
