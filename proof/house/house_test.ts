import { strict as assert } from "node:assert";
import { isDecision, loans } from "./centers.ts";
import { circleIn } from "./circle.ts";
import { orphansIn } from "./orphan_words.ts";
import { importsOf, type Source } from "./sources.ts";

const file = (path: string, text: string): Source => ({ path, room: path.split("/")[0]!, text });

Deno.test("importsOf() tells values from types, and what is loaded later from what is loaded first", () => {
  const found = importsOf(file(
    "domain/order/order.ts",
    `import { a, type B } from "../policy/a.ts";
import type { C } from "./c.ts";
import {
  type D,
  type E,
} from "~/domain/d.ts";
import "hono/jsx";
export * from "./e.ts";
const later = await import("./f.ts");
`,
  ));
  assert.deepEqual(
    found.map((each) => [each.target, each.value, each.static]),
    [
      ["domain/policy/a.ts", true, true],
      ["domain/order/c.ts", false, true],
      ["domain/d.ts", false, true],
      ["domain/order/e.ts", true, true],
      ["hono/jsx", true, true],
      ["domain/order/f.ts", true, false],
    ],
  );
});

Deno.test("circleIn() finds the way round, however long, and nothing where there is none", () => {
  assert.deepEqual(circleIn({ a: ["b"], b: ["c"], c: ["a"] }), ["a", "b", "c", "a"]);
  assert.deepEqual(circleIn({ a: ["a"] }), ["a", "a"]);
  assert.deepEqual(circleIn({ z: ["b"], b: ["c"], c: ["b"] }), ["b", "c", "b"]);
  assert.equal(circleIn({ a: ["b", "c"], b: ["c"], c: [] }), null);
});

Deno.test("loans() are what crosses between centers, not the kernel, the tests or the own house", () => {
  const text = `import { a } from "../policy/price/a.ts";
import { b } from "./b.ts";
import { c } from "../_kernel/c.ts";
import { d } from "../events.ts";`;
  const found = loans([file("domain/order/x.ts", text), file("domain/order/x_test.ts", text)]);
  assert.deepEqual(found.map(({ from, other, file }) => [from, other, file]), [
    ["domain/order/x.ts", "policy", "price/a.ts"],
  ]);
});

Deno.test("isDecision() knows a decision by what it answers", () => {
  const decision = (head: string) =>
    `${head}function cancelOrder(
  order: Order,
  { because, by }: CancelOrder,
): Decision<OrderCancelled, Refusal> {
  return accept();
}
`;
  assert.equal(isDecision({ text: decision("export ") }), true);
  assert.equal(isDecision({ text: decision("") }), false);
  const rule = "export function priceOf(basket: Basket): Priced {\n  return basket;\n}\n";
  assert.equal(isDecision({ text: rule }), false);
  assert.equal(isDecision({ text: rule + decision("") }), false);
});

Deno.test("orphansIn() names what nobody says, and leaves what is said by name or by a key", () => {
  const list = {
    name: "orderWords",
    path: "views/order/text.ts",
    zh: {
      title: "订单",
      gone: "没人用",
      states: { placed: "已下单", forgotten: "没有这个状态" },
      card: { head: "头", foot: "没人用" },
      taken: { one: "一" },
      ours: { placed: "我们的" },
      root: "没有上级",
    },
  };
  const page = `const t = orderWords(lang);
const { taken } = orderWords(lang);
<h1>{t.title}</h1>; <b>{t.states[order.state]}</b>; <i>{t.card.head}</i>; taken.one;
const said = isOurs ? t.ours : t.states; said[order.state];`;
  const kit = file("views/_kit/tree.tsx", "words.root");
  const noun = file("domain/order/order.ts", `type State = "placed";`);
  assert.deepEqual(orphansIn(list, [file("views/order/page.tsx", page), noun, kit]), [
    "orderWords/gone",
    "orderWords/states/forgotten",
    "orderWords/card/foot",
  ]);
  const stranger = file("views/policy/page.tsx", "t.gone; t.foot");
  assert.ok(orphansIn(list, [stranger]).includes("orderWords/gone"));
});
