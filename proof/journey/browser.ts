import { strict as assert } from "node:assert";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const executablePath = "/usr/bin/chromium";
const args = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The machine's Chromium, or null: then the journeys are skipped, and say so. */
export async function openBrowser(): Promise<Browser | null> {
  try {
    await Deno.lstat(executablePath);
  } catch {
    console.error("SKIPPED: there is no Chromium at /usr/bin/chromium. apt-get install chromium");
    return null;
  }
  return await chromium.launch({ executablePath, args });
}

export type Device = { width: number; scripts: boolean; lang?: "zh-CN" | "en" };

/** One person at one device. Whatever the page complains of fails the journey. */
export class Person {
  readonly complaints: string[] = [];

  private constructor(readonly page: Page, readonly context: BrowserContext, readonly url: string) {
    page.on("console", (message) => {
      if (message.type() === "error" && !/Failed to load resource/.test(message.text())) {
        this.complaints.push(message.text());
      }
    });
    page.on("pageerror", (error) => this.complaints.push(String(error)));
  }

  static async at(
    browser: Browser,
    url: string,
    { width, scripts, lang = "zh-CN" }: Device,
  ): Promise<Person> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      javaScriptEnabled: scripts,
      locale: lang,
    });
    return new Person(await context.newPage(), context, url);
  }

  async signIn(login: string, password = "quanyu-demo"): Promise<void> {
    await this.go("/session");
    await this.page.fill("[name=login]", login);
    await this.page.fill("[name=password]", password);
    await this.page.click("form.door button.go");
    await this.page.waitForURL((url) => url.pathname !== "/session");
  }

  async go(path: string): Promise<void> {
    const response = await this.page.goto(this.url + path);
    assert.ok(response && response.status() < 400, `${path} answered ${response?.status()}`);
  }

  /** axe-core finds nothing serious, and nothing sticks out sideways. */
  async looksSound(): Promise<void> {
    const sideways = await this.page.evaluate(
      "document.documentElement.scrollWidth > document.documentElement.clientWidth",
    );
    assert.equal(sideways, false, `${this.page.url()} scrolls sideways`);
    const source = await Deno.readTextFile(
      new URL("../../node_modules/axe-core/axe.min.js", import.meta.url),
    );
    await this.page.evaluate(source);
    const found = await this.page.evaluate(async () => {
      // deno-lint-ignore no-explicit-any
      const { violations } = await (globalThis as any).axe.run();
      // deno-lint-ignore no-explicit-any
      return violations.filter(({ impact }: any) => impact === "serious" || impact === "critical")
        // deno-lint-ignore no-explicit-any
        .map(({ id, nodes }: any) => `${id}: ${nodes[0]?.html?.slice(0, 160)}`);
    });
    assert.deepEqual(found, [], this.page.url());
  }

  async leave(): Promise<void> {
    await this.context.close();
    assert.deepEqual(this.complaints, []);
  }
}
