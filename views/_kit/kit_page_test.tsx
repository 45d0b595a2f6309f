import assert from "node:assert/strict";
import { KitPage } from "./kit_page.tsx";
import type { Shell } from "./layout.tsx";
import { navFor } from "./nav.ts";
import type { Lang } from "./text.ts";

function render(lang: Lang): string {
  const shell: Shell = {
    lang,
    side: "staff",
    brand: { name: "Quanyu" },
    nav: navFor("staff", { lang, here: "/order", may: () => true }),
    here: "/_kit?a=1&b=<2>",
    who: { name: "<b>x</b>", links: [{ href: "/todo?a=1&b=2", label: "7" }] },
  };
  return String(<KitPage {...shell} reading={{ lang, now: "2026-11-22T02:43:00Z" }} />);
}

const tags = (html: string) => html.match(/<[a-z][^>]*>/g) ?? [];

for (const lang of ["zh", "en"] as const) {
  Deno.test(`the kit page (${lang}) says nothing our content policy forbids`, () => {
    const html = render(lang);
    for (const tag of tags(html)) {
      assert.doesNotMatch(tag, /\sstyle=/);
      assert.doesNotMatch(tag, /\s(on\w+|hx-on[^=]*|x-[\w-]+)=/);
      assert.doesNotMatch(tag, /\shx-trigger="[^"]*\[/);
      assert.doesNotMatch(tag, /="\s*(javascript|js):/i);
    }
    assert.doesNotMatch(html, /<style|<script(?![^>]*\ssrc=)/);
    assert.doesNotMatch(html, /undefined|\[object|NaN/);
  });

  Deno.test(`the kit page (${lang}) has every id once, and every reference an id`, () => {
    const html = render(lang);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((found) => found[1]);
    assert.equal(new Set(ids).size, ids.length);
    const references = /\s(?:for|aria-describedby|popovertarget|data-dialog|form)="([^"]+)"/g;
    for (const [, id] of html.matchAll(references)) assert.ok(ids.includes(id), id);
  });
}

Deno.test("the kit page escapes what people typed", () => {
  const html = render("zh");
  assert.ok(html.startsWith("<!doctype html><html"));
  assert.ok(html.includes("&lt;b&gt;x&lt;/b&gt;"));
  assert.ok(!html.includes("<b>x</b>"));
  assert.ok(html.includes('value="/_kit?a=1&amp;b=&lt;2&gt;"'));
});

Deno.test("the kit page has one way of each: a label for every control", () => {
  const html = render("en");
  const controls = tags(html).filter((tag) =>
    /^<(input|select|textarea)/.test(tag) && !/type="(hidden|radio|checkbox)"/.test(tag)
  );
  const labels = new Set([...html.matchAll(/<label for="([^"]+)"/g)].map((found) => found[1]));
  for (const tag of controls) {
    const id = tag.match(/\sid="([^"]+)"/)?.[1];
    assert.ok(/aria-label=/.test(tag) || labels.has(id!), tag);
  }
});
