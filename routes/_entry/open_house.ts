import type { Hono } from "hono";
import { type Engine, openEngine } from "~/db/_engine/engine.ts";
import type { Seams } from "~/db/_engine/seams.ts";
import type { WriterHooks } from "~/db/_engine/writer.ts";
import { writers } from "~/db/writers.ts";
import { routes } from "~/routes/mod.ts";
import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import type { House } from "./house.ts";
import { type Log, logToConsole } from "~/db/_engine/log.ts";
import { Metrics } from "./metrics.ts";
import { Passwords } from "./password.ts";
import { Readiness } from "./readiness.ts";
import { Principals } from "./session.ts";

export const version = "0.1.0";

type Wiring = {
  config: Config;
  seams?: Seams;
  hooks?: WriterHooks;
  /** Told the schema number before the first migration of a database that has data. */
  beforeMigrating?: (from: number) => void;
  log?: Log;
  engine?: Engine;
  /** A test hashes cheaply. */
  passwords?: Passwords;
  shareMs?: () => number;
};

/** Opens the database and hangs every room on it. main.ts serves it; a test calls it. */
export function openHouse(
  {
    config,
    seams,
    hooks,
    beforeMigrating,
    log = logToConsole,
    engine: given,
    passwords = new Passwords(),
    shareMs,
  }: Wiring,
): House & { app: Hono } {
  const engine = given ??
    openEngine({ path: config.databasePath, writers, seams, hooks, beforeMigrating });
  const metrics = new Metrics();
  metrics.gauge("writer_waiting", () => engine.writer.waiting);
  const house: House = {
    engine,
    config,
    principals: new Principals(engine),
    passwords,
    metrics,
    readiness: new Readiness(),
    log,
    version,
    shareMs,
  };
  return { ...house, app: createApp(house, routes) };
}
