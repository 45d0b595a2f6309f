import { found } from "~/db/_engine/not_found.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { Secret } from "~/domain/_kernel/secret.ts";
import type { OrganisationId, PartnerId, UserId } from "~/domain/_kernel/id.ts";
import type { Role } from "~/domain/platform/rights.ts";
import type { User, UserState } from "~/domain/platform/user.ts";

const columns = [
  "id",
  "login",
  "name",
  "dealer_id",
  "organisation_id",
  "state",
  "language",
  "password_hash",
  "version",
] as const;

const byId = prepared((reader, p: { id: string }) =>
  reader.from("app_user").select(columns).where("id", "=", p.id)
);
const byLogin = prepared((reader, p: { login: string }) =>
  reader.from("app_user").select(columns).where("login", "=", p.login)
);
const roleRows = prepared((reader, p: { id: string }) =>
  reader.from("user_role").select("role").where("user_id", "=", p.id).orderBy("role")
);
const regionRows = prepared((reader, p: { id: string }) =>
  reader.from("user_region").select("region_id").where("user_id", "=", p.id).orderBy("region_id")
);
const nodeRows = prepared((reader, p: { id: string }) =>
  reader.from("user_node").select("node_id").where("user_id", "=", p.id).orderBy("node_id")
);
const dealerState = prepared((reader, p: { id: string }) =>
  reader.from("partner").select("state").where("id", "=", p.id)
);
const operators = prepared((reader, _: Record<never, never>) =>
  reader.from("app_user").innerJoin("user_role", "user_role.user_id", "app_user.id")
    .select("app_user.id")
    .where("app_user.state", "=", "active").where("user_role.role", "=", "operator")
);

type Row = ReturnType<typeof byId>[number];

function userOf(reader: Reader, row: Row): User {
  const { id, login, name, version } = row;
  return {
    id: id as UserId,
    login,
    name,
    dealerId: row.dealer_id as PartnerId | null,
    organisationId: row.organisation_id as OrganisationId | null,
    state: row.state as UserState,
    language: row.language as "zh" | "en",
    access: {
      roles: roleRows(reader, { id }).map(({ role }) => role as Role),
      regionIds: regionRows(reader, { id }).map(({ region_id }) => region_id),
      nodeIds: nodeRows(reader, { id }).map(({ node_id }) => node_id),
    },
    passwordHash: row.password_hash === null ? null : new Secret(row.password_hash),
    version,
  };
}

export function loadUser(reader: Reader, id: string): User {
  return userOf(reader, found(byId(reader, { id })[0], "user"));
}

export function findUser(reader: Reader, id: string): User | null {
  const [row] = byId(reader, { id });
  return row ? userOf(reader, row) : null;
}

export function findUserByLogin(reader: Reader, login: string): User | null {
  const [row] = byLogin(reader, { login });
  return row ? userOf(reader, row) : null;
}

export function isDealerSuspended(reader: Reader, { dealerId }: Pick<User, "dealerId">): boolean {
  return dealerId !== null && dealerState(reader, { id: dealerId })[0]?.state === "suspended";
}

export function countActiveOperators(reader: Reader): number {
  return operators(reader.asSystem("the last operator counts, seen or not"), {}).length;
}
