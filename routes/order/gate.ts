import type { Scope } from "~/db/_engine/scope.ts";
import type { Gate } from "~/domain/order/order.ts";
import { may, type Principal } from "~/domain/platform/principal.ts";
import { Forbidden } from "~/routes/_entry/errors.ts";
import { scopeFor } from "~/routes/_entry/permit.ts";

type Who = { principal: Principal };

const rightFor = { dealer: "approve_as_dealer", company: "approve_as_company" } as const;

/** The gate this person decides at: the dealer's people at their own, ours at ours. */
export function ownGate({ principal }: Who): Gate | null {
  const gate = principal.dealerId === null ? "company" : "dealer";
  return may(principal, "order", rightFor[gate]) ? gate : null;
}

/** The own gate and how far it reaches; whoever has none is refused like at any other door. */
export function decidingGate(who: Who): { gate: Gate; scope: Scope } {
  const gate = ownGate(who);
  if (gate === null) throw new Forbidden("order.approve");
  return { gate, scope: scopeFor(who.principal, "order", rightFor[gate]) };
}
