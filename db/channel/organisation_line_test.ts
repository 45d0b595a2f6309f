import assert from "node:assert/strict";
import { organisationLine, organisationsBelow } from "./organisation_line.ts";
import { findOrganisation } from "./organisations.ts";
import { channelEngine } from "./testing.ts";

Deno.test("a company stands in one line with the group above it, the group alone", async () => {
  await using engine = await channelEngine();
  const reader = engine.reader({ kind: "all" });
  const [group, east] = ["QY", "QY-E"].map((code) => findOrganisation(reader, code)!.id);
  assert.deepEqual(organisationLine(reader, east!), [east, group]);
  assert.deepEqual(organisationLine(reader, group!), [group]);
  assert.deepEqual(organisationsBelow(reader, group!), [group, east]);
  assert.deepEqual(organisationsBelow(reader, east!), [east]);
});
