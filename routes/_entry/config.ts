/** What the surroundings decide. A bad value stops the start with a sentence that says what to set. */
export type Config = {
  host: string;
  port: number;
  dataFolder: string;
  databasePath: string;
  kvPath: string | null;
  origin: string;
  trustedProxy: string | null;
  seed: "tiny" | "demo_zh" | "demo_en" | "none";
  production: boolean;
  samplePasswords: boolean;
  apiPerSecond: number;
};

export class BadConfig extends Error {
  override name = "BadConfig";
}

const seeds = ["tiny", "demo_zh", "demo_en", "none"] as const;

export function readConfig(env: (name: string) => string | undefined): Config {
  const production = env("QUANYU_ENV") === "production";
  const host = env("HOST") ?? "127.0.0.1";
  const port = whole(env("PORT") ?? "8000", "PORT", 0, 65_535);
  const dataFolder = env("QUANYU_DATA") ?? "./data";
  const origin = (env("QUANYU_ORIGIN") ?? `http://${host}:${port}`).replace(/\/$/, "");
  checkOrigin(origin);
  return {
    host,
    port,
    dataFolder,
    databasePath: databasePath(env("QUANYU_DATABASE_URL"), dataFolder),
    kvPath: env("QUANYU_KV_URL") === "none"
      ? null
      : env("QUANYU_KV_URL") ?? `${dataFolder}/queue.kv`,
    origin,
    trustedProxy: env("QUANYU_TRUSTED_PROXY") ?? null,
    seed: seedOf(env("QUANYU_SEED"), production),
    production,
    samplePasswords: !production && isLoopback(new URL(origin).hostname),
    apiPerSecond: whole(env("QUANYU_API_RATE") ?? "200", "QUANYU_API_RATE", 1, 1_000_000),
  };
}

function whole(text: string, name: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new BadConfig(`${name} must be a whole number from ${least} to ${most}, not "${text}"`);
  }
  return value;
}

function databasePath(url: string | undefined, dataFolder: string): string {
  if (!url) return `${dataFolder}/quanyu.db`;
  if (/^(libsql|https?|wss?):/.test(url)) {
    throw new BadConfig(
      "QUANYU_DATABASE_URL names a remote database. This version keeps its data in a local file: " +
        "unset it, or set it to file:/path/quanyu.db",
    );
  }
  return url.replace(/^file:(\/\/)?/, "");
}

function seedOf(value: string | undefined, production: boolean): Config["seed"] {
  const seed = value ?? (production ? "none" : "demo_zh");
  if (!seeds.includes(seed as Config["seed"])) {
    throw new BadConfig(`QUANYU_SEED must be one of ${seeds.join(", ")}, not "${seed}"`);
  }
  if (production && seed !== "none") {
    throw new BadConfig("QUANYU_ENV=production refuses demo data: set QUANYU_SEED=none");
  }
  return seed as Config["seed"];
}

export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\./.test(hostname);
}

function checkOrigin(origin: string): void {
  let url: URL;
  try {
    url = new URL(origin);
  } catch {
    throw new BadConfig(
      `QUANYU_ORIGIN must be an address such as https://shop.example.com, not "${origin}"`,
    );
  }
  if (url.protocol !== "https:" && !isLoopback(url.hostname) && url.hostname !== "0.0.0.0") {
    throw new BadConfig(
      "QUANYU_ORIGIN is plain http: passwords would travel in the open. Put TLS in front " +
        "(Caddy, nginx) and set QUANYU_ORIGIN to the https address",
    );
  }
}
