import type { Browser, Page } from "playwright-core";
import { type Device, Person } from "./browser.ts";
import { faultsOf } from "./faults.ts";
import { journeyHouse } from "./house.ts";
import { type Scene, scenes } from "./scenes.ts";

type Look = Device & { theme: "light" | "dark"; paper?: true };

const looks: readonly Look[] = [
  { width: 1280, theme: "light", scripts: true },
  { width: 1280, theme: "dark", scripts: true },
  { width: 360, theme: "light", scripts: true },
  { width: 360, theme: "dark", scripts: true },
  { width: 1280, theme: "light", scripts: true, lang: "en" },
  { width: 360, theme: "light", scripts: true, lang: "en" },
  // A4 without its margins, in CSS pixels.
  { width: 718, theme: "light", scripts: true, paper: true },
];

/** The one that README.md shows. */
const shown = { name: "pad-1280-light", file: new URL("shots/pad-1280.png", import.meta.url) };

async function shoot(browser: Browser, url: string, folder: string, only: RegExp): Promise<void> {
  for (const look of looks) {
    const asked = scenes.filter((scene) =>
      Boolean(scene.print) === Boolean(look.paper) && only.test(nameOf(scene, look))
    );
    for (const login of new Set(asked.map(({ login }) => login))) {
      const person = await Person.at(browser, url, look);
      person.context.setDefaultTimeout(60_000);
      await person.context.addCookies([{ name: "theme", value: look.theme, url }]);
      if (login) await person.signIn(login);
      for (const scene of asked.filter((each) => each.login === login)) {
        await take(person, scene, look, folder);
      }
      await person.context.close();
    }
  }
}

async function take(person: Person, scene: Scene, look: Look, folder: string): Promise<void> {
  const name = nameOf(scene, look);
  await person.page.goto(person.url + scene.path);
  await scene.then?.(person).catch((error) => console.error(name, String(error).split("\n")[0]));
  if (look.paper) await person.page.emulateMedia({ media: "print" });
  await save(person.page, `${folder}/${name}.png`);
  for (const fault of await faultsOf(person)) console.error(`${name}: ${fault}`);
  if (name === shown.name) await Deno.copyFile(`${folder}/${name}.png`, shown.file);
  await person.context.setOffline(false);
}

function nameOf({ name }: Scene, { width, theme, lang }: Look): string {
  return [name, width, theme, lang].filter(Boolean).join("-");
}

async function save(page: Page, path: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.screenshot({ path, fullPage: true, timeout: 60_000 });
}

/**
 * `deno run -A proof/journey/shots.ts OUT_FOLDER [URL] [ONLY]`: of a server that runs, or of a demo
 * world of its own; ONLY is a pattern over names like pad-360-dark.
 */
if (import.meta.main) {
  const [folder, url, only] = Deno.args;
  if (!folder) {
    console.error("Name a folder outside the repository: shots.ts OUT_FOLDER [URL] [ONLY]");
    Deno.exit(2);
  }
  await Deno.mkdir(folder, { recursive: true });
  await using house = await journeyHouse(url ? "none" : "demo_zh");
  if (house) await shoot(house.browser, url || house.url, folder, new RegExp(only ?? ""));
}
