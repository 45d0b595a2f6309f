import assert from "node:assert/strict";
import type { Decision, RefusalBase } from "~/domain/_kernel/decision.ts";
import type { UserId } from "~/domain/_kernel/id.ts";
import { Secret } from "~/domain/_kernel/secret.ts";
import { changeAccess } from "./change_access.ts";
import { chooseLanguage } from "./choose_language.ts";
import { disableUser, enableUser } from "./disable_user.ts";
import { issueLink } from "./issue_link.ts";
import { issueToken, revokeToken, tokensAtMost } from "./issue_token.ts";
import { rerunParked } from "./rerun_parked.ts";
import {
  buyer,
  by,
  operator,
  organisation,
  otherDealer,
  owner,
  salesman,
  someUser,
} from "./testing.ts";
import type { Role } from "./rights.ts";

function reasons<Event, Refusal extends RefusalBase>(decision: Decision<Event, Refusal>) {
  return decision.refusals?.map(({ reason }) => reason) ?? "accepted";
}

const chief = someUser({
  id: "CHIEF" as UserId,
  name: "陈敏",
  access: { roles: ["operator"], regionIds: [], nodeIds: [] },
});
const places = { regionIds: ["HD"], nodeIds: [], unknown: [] };
const change = (
  user = someUser(),
  command: { roles?: readonly Role[]; version?: number; name?: string } = {},
  grantor = operator,
  activeOperators = 2,
) =>
  changeAccess({ user, activeOperators, ...places }, {
    name: user.name,
    roles: user.access.roles,
    version: user.version,
    ...command,
  }, grantor);

Deno.test("changeAccess() keeps what was before beside what is now", () => {
  const { events } = change(someUser(), { roles: ["sales", "auditor"] });
  assert.deepEqual(events![0]!.before.access.roles, ["sales"]);
  assert.deepEqual(events![0]!.access.roles, ["sales", "auditor"]);
  assert.equal(events![0]!.version, 4);
});

Deno.test("changeAccess() of nothing is no event", () => {
  assert.deepEqual(change().events, []);
});

Deno.test("changeAccess() refuses what is stale, beyond or leaves no operator", () => {
  const facts = { user: someUser(), activeOperators: 2, regionIds: [], nodeIds: [] };
  const command = { name: "王静", roles: ["auditor"] as const, version: 3 };
  const unknown = [{ reason: "unknown_node", code: "XZ" } as const];
  assert.deepEqual(reasons(change(someUser(), { version: 2 })), ["changed_meanwhile"]);
  assert.deepEqual(reasons(changeAccess({ ...facts, unknown }, command, operator)), [
    "unknown_node",
  ]);
  assert.deepEqual(reasons(change(buyer(), { roles: ["operator"] }, owner)), [
    "role_not_yours_to_give",
  ]);
  assert.deepEqual(reasons(change(buyer({ dealerId: otherDealer }), {}, owner)), [
    "user_not_yours",
  ]);
  assert.deepEqual(reasons(change(chief, { roles: ["auditor"] }, operator, 1)), ["last_operator"]);
  assert.equal(reasons(change(chief, { roles: ["auditor"] }, operator, 2)), "accepted");
});

Deno.test("disableUser() refuses the last operator, oneself, a stranger and a second time", () => {
  const disable = (user = someUser(), grantor = operator, activeOperators = 2) =>
    reasons(disableUser({ user, activeOperators }, grantor));
  assert.equal(disable(), "accepted");
  assert.equal(disable(buyer(), owner), "accepted");
  assert.deepEqual(disable(chief, operator, 1), ["last_operator"]);
  assert.deepEqual(disable(someUser({ id: operator.userId })), ["cannot_disable_yourself"]);
  assert.deepEqual(disable(buyer({ dealerId: otherDealer }), owner), ["user_not_yours"]);
  assert.deepEqual(disable(someUser(), salesman), ["user_not_yours"]);
  assert.deepEqual(disable(someUser({ state: "disabled" })), ["user_already_disabled"]);
});

