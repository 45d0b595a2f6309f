import type { PutFacts } from "../_kernel/master.ts";
import type { Money } from "../_kernel/money.ts";
import type { Weekday } from "./weekdays.ts";

export const nodeTypes = [
  "plant",
  "central",
  "regional",
  "dealer",
  "store",
  "third_party",
  "supplier",
  "in_transit",
] as const;
export type NodeType = typeof nodeTypes[number];

export type Node = {
  code: string;
  nameZh: string;
  nameEn: string;
  type: NodeType;
  organisationCode: string;
  regionCode: string;
  partnerCode: string | null;
  /** At most one, so that no unit can be promised through two doors. */
  poolCode: string | null;
  province: string;
  city: string;
  stocks: boolean;
  ships: boolean;
  /** What it costs to handle one shipment, in the currency of the organisation. */
  handling: Money;
  dailyCapacity: number;
  openWeekdays: readonly Weekday[];
  leadDays: number;
  state: "active" | "inactive";
};

/** What still lies at a node, and what is promised from it. */
export type NodeOpen = { skus: number; units: number; pinnedUnits: number };

export type NodeExtra = {
  open: NodeOpen;
  organisationCurrency: string | null;
  /** Whether the partner it stands at has the function to stock; null: it stands at none. */
  partnerStocks: boolean | null;
  /** The organisation the pool belongs to; null where none is named or known. */
  poolOwner: { id: string; code: string } | null;
  /** The ids of the node's organisation and of all above it. */
  line: readonly string[];
};

export type NodeRefusal =
  | { reason: "unknown_organisation"; code: string; at?: string }
  | { reason: "unknown_region"; code: string; at?: string }
  | { reason: "unknown_partner"; code: string; at?: string }
  | { reason: "partner_does_not_stock"; partner: string; at?: string }
  | { reason: "unknown_pool"; code: string; at?: string }
  | {
    reason: "pool_of_another_organisation";
    pool: string;
    owner: string;
    organisation: string;
    at?: string;
  }
  | { reason: "currency_differs"; needed: string; actual: string; at?: string }
  | ({ reason: "node_still_in_use"; change: NodeChange; at?: string } & NodeOpen);

/** What may not happen to a node while goods lie there. */
export type NodeChange = "deactivate" | "move" | "stop_stocking";

export function nodeRules(node: Node, { before, refs, extra }: PutFacts<Node, NodeExtra>) {
  return [
    ...unknown(node, refs),
    ...atPartner(node, extra),
    ...poolOf(node, extra),
    ...currencyOf(node, extra),
    ...stillInUse(node, before?.record ?? null, extra.open),
  ];
}

function unknown(node: Node, refs: PutFacts<Node, NodeExtra>["refs"]): NodeRefusal[] {
  const found: NodeRefusal[] = [];
  const { organisationCode, regionCode, partnerCode, poolCode } = node;
  if (!refs.organisation) {
    found.push({ reason: "unknown_organisation", code: organisationCode, at: "/organisationCode" });
  }
  if (!refs.region) found.push({ reason: "unknown_region", code: regionCode, at: "/regionCode" });
  if (partnerCode !== null && !refs.partner) {
    found.push({ reason: "unknown_partner", code: partnerCode, at: "/partnerCode" });
  }
  if (poolCode !== null && !refs.pool) {
    found.push({ reason: "unknown_pool", code: poolCode, at: "/poolCode" });
  }
  return found;
}

function atPartner(
  { partnerCode: partner, stocks }: Node,
  { partnerStocks }: NodeExtra,
): NodeRefusal[] {
  if (partner === null || partnerStocks !== false || !stocks) return [];
  return [{ reason: "partner_does_not_stock", partner, at: "/stocks" }];
}

/** Whoever orders from a pool orders from its owner's goods and from those of its companies. */
function poolOf(
  { poolCode, organisationCode }: Node,
  { poolOwner, line }: NodeExtra,
): NodeRefusal[] {
  if (poolCode === null || poolOwner === null || line.includes(poolOwner.id)) return [];
  return [{
    reason: "pool_of_another_organisation",
    pool: poolCode,
    owner: poolOwner.code,
    organisation: organisationCode,
    at: "/poolCode",
  }];
}

function currencyOf({ handling }: Node, { organisationCurrency }: NodeExtra): NodeRefusal[] {
  if (organisationCurrency === null || handling.currency === organisationCurrency) return [];
  const [needed, actual] = [organisationCurrency, handling.currency];
  return [{ reason: "currency_differs", needed, actual, at: "/handling/currency" }];
}

function stillInUse(node: Node, before: Node | null, open: NodeOpen): NodeRefusal[] {
  if (before === null || (open.units === 0 && open.pinnedUnits === 0)) return [];
  const found: NodeRefusal[] = [];
  const refused = (change: NodeChange, at: string) =>
    found.push({ reason: "node_still_in_use", change, ...open, at });
  if (before.state === "active" && node.state === "inactive") refused("deactivate", "/state");
  if (before.poolCode !== node.poolCode) refused("move", "/poolCode");
  if (before.stocks && !node.stocks) refused("stop_stocking", "/stocks");
  return found;
}

/** Only a node that is open for business, keeps stock and ships is offered as a shipper. */
export function mayShip({ state, stocks, ships }: Pick<Node, "state" | "stocks" | "ships">) {
  return state === "active" && stocks && ships;
}
