import { strict as assert } from "node:assert";
import { NotFound } from "~/db/_engine/not_found.ts";
import { saveAs } from "~/db/_engine/put_testing.ts";
import type { Scope } from "~/db/_engine/scope.ts";
import { type TestEngine, testEngine } from "~/db/_engine/testing.ts";
import { writers } from "~/db/writers.ts";
import { findPool, pools } from "./pools.ts";
import { settle, world } from "./testing.ts";

const north = {
  code: "NORTH",
  nameZh: "华北库",
  nameEn: "North pool",
  organisationCode: "EAST",
};
const east = { code: "EAST", nameZh: "华东库", nameEn: "East pool", organisationCode: "EAST" };
const south: Scope = { kind: "organisation", organisationIds: [world.organisation.south] };

async function settled(): Promise<TestEngine> {
  const engine = await testEngine({ writers });
  await settle(engine);
  return engine;
}

Deno.test("a pool is saved under its code with its owner", async () => {
  await using engine = await settled();
  assert.ok((await saveAs(engine, pools, { record: north, expected: "new" })).ok);
  assert.deepEqual(findPool(engine.asSystem("test"), "NORTH")?.record, north);
  const again = await saveAs(engine, pools, { record: north, expected: "new" });
  assert.deepEqual(again.refusals, [{ reason: "already_exists", key: "NORTH", at: "/code" }]);
});

Deno.test("a pool of another organisation is not there for those who may edit their own", async () => {
  await using engine = await settled();
  const renamed = { ...east, nameZh: "改名库" };
  await assert.rejects(saveAs(engine, pools, { record: renamed, scope: south }), NotFound);
  const taken = { ...renamed, organisationCode: "SOUTH" };
  await assert.rejects(saveAs(engine, pools, { record: taken, scope: south }), NotFound);
  const given = await saveAs(engine, pools, { record: north, scope: south });
  assert.deepEqual(given.refusals, [
    { reason: "unknown_organisation", code: "EAST", at: "/organisationCode" },
  ]);
  const own = { ...north, organisationCode: "SOUTH" };
  assert.ok((await saveAs(engine, pools, { record: own, scope: south })).ok);
});

Deno.test("a pool passes to an organisation above all who use it, and to no other", async () => {
  await using engine = await settled();
  const given = await saveAs(engine, pools, { record: { ...east, organisationCode: "SOUTH" } });
  assert.deepEqual(given.refusals, [{
    reason: "pool_used_outside",
    organisation: "SOUTH",
    codes: ["NJ01", "XZ01", "D-1001"],
    more: false,
    at: "/organisationCode",
  }]);
  await engine.writer.write((tx) =>
    Promise.resolve(
      tx.run(
        "update partner set pool_id = 'pool-east', organisation_id = 'org-east' where code = 'D-2001'",
      ),
    )
  );
  const [more] = (await saveAs(engine, pools, { record: { ...east, organisationCode: "SOUTH" } }))
    .refusals!;
  assert.ok(more.reason === "pool_used_outside" && more.more && more.codes.length === 3);
  await engine.writer.write((tx) =>
    Promise.resolve(tx.run("update organisation set parent_id = 'org-south' where code = 'EAST'"))
  );
  assert.ok((await saveAs(engine, pools, { record: { ...east, organisationCode: "SOUTH" } })).ok);
  assert.equal(findPool(engine.asSystem("test"), "EAST")?.record.organisationCode, "SOUTH");
});
