import type { Browser } from "playwright-core";
import { proofFolder } from "~/proof/_kit/folder.ts";
import { Started } from "~/proof/_kit/started.ts";
import { openBrowser } from "./browser.ts";

export type JourneyHouse = { browser: Browser; url: string } & AsyncDisposable;

/** A browser and a server of its own with a named world; null, said loudly, where no browser is. */
export async function journeyHouse(
  seed: "tiny" | "demo_zh" | "none",
): Promise<JourneyHouse | null> {
  const browser = await openBrowser();
  if (!browser) return null;
  const place = await proofFolder();
  const server = await Started.start(place.folder, { env: { QUANYU_SEED: seed } });
  return {
    browser,
    url: server.url,
    async [Symbol.asyncDispose]() {
      await browser.close();
      await server.stop();
      await place[Symbol.asyncDispose]();
    },
  };
}
