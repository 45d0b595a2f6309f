import assert from "node:assert/strict";
import { hx, hxConfig } from "./hx.ts";
import { navFor } from "./nav.ts";
import { path, withQuery } from "./paths.ts";

Deno.test("hx.post protects against a double submit unless told otherwise", () => {
  assert.deepEqual(hx.post("/order/1/cancellation", { target: "#order-1" }), {
    "hx-post": "/order/1/cancellation",
    "hx-target": "#order-1",
    "hx-swap": "outerHTML",
    "hx-sync": "this:drop",
    "hx-disable": "findAll button",
  });
  assert.equal(hx.post("/x", { disable: false })["hx-disable"], undefined);
});

Deno.test("hx.get lets the newest keystroke win", () => {
  const attributes = hx.get("/search", {
    trigger: [{ on: "input", changed: true, delayMs: 300 }, "submit"],
    push: true,
  });
  assert.equal(attributes["hx-trigger"], "input changed delay:300ms, submit");
  assert.equal(attributes["hx-sync"], "this:replace");
  assert.equal(attributes["hx-push-url"], "true");
});

Deno.test("hxConfig swaps 409 and 422, and leaves other failures to the strip", () => {
  const { noSwap } = JSON.parse(hxConfig);
  for (const status of [401, 403, 404, 429, "5xx"]) assert.ok(noSwap.includes(status));
  for (const status of [409, 422]) assert.ok(!noSwap.includes(status));
});

Deno.test("path and withQuery encode what they are given", () => {
  assert.equal(path`/order/${"a/b?c"}/cancellation`, "/order/a%2Fb%3Fc/cancellation");
  assert.equal(withQuery("/order", { q: "a&b", view: "", by: undefined }), "/order?q=a%26b");
  assert.equal(withQuery("/order"), "/order");
});

Deno.test("navFor shows what a person may see and marks the longest address", () => {
  const may = (resource: string) => resource !== "account";
  const items = navFor("dealer", { lang: "zh", here: "/order/pad", may });
  assert.deepEqual(items.map(({ label, current }) => [label, current]), [
    ["首页", false],
    ["订货", true],
    ["订单", false],
    ["目录", false],
  ]);
  const order = navFor("staff", { lang: "en", here: "/order/1", may: () => true });
  assert.deepEqual(order.filter(({ current }) => current).map(({ label }) => label), ["Orders"]);
});
