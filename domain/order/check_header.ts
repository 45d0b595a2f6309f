import type { By } from "../_kernel/by.ts";
import { dayOf, isDay } from "../_kernel/period.ts";
import { isInForce } from "../channel/organisation.ts";
import {
  mostLines,
  type PlaceOrder,
  type PlaceOrderRefusal,
  type PlacingFacts,
} from "./placing.ts";

/** Whether this partner may buy at all: it sells on, it pays, and somebody of ours is there to sell. */
function checkDealer({ dealer }: PlacingFacts, { at: now }: By): PlaceOrderRefusal[] {
  const { code, state, functions, poolId, organisation } = dealer;
  const found: PlaceOrderRefusal[] = [];
  const refused = (
    reason:
      | "dealer_suspended"
      | "dealer_does_not_sell"
      | "dealer_does_not_settle"
      | "dealer_without_pool",
  ) => found.push({ reason, dealer: code, at: "/dealer" });
  if (state === "suspended") refused("dealer_suspended");
  if (!functions.sells) refused("dealer_does_not_sell");
  if (!functions.settles) refused("dealer_does_not_settle");
  if (poolId === null) refused("dealer_without_pool");
  if (!isInForce(organisation, dayOf(now))) {
    const { code: name, validFrom: from, validUntil: until } = organisation;
    found.push({
      reason: "organisation_not_in_force",
      organisation: name,
      from,
      until,
      at: "/dealer",
    });
  }
  return found;
}

export function checkHeader(command: PlaceOrder, facts: PlacingFacts, by: By): PlaceOrderRefusal[] {
  const { lines, freightMinor = 0, externalNumber, channel } = command;
  const { currency } = facts.dealer;
  const { freightCurrency = currency } = command;
  const found: PlaceOrderRefusal[] = [];
  if (lines.length === 0) found.push({ reason: "no_lines", at: "/lines" });
  if (lines.length > mostLines) {
    found.push({ reason: "too_many_lines", count: lines.length, most: mostLines, at: "/lines" });
  }
  found.push(...checkDealer(facts, by));
  const { boundToChannel: own } = facts;
  if (own !== null && channel !== own) {
    found.push({ reason: "channel_not_yours", channel, own, at: "/channel" });
  }
  if (!facts.address) found.push({ reason: "unknown_address", at: "/address" });
  if (freightMinor > 0 && !facts.mayDiscount) {
    found.push({ reason: "discount_not_allowed", at: "/freight" });
  }
  if (freightCurrency !== currency) {
    found.push({
      reason: "freight_currency_differs",
      needed: currency,
      actual: freightCurrency,
      at: "/freight/currency",
    });
  }
  if (externalNumber && facts.externalNumberTaken) {
    found.push({
      reason: "external_number_taken",
      externalNumber,
      number: facts.externalNumberTaken,
      at: "/externalNumber",
    });
  }
  return found;
}

export function checkWantedDay({ requiredOn }: PlaceOrder, { at: now }: By): PlaceOrderRefusal[] {
  if (!requiredOn) return [];
  const at = "/requiredOn";
  if (!isDay(requiredOn)) return [{ reason: "not_a_date", typed: requiredOn, at }];
  const today = dayOf(now);
  return requiredOn < today ? [{ reason: "date_in_the_past", day: requiredOn, today, at }] : [];
}
