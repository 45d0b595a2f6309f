import assert from "node:assert/strict";
import { Secret } from "~/domain/_kernel/secret.ts";
import {
  type InviteFacts,
  type InviteRefusal,
  type InviteUser,
  inviteUser,
} from "./invite_user.ts";
import { by, dealer, operator, organisation, otherDealer, owner, salesman } from "./testing.ts";
import type { Grantor } from "./user.ts";

const nowhere: InviteFacts = {
  dealerId: null,
  organisationId: null,
  regionIds: [],
  nodeIds: [],
  unknown: [],
  isLoginTaken: false,
};
const wang: InviteUser = {
  login: "wangjing",
  name: "王静",
  language: "zh",
  roles: ["sales"],
  regionCodes: ["HD"],
  nodeCodes: [],
  dealerCode: null,
  organisationCode: null,
  tokenHash: new Secret("hash"),
};
const region = { ...nowhere, organisationId: organisation, regionIds: ["HD"] };
const atDealer = { ...nowhere, dealerId: dealer };

Deno.test("inviteUser() makes a user with a link of 72 hours", () => {
  const decision = inviteUser(region, wang, operator, by());
  const [event] = decision.events!;
  assert.equal(event!.link!.expiresAt, "2026-03-05T02:00:00.000Z");
  assert.equal(event!.link!.purpose, "invitation");
  assert.deepEqual(event!.access, { roles: ["sales"], regionIds: ["HD"], nodeIds: [] });
});

Deno.test("inviteUser() gives a program no link, for it has no password to set", () => {
  const facts = { ...nowhere, organisationId: organisation };
  const decision = inviteUser(facts, { ...wang, roles: ["api_client"] }, operator, by());
  assert.equal(decision.events![0]!.link, null);
});

Deno.test("inviteUser() lets an owner invite a buyer of the own dealer", () => {
  const decision = inviteUser(atDealer, { ...wang, roles: ["dealer_buyer"] }, owner, by());
  assert.equal(decision.events![0]!.dealerId, dealer);
});

type Case = [
  what: string,
  expected: InviteRefusal["reason"],
  facts: Partial<InviteFacts>,
  command: Partial<InviteUser>,
  grantor?: Grantor,
];

const cases: Case[] = [
  ["without a role", "role_needed", {}, { roles: [] }],
  ["whose login is taken", "login_taken", { ...region, isLoginTaken: true }, {}],
  ["in sales without a region", "role_needs_region", { organisationId: organisation }, {}],
  ["in sales without an organisation", "role_needs_organisation", { regionIds: ["HD"] }, {}],
  ["in a warehouse without a node", "role_needs_node", {}, { roles: ["warehouse"] }],
  ["in finance without an organisation", "role_needs_organisation", {}, { roles: ["finance"] }],
  ["that is a program of nobody", "role_needs_organisation", {}, { roles: ["api_client"] }],
  ["that buys for no dealer", "role_needs_dealer", {}, { roles: ["dealer_buyer"] }],
  ["of a dealer as staff", "role_not_for_dealer", { dealerId: dealer }, {
    roles: ["dealer_buyer", "finance"],
  }],
  ["of an unknown region", "unknown_region", {
    unknown: [{ reason: "unknown_region", code: "XX" }],
  }, {}],
  ["of a dealer and an organisation", "one_party_only", {
    dealerId: dealer,
    organisationId: organisation,
  }, { dealerCode: "D1", organisationCode: "QY", roles: ["dealer_buyer"] }],
  ["as an operator, by an owner", "role_not_yours_to_give", { dealerId: dealer }, {
    roles: ["operator"],
  }, owner],
  ["as a program, by an owner", "role_not_yours_to_give", { dealerId: dealer }, {
    roles: ["api_client"],
  }, owner],
  ["of another dealer, by an owner", "dealer_not_yours", { dealerId: otherDealer }, {
    roles: ["dealer_buyer"],
  }, owner],
  ["as staff, by an owner", "dealer_not_yours", {}, {}, owner],
  ["by a salesman", "role_not_yours_to_give", { dealerId: dealer }, {
    roles: ["dealer_buyer"],
  }, salesman],
];

for (const [what, expected, facts, command, grantor = operator] of cases) {
  Deno.test(`inviteUser() refuses a user ${what}`, () => {
    const decision = inviteUser({ ...nowhere, ...facts }, { ...wang, ...command }, grantor, by());
    assert.deepEqual(decision.refusals?.map(({ reason }) => reason), [expected]);
  });
}
