import assert from "node:assert/strict";
import { rights as granted } from "~/domain/platform/rights.ts";
import { auditText } from "./audit_text.ts";

Deno.test("every right anybody has is said in words, in both languages", () => {
  const rights = Object.values(granted).flatMap((grant) =>
    Object.entries(grant).flatMap(([resource, actions]) =>
      Object.keys(actions).map((action) => `${resource}.${action}`)
    )
  );
  for (const { action } of Object.values(auditText)) {
    assert.deepEqual(rights.filter((right) => action(right) === right), []);
  }
});

Deno.test("acts, seeds and events have words; a code nobody has named shows itself", () => {
  const { zh, en } = auditText;
  assert.equal(zh.action("fulfilment.ship"), "发出配货单");
  assert.equal(en.action("session.start"), "Sign in");
  assert.equal(zh.action("seed.NodeSaved"), "初始数据");
  assert.equal(zh.event("OrderSubmitted"), "订单提交");
  assert.equal(zh.action("moon.land"), "moon.land");
  assert.equal(en.event("MoonLanded"), "MoonLanded");
});
