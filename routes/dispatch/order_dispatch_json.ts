import type { PostedShipment, RoutingDecision } from "~/domain/dispatch/read_models.ts";
import { isStaff } from "~/domain/platform/principal.ts";
import type { Ctx } from "~/routes/_entry/context.ts";

type Asker = Pick<Ctx, "may" | "principal">;

/** An order's parcels; what they posted only to those who may read the account. */
export function orderShipmentsJson(ctx: Asker, shipments: readonly PostedShipment[]) {
  const seesMoney = ctx.may("account", "read");
  return shipments.map(({ carrier, lines, currency, ...parcel }) => {
    const money = (amountMinor: number) => seesMoney ? { amountMinor, currency } : undefined;
    const { number, trackingNumber, shippedAt, deliveredAt } = parcel;
    return {
      number,
      carrier: carrier?.nameZh ?? null,
      trackingNumber,
      shippedAt,
      deliveredAt,
      amount: money(parcel.goodsMinor + parcel.freightMinor),
      tax: money(parcel.taxMinor),
      lines: lines.map(({ goodsMinor, ...line }) => ({ ...line, amount: money(goodsMinor) })),
    };
  });
}

/** What a node costs us is for our own people. */
export function mayRouting(ctx: Asker): boolean {
  return isStaff(ctx.principal) && ctx.may("routing", "read");
}

/** The newest decision where an order ships from, and why; null while there is none. */
export function routingJson(decision: RoutingDecision | undefined) {
  if (!decision) return null;
  const { at, who, overrideReason, record } = decision;
  const { currency, method, optimal, runnerUp, rejected, unfilled } = record;
  const money = (amountMinor: number) => ({ amountMinor, currency });
  return {
    at,
    by: who,
    overrideReason,
    method,
    optimal,
    cost: money(record.costMinor),
    bound: money(record.boundMinor),
    shipments: record.shipments.map((part) => ({
      node: part.node,
      units: part.units,
      weightGram: part.weightGram,
      freight: money(part.freightMinor),
      handling: money(part.handlingMinor),
      late: money(part.lateMinor),
      split: money(part.splitMinor),
      promisedOn: part.promisedOn,
    })),
    runnerUp: runnerUp && {
      nodes: runnerUp.nodes,
      cost: money(runnerUp.costMinor),
      extra: money(runnerUp.extraMinor),
    },
    rejected: rejected.map(({ node, because, promisedOn, canShipUnits, extraMinor, exact }) => ({
      node,
      because,
      promisedOn,
      canShipUnits,
      extra: extraMinor === null ? null : money(extraMinor),
      exact,
    })),
    unfilled,
  };
}
