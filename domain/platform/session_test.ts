import assert from "node:assert/strict";
import { dayMs, hourMs, plusMs } from "~/domain/_kernel/period.ts";
import type { UserId } from "~/domain/_kernel/id.ts";
import { Secret } from "~/domain/_kernel/secret.ts";
import { sessionEnd, startSession } from "./session.ts";
import { changePassword, closedLink, setPasswordByLink } from "./set_password.ts";
import { countAttempt, type Failures, waitMs } from "./sign_in_throttle.ts";
import { by, now, someUser } from "./testing.ts";

const ends: [what: string, isDealer: boolean, seenMs: number, endMs: number][] = [
  ["staff, 30 idle minutes", false, 0, hourMs / 2],
  ["staff, 12 hours at most", false, 11.9 * hourMs, 12 * hourMs],
  ["a dealer, 12 idle hours", true, 0, 12 * hourMs],
  ["a dealer, 30 days at most", true, 29.9 * dayMs, 30 * dayMs],
];
for (const [what, isDealer, seenMs, endMs] of ends) {
  Deno.test(`sessionEnd() for ${what}`, () => {
    const seenAt = plusMs(now, seenMs);
    assert.equal(sessionEnd({ createdAt: now, seenAt, isDealer }), plusMs(now, endMs));
  });
}

const command = {
  verified: new Secret("stored"),
  tokenHash: new Secret("token"),
  address: "203.0.113.7",
  agent: "Chrome",
  freshHash: null,
  replaces: null,
};

Deno.test("startSession() starts one, ends the one it replaces and stores a fresh hash", () => {
  const replaces = { userId: "BEFORE" as UserId, sessionId: "OLD" };
  const facts = { user: someUser(), isDealerSuspended: false };
  const decision = startSession(
    facts,
    { ...command, replaces, freshHash: new Secret("dearer") },
    by(),
  );
  assert.deepEqual(decision.events?.map(({ type, subject }) => [type, subject]), [
    ["SessionStarted", "WANGJING"],
    ["SessionEnded", "BEFORE"],
    ["UserPasswordRehashed", "WANGJING"],
  ]);
});

const shut = {
  "an unknown user": { user: null },
  "a disabled user": { user: someUser({ state: "disabled" }) },
  "an invited user": { user: someUser({ state: "invited" }) },
  "a user whose password changed meanwhile": {
    user: someUser({ passwordHash: new Secret("newer") }),
  },
  "a suspended dealer's user": { isDealerSuspended: true },
};
for (const [who, facts] of Object.entries(shut)) {
  Deno.test(`startSession() refuses ${who}`, () => {
    const known = { user: someUser(), isDealerSuspended: false, ...facts };
    assert.equal(startSession(known, command, by()).refusals?.[0].reason, "sign_in_refused");
  });
}

Deno.test("startSession() refuses a wrong password", () => {
  const facts = { user: someUser(), isDealerSuspended: false };
  const decision = startSession(facts, { ...command, verified: null }, by());
  assert.equal(decision.refusals?.[0].reason, "sign_in_refused");
});

const link = {
  userId: someUser().id,
  purpose: "reset" as const,
  expiresAt: plusMs(now, 1),
  usedAt: null,
};
const links = [
  ["a good one", {}, {}, null],
  ["one that never was", { link: null }, {}, "link_unknown"],
  ["one of another user", { link: { ...link, userId: "OTHER" as UserId } }, {}, "link_unknown"],
  [
    "one for another purpose",
    {
      link: { ...link, purpose: "invitation" as const },
    },
    {},
    "link_unknown",
  ],
  ["one of a disabled user", { user: someUser({ state: "disabled" }) }, {}, "link_unknown"],
  ["one that was used", { link: { ...link, usedAt: now } }, {}, "link_used"],
  ["one that expires this instant", { link: { ...link, expiresAt: now } }, {}, "link_expired"],
] as const;
for (const [what, facts, , expected] of links) {
  Deno.test(`closedLink() and setPasswordByLink() of ${what}: ${expected ?? "open"}`, () => {
    const known = { link, user: someUser(), ...facts };
    assert.equal(closedLink(known, "reset", now)?.reason ?? null, expected);
    const passwordHash = new Secret("new");
    const decision = setPasswordByLink(
      known,
      { purpose: "reset", linkHash: new Secret("hash"), passwordHash },
      by(),
    );
    assert.equal(decision.refusals?.[0].reason ?? null, expected);
    if (!expected) assert.equal(decision.events![0]!.keepSession, null);
  });
}

Deno.test("changePassword() needs the current one, as it is stored now", () => {
  const change = (verified: Secret | null) =>
    changePassword(someUser(), { verified, passwordHash: new Secret("new"), keepSession: "THIS" });
  assert.equal(change(new Secret("stored")).events![0]!.keepSession, "THIS");
  assert.deepEqual(change(null).refusals, [{ reason: "current_password_wrong", at: "/current" }]);
  assert.equal(change(new Secret("older")).refusals?.[0].reason, "changed_meanwhile");
});

Deno.test("countAttempt() waits from the fifth on, twice as long each time, up to the most, and forgets", () => {
  const rule = { free: 5, mostWaitMs: 10_000, forgetMs: hourMs };
  let known: Failures | null = null;
  const waits: number[] = [];
  for (let i = 0; i < 10; i++) {
    known = countAttempt(known, rule, now);
    waits.push(waitMs(known, now));
  }
  assert.deepEqual(waits, [0, 0, 0, 0, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  assert.equal(waitMs(known, plusMs(now, 10_000)), 0);
  assert.equal(countAttempt(known, rule, plusMs(now, hourMs)).failures, 1);
  assert.equal(countAttempt(known, rule, plusMs(now, hourMs - 1)).failures, 11);
  assert.equal(waitMs(null, now), 0);
});
