import { strict as assert } from "node:assert";
import { put } from "~/db/_engine/put.ts";
import { type TestEngine, testEngine } from "~/db/_engine/testing.ts";
import { writers } from "~/db/writers.ts";
import type { Expected } from "~/domain/_kernel/master.ts";
import type { RateCard, RateZone } from "~/domain/dispatch/rate_card.ts";
import { settleCarrier } from "./rate_card_testing.ts";
import { findRateCard, listRateCards, rateCards } from "./rate_cards.ts";

const zone = (zone: string, firstMinor: number): RateZone => ({
  zone,
  firstWeightGram: 1_000,
  first: { amountMinor: firstMinor, currency: "CNY" },
  stepWeightGram: 500,
  step: { amountMinor: 60, currency: "CNY" },
  leadDays: 2,
});
const card: RateCard = {
  code: "SF-XZ01",
  carrierCode: "SF",
  nodeCode: "XZ01",
  validFrom: "2025-12-31T16:00:00.000Z",
  validUntil: null,
  zones: [zone("华东", 800), zone("华南", 1_400)],
};

function save(engine: TestEngine, given: RateCard, expected: Expected = "whatever") {
  const unit = put(rateCards, given, expected);
  const scope = { kind: "all" as const };
  return engine.transact({ action: "routing.edit", author: engine.author, scope, ...unit });
}

async function settled(): Promise<TestEngine> {
  const engine = await testEngine({ writers });
  await settleCarrier(engine);
  return engine;
}

Deno.test("a rate card is read back with its zones, and their order means nothing", async () => {
  await using engine = await settled();
  assert.ok((await save(engine, card)).ok);
  const reader = engine.asSystem("test");
  assert.deepEqual(findRateCard(reader, "SF-XZ01")?.record, card);
  const turned = { ...card, zones: card.zones.toReversed() };
  assert.deepEqual((await save(engine, turned)).events, []);
  const fewer = { ...card, zones: [zone("华东", 900)] };
  assert.ok((await save(engine, fewer, 1)).ok);
  assert.deepEqual(listRateCards(reader, { after: null, limit: 5 }), [fewer]);
});

Deno.test("two cards of a carrier and node never hold at the same instant", async () => {
  await using engine = await settled();
  await save(engine, card);
  const next = { ...card, code: "SF-XZ01-B", validFrom: "2026-06-30T16:00:00.000Z" };
  const { refusals } = await save(engine, next);
  assert.deepEqual(refusals, [{
    reason: "rate_cards_overlap",
    card: "SF-XZ01",
    from: card.validFrom,
    until: null,
    at: "/validFrom",
  }]);
  assert.ok((await save(engine, { ...card, validUntil: next.validFrom })).ok);
  assert.ok((await save(engine, next)).ok);
});
