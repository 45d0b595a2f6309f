import assert from "node:assert/strict";
import {
  choosePrice,
  type LostBecause,
  type PriceQuestion,
  type PriceRow,
} from "./choose_price.ts";
import { priceRow } from "./testing.ts";

const question: PriceQuestion = {
  organisationId: "east",
  channel: "portal",
  regionLine: ["xuzhou", "jiangsu", "east"],
  grade: "A",
  dealerId: "dingshun",
  currency: "CNY",
  unit: "箱",
  quantity: 20,
  at: "2026-11-22T02:42:00.000Z",
};
const general = priceRow(30_000_000, { listId: "general" });
const row = (over: Partial<PriceRow>): PriceRow => ({ ...general, ...over });

/** Each alone cannot apply; the reason is the first that bars it. */
const barred: Record<string, [Partial<PriceRow>, LostBecause]> = {
  "in dollars": [{ currency: "USD" }, "other_currency"],
  "for the south": [{ organisationId: "south" }, "other_organisation"],
  "for shops online": [{ channel: "tmall" }, "other_channel"],
  "for a region the buyer is not in": [{ regionId: "zhejiang" }, "other_region"],
  "for grade B": [{ grade: "B" }, "other_grade"],
  "for another dealer": [{ dealerId: "baichuan" }, "other_dealer"],
  "by the bottle": [{ unit: "瓶" }, "other_unit"],
  "from a list of next year": [{ listFrom: "2027-01-01T00:00:00.000Z" }, "not_yet_valid"],
  "from tomorrow": [{ validFrom: "2026-11-22T02:42:00.001Z" }, "not_yet_valid"],
  "until this very instant": [{ validUntil: question.at }, "expired"],
  "from a list that ended": [{ listUntil: "2026-11-01T00:00:00.000Z" }, "expired"],
  "above 200 cases": [{ minQuantity: 200 }, "quantity_too_small"],
};

for (const [name, [over, because]] of Object.entries(barred)) {
  Deno.test(`choosePrice() leaves out a price ${name}`, () => {
    const other = row(over);
    assert.deepEqual(choosePrice([other], question), {
      winner: null,
      losers: [{ row: other, because }],
    });
    assert.equal(choosePrice([other, general], question).winner, general);
  });
}

/** Winner first, then who loses to it and why. */
const duels: [string, Partial<PriceRow>, Partial<PriceRow>, LostBecause][] = [
  [
    "an organisation's price beats the general one",
    { organisationId: "east" },
    {},
    "less_specific",
  ],
  [
    "a channel's beats the organisation's",
    { channel: "portal" },
    { organisationId: "east" },
    "less_specific",
  ],
  [
    "a region's beats channel and organisation together, from however high above",
    { regionId: "east" },
    { channel: "portal", organisationId: "east" },
    "less_specific",
  ],
  [
    "of two regions the nearer wins, whatever tier the wider one reaches",
    { regionId: "jiangsu" },
    { regionId: "east", minQuantity: 20 },
    "less_specific",
  ],
  [
    "a wider region with a channel beats a nearer one without",
    { regionId: "east", channel: "portal" },
    { regionId: "xuzhou" },
    "less_specific",
  ],
  [
    "a grade's beats region, channel and organisation together",
    { grade: "A" },
    { regionId: "xuzhou", channel: "portal", organisationId: "east" },
    "less_specific",
  ],
  [
    "a dealer's own beats all the others together",
    { dealerId: "dingshun" },
    { grade: "A", regionId: "xuzhou", channel: "portal", organisationId: "east", minQuantity: 20 },
    "less_specific",
  ],
  ["the highest tier reached wins", { minQuantity: 20 }, { minQuantity: 10 }, "smaller_tier"],
  [
    "the latest start wins",
    { validFrom: "2026-07-01T00:00:00.000Z" },
    { listFrom: "2026-06-01T00:00:00.000Z" },
    "earlier_start",
  ],
  [
    "of twins the smaller list code",
    { listCode: "2026A" },
    { listCode: "2026B" },
    "same_but_later_code",
  ],
];

for (const [name, winning, losing, because] of duels) {
  Deno.test(`choosePrice(): ${name}, in whichever order they come`, () => {
    const [winner, loser] = [row(winning), row(losing)];
    const expected = { winner, losers: [{ row: loser, because }] };
    assert.deepEqual(choosePrice([winner, loser], question), expected);
    assert.deepEqual(choosePrice([loser, winner], question), expected);
  });
}

Deno.test("choosePrice() reaches a tier exactly at its quantity, and a price at its first instant", () => {
  const tier = row({ minQuantity: 20, validFrom: question.at });
  assert.equal(choosePrice([general, tier], question).winner, tier);
  assert.equal(choosePrice([general, tier], { ...question, quantity: 19 }).winner, general);
});
