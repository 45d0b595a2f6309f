import { strict as assert } from "node:assert";
import type { DeliverRefusal } from "~/domain/dispatch/deliver_shipment.ts";
import type { OverrideRefusal } from "~/domain/dispatch/override_routing.ts";
import type { ReleaseRefusal } from "~/domain/dispatch/release_order.ts";
import type { ShipParcelRefusal } from "~/domain/dispatch/ship_parcel.ts";
import { wordProblems } from "~/views/_kit/text_check.ts";
import { dispatchWords } from "./text.ts";

type Refusal = DeliverRefusal | OverrideRefusal | ReleaseRefusal | ShipParcelRefusal;

const refusals: { [R in Refusal["reason"]]: Extract<Refusal, { reason: R }> } = {
  wrong_stage: { reason: "wrong_stage", command: "ship", stage: "shipped" },
  changed_meanwhile: { reason: "changed_meanwhile" },
  nothing_to_move: { reason: "nothing_to_move" },
  unknown_node: { reason: "unknown_node", node: "7" },
  node_cannot_ship: { reason: "node_cannot_ship", node: "7", rule: "no_rate_to_zone" },
  node_short: { reason: "node_short", node: "7", sku: "8", needed: 40, available: 12 },
  nothing_routed: { reason: "nothing_routed" },
  not_released: { reason: "not_released" },
  nothing_to_ship: { reason: "nothing_to_ship" },
  unknown_carrier: { reason: "unknown_carrier", carrier: "7" },
  carrier_does_not_ship: { reason: "carrier_does_not_ship", carrier: "7" },
  unknown_line: { reason: "unknown_line", lineNo: 9 },
  line_twice: { reason: "line_twice", lineNo: 9 },
  more_than_left: { reason: "more_than_left", lineNo: 9, wanted: 40, left: 12 },
  already_delivered: { reason: "already_delivered", deliveredAt: "2026-03-02T02:00:00.000Z" },
};

function said(lang: "zh" | "en") {
  const words = dispatchWords(lang);
  const refused = Object.entries(refusals).map(([reason, refusal]) => {
    const say = words.refused[reason as Refusal["reason"]] as (refusal: Refusal) => string;
    return [reason, say(refusal)];
  });
  return { ...words, refused: Object.fromEntries(refused) };
}

Deno.test("the words of dispatch are whole in both languages", () => {
  assert.deepEqual(wordProblems({ zh: said("zh"), en: said("en") }), []);
});

Deno.test("a refusal names what was needed and what there is", () => {
  for (const lang of ["zh", "en"] as const) {
    const { refused } = said(lang);
    assert.match(refused.node_short, /12.*40/);
    assert.match(refused.more_than_left, /40.*12/);
  }
});
