import type { Rejection, RoutingResult } from "../../wasm/routing/mod.ts";
import type { Day } from "../_kernel/period.ts";
import type { BrokenRule, RejectedBecause, RoutingRecord } from "./events.ts";
import type { RoutingFacts, Wanted } from "./route_order.ts";
import { promisedOn, type RoutingCandidate } from "./routing_candidate.ts";

/** The solver's answer in the words of the house, complete enough to be read years later. */
export function recordOf(
  { order, candidates, skuCodes }: RoutingFacts,
  { result, wanted, today }: {
    result: RoutingResult<BrokenRule>;
    wanted: readonly Wanted[];
    today: Day;
  },
): RoutingRecord {
  const total = wanted.reduce((sum, { quantity }) => sum + quantity, 0);
  return {
    costMinor: result.costMinor,
    boundMinor: result.boundMinor,
    optimal: result.optimal,
    method: result.method,
    currency: order.currency,
    shipments: result.plan.map((shipment) => {
      const { weightGram, freightMinor, handlingMinor, fixedMinor, splitMinor } = shipment;
      return {
        ...namesOf(candidates[shipment.node]!),
        units: shipment.lines.reduce((sum, { quantity }) => sum + quantity, 0),
        weightGram,
        freightMinor,
        handlingMinor,
        lateMinor: fixedMinor,
        splitMinor,
        promisedOn: promisedOn(candidates[shipment.node]!, today),
      };
    }),
    runnerUp: result.runnerUp && {
      nodes: result.runnerUp.plan.map(({ node }) => candidates[node]!.code),
      costMinor: result.runnerUp.costMinor,
      extraMinor: result.runnerUp.extraMinor,
    },
    rejected: result.rejected.map((rejection) => ({
      ...namesOf(candidates[rejection.node]!),
      because: becauseOf(rejection),
      promisedOn: promisedOn(candidates[rejection.node]!, today),
      canShipUnits: rejection.reason === "ineligible" ? 0 : total - rejection.unitsShort,
      extraMinor: rejection.reason === "cost" ? rejection.extraMinor : null,
      exact: rejection.reason === "cost" ? rejection.exact : true,
    })),
    unfilled: result.unfilled.map(({ line, missing }) => ({
      sku: skuCodes.get(wanted[line]!.skuId) ?? wanted[line]!.skuId,
      missing,
    })),
  };
}

function namesOf(
  { code, nameZh, nameEn }: RoutingCandidate,
): { node: string; nameZh: string; nameEn: string } {
  return { node: code, nameZh, nameEn };
}

function becauseOf(rejection: Rejection<BrokenRule>): RejectedBecause {
  return rejection.reason === "ineligible" ? rejection.rule : rejection.reason;
}
