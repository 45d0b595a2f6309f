import type { Person } from "./browser.ts";

type Measured = {
  sideways: string[];
  filled: string[];
  small: string[];
  cut: string[];
  words: string[];
};

/** Run in the page, so it may use nothing from outside itself. */
function measure(): Measured {
  // deno-lint-ignore no-explicit-any
  const { document, getComputedStyle, innerWidth } = globalThis as any;
  // deno-lint-ignore no-explicit-any
  const all = (selector: string): any[] =>
    // deno-lint-ignore no-explicit-any
    [...document.querySelectorAll(selector)].filter((each: any) => each.checkVisibility?.());
  // deno-lint-ignore no-explicit-any
  const called = (each: any) =>
    `${each.tagName.toLowerCase()} ${
      (each.textContent || each.getAttribute("aria-label") || each.name || "").trim().slice(0, 24)
    }`;
  const body = document.documentElement;
  return {
    sideways: [
      ...(body.scrollWidth > body.clientWidth ? ["the page"] : []),
      ...all("main .scroll, main pre").filter((box) => box.scrollWidth > box.clientWidth + 1)
        .map((box) =>
          `${called(box.querySelector("caption") ?? box)} by ${box.scrollWidth - box.clientWidth}px`
        ),
    ],
    filled: all("main .b.go").filter((each) => !each.closest(".bulk, .stickbar")).map(called),
    small: innerWidth > 500
      ? []
      : all("main :is(button, a, summary, select, input:not([type=hidden]))")
        .filter((each) => {
          const { width, height } = each.getBoundingClientRect();
          return width > 1 &&
            (height < 20 || (each.matches("button, select, .b, .chip") && height < 28));
        }).map(called),
    cut: all("main *").filter((each) =>
      each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 &&
      getComputedStyle(each).textOverflow === "ellipsis"
    ).map(called),
    words: all(
      "main h1, main h2, main th, main label, main legend, main dt, main .st, main td, main p, main button, main summary, main a",
    )
      .map((each) => each.textContent.trim().replace(/\s+/g, " ")),
  };
}

const code = /\b[a-z]+(?:[._][a-z]+)+\b|\b[A-Z]{2,}_[A-Z_]+\b|undefined|NaN|\[object/;
const foreign = { zh: /\b[a-z]{4,}(?: [a-z]+)+/i, en: /\p{Script=Han}{2,}/u };

/** What a machine can see of a page that looks wrong; the rest is for eyes. */
export async function faultsOf({ page, lang }: Person): Promise<string[]> {
  const { sideways, filled, small, cut, words } = await page.evaluate(measure);
  const say = (what: string, found: string[]) =>
    found.length ? [`${what}: ${[...new Set(found)].slice(0, 8).join(" | ")}`] : [];
  return [
    ...say("scrolls sideways", sideways),
    ...say("more than one filled button", filled.length > 1 ? filled : []),
    ...say("small to touch", small),
    ...say("cut off", cut),
    ...say("raw code", words.filter((each) => each.length < 80 && code.test(each))),
    ...(lang === "zh"
      ? say("foreign", words.filter((each) => each.length < 80 && foreign.zh.test(each)))
      : []),
  ];
}
