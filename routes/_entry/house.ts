import type { Engine } from "~/db/_engine/engine.ts";
import type { Principals } from "./session.ts";
import type { Config } from "./config.ts";
import type { Log } from "~/db/_engine/log.ts";
import type { Metrics } from "./metrics.ts";
import type { Passwords } from "./password.ts";
import type { Readiness } from "./readiness.ts";

/** Whatever lives as long as the process; wired once by main.ts, or by a test. */
export type House = {
  engine: Engine;
  config: Config;
  principals: Principals;
  passwords: Passwords;
  metrics: Metrics;
  readiness: Readiness;
  log: Log;
  version: string;
  /** What shares are refilled by; absent: the machine's own clock. */
  shareMs?: () => number;
};
