import assert from "node:assert/strict";
import { printSchema } from "./_engine/print_schema.ts";
import { testEngine } from "./_engine/testing.ts";

const file = new URL("schema.ts", import.meta.url);

/** `QUANYU_REWRITE_SCHEMA=1 deno test -A db/schema_test.ts` writes the file after a migration. */
Deno.test("db/schema.ts is what the migrated database has", async () => {
  await using engine = await testEngine();
  const printed = printSchema(engine.read);
  if (Deno.env.get("QUANYU_REWRITE_SCHEMA") === "1") await Deno.writeTextFile(file, printed);
  assert.equal(await Deno.readTextFile(file), printed);
});

Deno.test("printSchema() tells integer, text, null, default, rowid and generated columns apart", async () => {
  await using engine = await testEngine();
  engine.writer.connection.exec(`create table odd_one (
    id integer primary key,
    a text not null,
    b integer,
    c integer not null default 0,
    d text default 'x',
    e text generated always as (a) virtual
  ) strict`);
  const [, printed] = printSchema(engine.read).match(/type OddOne = \{\n([^}]*)\}/)!;
  assert.equal(
    printed,
    [
      "  id: Generated<number>;",
      "  a: string;",
      "  b: number | null;",
      "  c: Generated<number>;",
      "  d: Generated<string | null>;",
      "  e: GeneratedAlways<string>;",
      "",
    ].join("\n"),
  );
});
