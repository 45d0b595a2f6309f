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

const axeFile = new URL("../../node_modules/axe-core/axe.min.js", import.meta.url);
const waitMs = 10_000;
let axe: string | null = null;

/** One person at one device. Whatever the page complains of fails the journey. */
export class Person {
  readonly complaints: string[] = [];
  #second?: BrowserContext;

  private constructor(
    readonly browser: Browser,
    readonly page: Page,
    readonly context: BrowserContext,
    readonly url: string,
    readonly device: Device,
  ) {
    page.on("console", (message) => {
      if (message.type() === "error" && !/Failed to load resource/.test(message.text())) {
        this.complaints.push(`${page.url()}: ${message.text()}`);
      }
    });
    page.on("pageerror", (error) => this.complaints.push(`${page.url()}: ${error}`));
  }

  static async at(browser: Browser, url: string, device: Device): Promise<Person> {
    const { width, scripts, lang = "zh-CN" } = device;
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      javaScriptEnabled: scripts,
      locale: lang,
    });
    // The sample users have chosen Chinese; the switch of this browser wins over that.
    await context.addCookies([{ name: "lang", value: lang.slice(0, 2), url }]);
    context.setDefaultTimeout(waitMs);
    return new Person(browser, await context.newPage(), context, url, device);
  }

  get lang(): "zh" | "en" {
    return this.device.lang === "en" ? "en" : "zh";
  }

  get scripts(): boolean {
    return this.device.scripts;
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

  /** A press that ends on another page, or on the same page anew. */
  async leadsOn(press: () => Promise<unknown>): Promise<void> {
    const loaded = this.page.waitForEvent("load").then(() => true, () => false);
    await press();
    const led = await loaded;
    const wrong = await this.page.locator("[role=alert], .bad").allTextContents();
    assert.ok(led, `${this.page.url()} led nowhere: ${wrong.join(" ")}`);
  }

  /** A change of the pad: with scripts one answer is swapped in, without them the page comes anew. */
  async changesPad(act: () => Promise<unknown>): Promise<void> {
    const { page, scripts } = this;
    const answered = scripts
      ? page.waitForResponse((response) => response.request().method() === "POST")
      : page.waitForEvent("load");
    await act();
    await answered;
    if (scripts) await page.waitForTimeout(150);
  }

  async pressOnPad(name: string): Promise<void> {
    await this.changesPad(() => this.page.getByRole("button", { name, exact: true }).click());
  }

  async shows(words: string): Promise<void> {
    await this.page.getByText(words).filter({ visible: true }).first().waitFor();
  }

  /** axe-core finds nothing serious, and nothing sticks out sideways. */
  async looksSound(): Promise<void> {
    const shown = this.scripts ? this.page : await this.#twin();
    const sideways = await shown.evaluate(
      "document.documentElement.scrollWidth > document.documentElement.clientWidth",
    );
    assert.equal(sideways, false, `${this.page.url()} scrolls sideways`);
    axe ??= await Deno.readTextFile(axeFile);
    await shown.evaluate(axe);
    const found = await shown.evaluate(async () => {
      // deno-lint-ignore no-explicit-any
      const { violations } = await (globalThis as any).axe.run();
      // deno-lint-ignore no-explicit-any
      return violations.filter(({ impact }: any) => impact === "serious" || impact === "critical")
        // deno-lint-ignore no-explicit-any
        .map(({ id, nodes }: any) => `${id}: ${nodes[0]?.html?.slice(0, 160)}`);
    });
    assert.deepEqual(found, [], `${this.page.url()} ${found.join(" ")}`);
    if (shown !== this.page) await shown.close();
  }

  /** axe needs scripts: without them it looks at the same page as it came, in a second window. */
  async #twin(): Promise<Page> {
    this.#second ??= await this.browser.newContext({
      viewport: this.page.viewportSize(),
      locale: this.device.lang ?? "zh-CN",
    });
    const twin = await this.#second.newPage();
    const [body, url] = [await this.page.content(), this.page.url()];
    await twin.route("**/*.js", (route) => route.abort());
    await twin.route(
      (asked) => asked.href === url,
      (route) => route.fulfill({ body, contentType: "text/html; charset=utf-8" }),
    );
    await twin.goto(url);
    return twin;
  }

  async leave(): Promise<void> {
    await this.context.close();
    await this.#second?.close();
    assert.deepEqual(this.complaints, []);
  }
}
