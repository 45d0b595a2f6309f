import { isIP } from "node:net";
import { BadConfig } from "./bad_config.ts";
import { databaseFile } from "./database_file.ts";
import { isLoopback, readOrigin } from "./origin.ts";

export { BadConfig };

/** What the surroundings decide. A bad value stops the start with a sentence that says what to set. */
export type Config = {
  host: string;
  port: number;
  dataFolder: string;
  databasePath: string;
  kvPath: string | null;
  origin: string;
  trustedProxy: string | null;
  seed: typeof seeds[number];
  production: boolean;
  samplePasswords: boolean;
  apiPerSecond: number;
  /** `requests`: a line for each request; `errors`: only what went wrong. */
  log: typeof logs[number];
};

const environments = ["production", "development"] as const;
const seeds = ["tiny", "demo_zh", "demo_en", "none"] as const;
const logs = ["requests", "errors"] as const;

/** A variable that is set to nothing is not set. */
export function readConfig(given: (name: string) => string | undefined): Config {
  const env = (name: string) => given(name) || undefined;
  const production = oneOf("QUANYU_ENV", env("QUANYU_ENV"), environments) === "production";
  const host = env("HOST") ?? "127.0.0.1";
  const port = whole(env("PORT") ?? "8000", "PORT", 0, 65_535);
  const dataFolder = env("QUANYU_DATA") ?? "./data";
  const origin = readOrigin(env("QUANYU_ORIGIN"), { host, port });
  return {
    host,
    port,
    dataFolder,
    databasePath: databaseFile(env("QUANYU_DATABASE_URL"), dataFolder),
    kvPath: env("QUANYU_KV_URL") === "none"
      ? null
      : env("QUANYU_KV_URL") ?? `${dataFolder}/queue.kv`,
    origin,
    trustedProxy: proxyOf(env("QUANYU_TRUSTED_PROXY")),
    seed: seedOf(env("QUANYU_SEED"), production),
    production,
    samplePasswords: !production && isLoopback(new URL(origin).hostname),
    apiPerSecond: whole(env("QUANYU_API_RATE") ?? "200", "QUANYU_API_RATE", 1, 1_000_000),
    log: oneOf("QUANYU_LOG", env("QUANYU_LOG"), logs) ?? "requests",
  };
}

function whole(text: string, name: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new BadConfig(
      `${name} must be a whole number from ${least} to ${most}, not "${text}"`,
      `${name} 须是 ${least} 到 ${most} 的整数，不能是“${text}”`,
    );
  }
  return value;
}

function oneOf<Value extends string>(
  name: string,
  value: string | undefined,
  known: readonly Value[],
): Value | undefined {
  if (value === undefined || (known as readonly string[]).includes(value)) {
    return value as Value | undefined;
  }
  throw new BadConfig(
    `${name} must be one of ${known.join(", ")}, not "${value}"`,
    `${name} 须是 ${known.join("、")} 之一，不能是“${value}”`,
  );
}

/** As the socket writes it, or a proxy would never be known again. */
function proxyOf(value: string | undefined): string | null {
  if (value === undefined || value === "none") return null;
  if (isIP(value) === 0) {
    throw new BadConfig(
      `QUANYU_TRUSTED_PROXY must be the IP address of the proxy, such as 10.0.0.2, not "${value}"`,
      `QUANYU_TRUSTED_PROXY 须是代理的 IP 地址，如 10.0.0.2，不能是“${value}”`,
    );
  }
  return isIP(value) === 4 ? value : new URL(`http://[${value}]`).hostname.slice(1, -1);
}

function seedOf(value: string | undefined, production: boolean): Config["seed"] {
  const seed = oneOf("QUANYU_SEED", value, seeds) ?? (production ? "none" : "demo_zh");
  if (production && seed !== "none") throw demoRefused();
  return seed;
}

/** Demo users have passwords that everybody knows. */
export function demoRefused(): BadConfig {
  return new BadConfig(
    "QUANYU_ENV=production refuses demo data: set QUANYU_SEED=none",
    "QUANYU_ENV=production 不接受演示数据：请设 QUANYU_SEED=none",
  );
}