Deno.test("enableUser() lets in again whoever had a password, and refuses who is not disabled", () => {
  const enable = (changed = {}, grantor = operator) =>
    enableUser({ user: someUser({ state: "disabled", ...changed }), activeOperators: 1 }, grantor);
  assert.equal(enable().events![0]!.state, "active");
  assert.equal(enable({ passwordHash: null }).events![0]!.state, "invited");
  assert.deepEqual(reasons(enable({ state: "active" })), ["user_not_disabled"]);
  assert.deepEqual(reasons(enable({}, owner)), ["user_not_yours"]);
});

Deno.test("issueLink() is an invitation before the first password and a reset after it", () => {
  const link = (changed = {}, grantor = operator) =>
    issueLink(someUser(changed), new Secret("hash"), grantor, by());
  assert.equal(link().events![0]!.link.purpose, "reset");
  assert.equal(link({ passwordHash: null }).events![0]!.link.purpose, "invitation");
  assert.deepEqual(reasons(link({ state: "disabled" })), ["user_disabled"]);
  assert.deepEqual(reasons(link({}, owner)), ["user_not_yours"]);
  const program = { roles: ["api_client" as const], regionIds: [], nodeIds: [] };
  assert.deepEqual(reasons(link({ access: program })), ["program_has_no_password"]);
});

Deno.test("issueToken() speaks for oneself or for a program, never for another person", () => {
  const program = someUser({
    id: "ERP" as UserId,
    organisationId: organisation,
    access: { roles: ["api_client"], regionIds: [], nodeIds: [] },
  });
  const issue = (user = program, grantor = operator, tokens = [] as { name: string }[]) =>
    issueToken(
      {
        user,
        tokens: tokens.map(({ name }, i) => ({ id: `${i}`, name, revokedAt: null })),
      },
      { name: "ERP 同步", tokenHash: new Secret("hash") },
      grantor,
      by(),
    );
  assert.equal(reasons(issue()), "accepted");
  const self = { ...salesman, userId: "WANGJING" as UserId };
  assert.equal(reasons(issue(someUser(), self)), "accepted");
  assert.deepEqual(reasons(issue(someUser())), ["token_speaks_for_another"]);
  assert.deepEqual(reasons(issue(program, owner)), ["user_not_yours"]);
  assert.deepEqual(reasons(issue({ ...program, state: "disabled" })), ["user_not_active"]);
  assert.deepEqual(reasons(issue(program, operator, [{ name: "ERP 同步" }])), ["token_name_taken"]);
  const many = Array.from({ length: tokensAtMost }, (_, i) => ({ name: `第 ${i} 个` }));
  assert.deepEqual(reasons(issue(program, operator, many)), ["too_many_tokens"]);
});

Deno.test("revokeToken() revokes a live token of that user, and nothing else", () => {
  const tokens = [
    { id: "A", name: "ERP", revokedAt: null },
    { id: "B", name: "旧", revokedAt: "2026-01-01T00:00:00.000Z" },
  ];
  assert.equal(revokeToken({ user: someUser(), tokens }, "A").events![0]!.tokenId, "A");
  assert.deepEqual(revokeToken({ user: someUser(), tokens }, "B").events, []);
  assert.deepEqual(revokeToken({ user: someUser(), tokens }, "C").events, []);
});

Deno.test("chooseLanguage() is an event only when it changes", () => {
  assert.equal(chooseLanguage(someUser(), "en").events![0]!.language, "en");
  assert.deepEqual(chooseLanguage(someUser(), "zh").events, []);
});

Deno.test("rerunParked() takes up parked work only", () => {
  const entry = { id: 7, type: "OrderSubmitted", aggregateId: "SO1", state: "parked" };
  assert.deepEqual(rerunParked(entry).events![0], {
    type: "ParkedWorkRerun",
    subject: "SO1",
    outboxId: 7,
    eventType: "OrderSubmitted",
  });
  for (const state of ["pending", "done"]) {
    assert.deepEqual(reasons(rerunParked({ ...entry, state })), ["work_not_parked"]);
  }
});
