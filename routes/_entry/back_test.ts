import assert from "node:assert/strict";
import { ownPath } from "./back.ts";

Deno.test("ownPath() keeps a path of ours with its query", () => {
  assert.equal(ownPath("/order?stage=submitted&q=%E5%BE%90"), "/order?stage=submitted&q=%E5%BE%90");
  assert.equal(ownPath("/"), "/");
});

const elsewhere = [
  null,
  "",
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "/\\/evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/ok\\..\\evil",
  "/\r\nset-cookie: x=1",
  "javascript:alert(1)",
  "order",
  "/订单",
];
for (const asked of elsewhere) {
  Deno.test(`ownPath() leads ${JSON.stringify(asked)} home`, () => {
    assert.equal(ownPath(asked), "/");
  });
}
