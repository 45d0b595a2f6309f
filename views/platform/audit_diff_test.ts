import assert from "node:assert/strict";
import { changesOf } from "./audit_diff.ts";

Deno.test("changesOf() a saved record shows what differs", () => {
  const event = {
    type: "CategorySaved",
    subject: "C1",
    version: 2,
    record: { code: "WATER", nameZh: "饮用水", parentCode: null },
    before: { code: "WATER", nameZh: "水", parentCode: "DRINK" },
  };
  assert.deepEqual(changesOf(event), [
    { field: "nameZh", before: "水", after: "饮用水" },
    { field: "parentCode", before: "DRINK", after: null },
  ]);
});

Deno.test("changesOf() a first record shows all of it", () => {
  const event = { type: "CategorySaved", subject: "C1", record: { code: "WATER" }, before: null };
  assert.deepEqual(changesOf(event), [{ field: "code", before: null, after: "WATER" }]);
});

Deno.test("changesOf() an event with its before compares the same fields and holds the rest", () => {
  const event = {
    type: "UserRolesChanged",
    subject: "U1",
    version: 2,
    name: "王静",
    access: { roles: ["sales", "auditor"], regionIds: [] },
    before: { name: "王静", access: { roles: ["sales"], regionIds: [] } },
  };
  assert.deepEqual(changesOf(event), [
    { field: "access.roles", before: "sales", after: "sales, auditor" },
    { field: "version", before: null, after: "2" },
  ]);
});

Deno.test("changesOf() anything else shows what it holds, deep fields by their path", () => {
  const event = { type: "OrderSubmitted", subject: "O1", lines: [{ sku: "A", quantity: 3 }] };
  assert.deepEqual(changesOf(event), [
    { field: "lines.0.sku", before: null, after: "A" },
    { field: "lines.0.quantity", before: null, after: "3" },
  ]);
});
