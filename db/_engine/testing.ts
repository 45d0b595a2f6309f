import { encodeId } from "~/domain/_kernel/id.ts";
import { type Instant, plusMs } from "~/domain/_kernel/period.ts";
import { type Engine, openEngine } from "./engine.ts";
import { type Finding, runInvariants } from "./invariants.ts";
import { migrate } from "./migrate.ts";
import { openWriter } from "./native.ts";
import type { Seams } from "./seams.ts";
import type { Author, EventWriters } from "./transact.ts";
import type { WriterHooks } from "./writer.ts";

export type TestClock = {
  now(): Instant;
  set(at: Instant): void;
  advance(ms: number): void;
};

/** A real engine on a file of its own; the clock stands still until it is moved. */
export type TestEngine = Engine & AsyncDisposable & {
  readonly clock: TestClock;
  /** The temporary folder of this test; it goes with the engine. */
  readonly folder: string;
  /** Who acts where the test does not care. */
  readonly author: Author;
  /** The invariants that do not hold now. What merely waits to be relayed is not counted. */
  broken(): Finding[];
};

export type TestEngineOptions = {
  writers?: EventWriters;
  now?: Instant;
  hooks?: WriterHooks;
};

const systemAuthor: Author = {
  userId: "00000000000000000000000000",
  name: "系统",
  onBehalfOf: null,
};

/** `await using engine = await testEngine({ writers })`: a migrated, empty database. */
export async function testEngine(
  { writers = {}, now = "2026-03-02T02:00:00.000Z", hooks }: TestEngineOptions = {},
): Promise<TestEngine> {
  const folder = await Deno.makeTempDir({ prefix: "quanyu-test-" });
  const path = `${folder}/quanyu.db`;
  await Deno.copyFile(template(), path);
  const clock = testClock(now);
  const engine = openEngine({ path, writers, seams: testSeams(clock), hooks });
  return {
    ...engine,
    clock,
    folder,
    author: systemAuthor,
    broken: () => runInvariants(engine.read, { now: clock.now(), waiting: false }),
    async [Symbol.asyncDispose]() {
      await engine.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

export function testClock(start: Instant): TestClock {
  let at = start;
  return {
    now: () => at,
    set: (to) => void (at = to),
    advance: (ms) => void (at = plusMs(at, ms)),
  };
}

/** Ids of the test's clock and a count: the same run makes the same ids and tokens, and ids sort as made. */
export function testSeams(clock: TestClock): Seams {
  const chance = new Uint8Array(10);
  const counter = new DataView(chance.buffer);
  let made = 0;
  let drawn = 1;
  return {
    now: clock.now,
    newId: () => {
      counter.setUint32(6, made += 1);
      return encodeId(Date.parse(clock.now()), chance);
    },
    chance: (bytes) =>
      Uint8Array.from({ length: bytes }, () => {
        drawn = (Math.imul(drawn, 1664525) + 1013904223) >>> 0;
        return drawn >>> 24;
      }),
  };
}

let migrated: string | null = null;

/** The database every test of this process begins with, migrated once. */
function template(): string {
  if (migrated) return migrated;
  const folder = Deno.makeTempDirSync({ prefix: "quanyu-template-" });
  addEventListener("unload", () => Deno.removeSync(folder, { recursive: true }));
  const path = `${folder}/quanyu.db`;
  const connection = openWriter(path);
  migrate(connection, "2026-01-01T00:00:00.000Z");
  connection.exec("pragma wal_checkpoint(truncate)");
  connection.close();
  return migrated = path;
}
