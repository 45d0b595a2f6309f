import { sha256 } from "~/db/_engine/digest.ts";
import { listTokens } from "~/db/platform/credentials.ts";
import { loadUser } from "~/db/platform/users.ts";
import type { Planter } from "~/db/seed/planter.ts";
import { accept } from "~/domain/_kernel/decision.ts";
import type { UserId } from "~/domain/_kernel/id.ts";
import { Secret } from "~/domain/_kernel/secret.ts";
import type { SessionStarted } from "~/domain/platform/events.ts";
import { issueToken } from "~/domain/platform/issue_token.ts";
import { dealerCode } from "./plant_house.ts";
import { type Known, people, type Person } from "./principals.ts";
import { type DealerKey, dealerKeys, mark, markCode, type Owner } from "./tenants.ts";

/** A user with what lets it in. `author` signs what the user does. */
export type Planted = {
  id: UserId;
  login: string;
  cookie: string;
  bearer: string;
  session: string;
  token: string;
  author: { userId: UserId; name: string; onBehalfOf: null };
};
export type Staffed = {
  principals: Record<Known, Planted>;
  buyers: Record<DealerKey, Planted>;
  approvers: Record<DealerKey, Planted>;
};

/** Signed in and holding a token, whoever may have them; passwords are set once and cheaply. */
export async function plantPeople(planter: Planter, passwordHash: string): Promise<Staffed> {
  const plant = (person: Person, name: string, owner: Owner | null) =>
    plantOne(planter, { person, name, owner, passwordHash });
  const principals = {} as Record<Known, Planted>;
  for (const [known, person] of Object.entries(people) as [Known, Person][]) {
    const name = person.dealer ? mark(person.dealer, person.role) : `我们的 ${person.role}`;
    principals[known] = await plant(person, name, person.dealer ?? null);
  }
  const buyers = { a: principals.dealer_buyer } as Record<DealerKey, Planted>;
  const approvers = { a: principals.dealer_approver } as Record<DealerKey, Planted>;
  for (const dealer of dealerKeys.filter((key) => key !== "a")) {
    const of = (role: "dealer_buyer" | "dealer_approver" | "dealer_owner" | "api_client") =>
      plant(
        { login: markCode(dealer, role).toLowerCase(), role, dealer },
        mark(dealer, role),
        dealer,
      );
    buyers[dealer] = await of("dealer_buyer");
    approvers[dealer] = await of("dealer_approver");
    await of("dealer_owner");
    await of("api_client");
  }
  await plantElsewhere(plant);
  return { principals, buyers, approvers };
}

async function plantElsewhere(
  plant: (person: Person, name: string, owner: Owner | null) => Promise<Planted>,
): Promise<void> {
  const elsewhere: [Owner, Omit<Person, "login">][] = [
    ["staffElsewhere", { role: "sales", organisation: "QY", regions: ["NORTH"] }],
    ["staffElsewhere", { role: "warehouse", organisation: "QY", nodes: ["N2"] }],
    ["otherHouse", { role: "finance", organisation: "QN" }],
    ["otherHouse", { role: "sales", organisation: "QN", regions: ["SOUTH"] }],
  ];
  for (const [owner, person] of elsewhere) {
    const login = markCode(owner, person.role).toLowerCase();
    await plant({ login, ...person }, mark(owner, person.role), owner);
  }
}

type Wanted = { person: Person; name: string; owner: Owner | null; passwordHash: string };

async function plantOne(
  planter: Planter,
  { person, name, owner, passwordHash }: Wanted,
): Promise<Planted> {
  const { login, role, dealer, organisation, regions, nodes } = person;
  const isProgram = role === "api_client";
  const id = await planter.user({
    login,
    name,
    roles: [role],
    dealerCode: dealer && dealerCode(dealer),
    organisationCode: organisation,
    regionCodes: regions,
    nodeCodes: nodes,
  }, isProgram ? undefined : passwordHash);
  const bearer = `bearer-of-${login.replace(/[^a-z0-9]/g, "-")}-0123456789`;
  const session = await startSession(planter, { id, login, owner });
  return {
    id,
    login,
    cookie: isProgram ? "" : `__Host-session=${secretOf(login)}`,
    bearer,
    session,
    token: await giveToken(planter, { id, owner, bearer }),
    author: { userId: id, name, onBehalfOf: null },
  };
}

const ofOwner = (owner: Owner | null, text: string) => owner ? mark(owner, text) : text;
const secretOf = (login: string) => `session-of-${login.replace(/[^a-z0-9]/g, "-")}-0123456789`;

async function startSession(
  planter: Planter,
  { id, login, owner }: { id: UserId; login: string; owner: Owner | null },
): Promise<string> {
  const sessionId = planter.engine.seams.newId();
  await planter.act(
    "session.start",
    () => null,
    () =>
      accept<SessionStarted>({
        type: "SessionStarted",
        subject: id,
        sessionId,
        tokenHash: new Secret(sha256(secretOf(login))),
        expiresAt: "2099-01-01T00:00:00.000Z",
        address: ofOwner(owner, "203.0.113.7"),
        agent: ofOwner(owner, "Firefox"),
      }),
  );
  return sessionId;
}

async function giveToken(
  planter: Planter,
  { id, owner, bearer }: { id: UserId; owner: Owner | null; bearer: string },
): Promise<string> {
  const self = { userId: id, roles: [], dealerId: null };
  const [issued] = await planter.act(
    "self.edit",
    (facts) => ({ user: loadUser(facts, id), tokens: listTokens(facts, id) }),
    (facts, by) => {
      const named = { name: ofOwner(owner, "ERP"), tokenHash: new Secret(sha256(bearer)) };
      return issueToken(facts, named, self, by);
    },
  );
  return issued!.tokenId;
}
