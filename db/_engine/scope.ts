import { type RawBuilder, sql } from "kysely";
import type { Schema } from "~/db/schema.ts";

/** How far a principal sees for one resource and action; compiled into every query. */
export type Scope =
  | { kind: "all" }
  | { kind: "none" }
  | { kind: "organisation"; organisationIds: readonly string[] }
  /** Sees by region; `organisationIds` say where it may keep what it sees. */
  | { kind: "region"; regionIds: readonly string[]; organisationIds: readonly string[] }
  | { kind: "node"; nodeIds: readonly string[] }
  | { kind: "dealer"; dealerId: string }
  | { kind: "dealer_and_below"; dealerId: string; dealerIds: readonly string[] }
  | { kind: "own"; userId: string; dealerId: string };
export type ScopeKind = Scope["kind"];
type Narrow = Exclude<ScopeKind, "all" | "none">;

export type ScopeValue =
  | "userId"
  | "dealerId"
  | "dealerIds"
  | "organisationIds"
  | "regionIds"
  | "nodeIds";
export type ValueOf = (name: ScopeValue) => unknown;
type Predicate = (alias: string, value: ValueOf) => RawBuilder<boolean>;

/** `public`: any signed-in principal. `system`: only the house itself and whoever may see all. */
type Rule = "public" | "system" | Partial<Record<Narrow, Predicate>>;

const ref = (alias: string, column: string) => sql.ref(`${alias}.${column}`);
const list = (value: unknown) => sql`(select value from json_each(${value}))`;

const is = (column: string, name: ScopeValue): Predicate => (alias, value) =>
  sql<boolean>`${ref(alias, column)} = ${value(name)}`;
const among = (column: string, name: ScopeValue): Predicate => (alias, value) =>
  sql<boolean>`${ref(alias, column)} in ${list(value(name))}`;
const both = (one: Predicate, other: Predicate): Predicate => (alias, value) =>
  sql<boolean>`(${one(alias, value)} and ${other(alias, value)})`;

/** Rows that belong to a dealer by their own column. */
const ofDealer = (column = "dealer_id"): Partial<Record<Narrow, Predicate>> => ({
  dealer: is(column, "dealerId"),
  dealer_and_below: among(column, "dealerIds"),
  own: is(column, "dealerId"),
});

/** A dealer's row seen from the region or organisation that serves the dealer. */
const servedBy = (column: string): Partial<Record<Narrow, Predicate>> => ({
  region: (alias, value) =>
    sql<boolean>`${ref(alias, column)} in (select id from partner where region_id in ${
      list(value("regionIds"))
    })`,
  organisation: (alias, value) =>
    sql<boolean>`${ref(alias, column)} in (select id from partner where organisation_id in ${
      list(value("organisationIds"))
    })`,
});

const order: Partial<Record<Narrow, Predicate>> = {
  ...ofDealer(),
  own: both(is("dealer_id", "dealerId"), is("placed_by", "userId")),
  region: among("region_id", "regionIds"),
  organisation: among("organisation_id", "organisationIds"),
  node: (alias, value) =>
    sql<boolean>`exists (select 1 from fulfilment f where f.order_id = ${
      ref(alias, "id")
    } and f.node_id in ${list(value("nodeIds"))})`,
};

/** A part is seen by whoever sees the whole. */
const partOf = (
  parent: keyof Schema,
  column: string,
  rule: Partial<Record<Narrow, Predicate>>,
): Partial<Record<Narrow, Predicate>> => {
  const parts: Partial<Record<Narrow, Predicate>> = {};
  for (const [kind, predicate] of Object.entries(rule) as [Narrow, Predicate][]) {
    parts[kind] = (alias, value) =>
      sql<boolean>`exists (select 1 from ${sql.table(parent)} as whole where whole.id = ${
        ref(alias, column)
      } and ${predicate("whole", value)})`;
  }
  return parts;
};

const partner: Partial<Record<Narrow, Predicate>> = {
  dealer: is("id", "dealerId"),
  own: is("id", "dealerId"),
  dealer_and_below: among("id", "dealerIds"),
  region: among("region_id", "regionIds"),
  organisation: among("organisation_id", "organisationIds"),
};

const user: Partial<Record<Narrow, Predicate>> = {
  own: is("id", "userId"),
  dealer: is("dealer_id", "dealerId"),
  dealer_and_below: among("dealer_id", "dealerIds"),
  organisation: among("organisation_id", "organisationIds"),
};

const fulfilment: Partial<Record<Narrow, Predicate>> = {
  ...partOf("sales_order", "order_id", order),
  node: among("node_id", "nodeIds"),
};

const shipment: Partial<Record<Narrow, Predicate>> = {
  ...ofDealer(),
  ...servedBy("dealer_id"),
  node: among("node_id", "nodeIds"),
};

/** A dealer sees the pool it may order from; staff sees stock by where the node stands. */
const stockOf = (column: "node_id" | "pool_id"): Partial<Record<Narrow, Predicate>> => {
  const node = column === "node_id";
  const pools = (chosen: RawBuilder<unknown>) =>
    node ? sql`(select id from node where pool_id in ${chosen})` : chosen;
  const nodes = (condition: (value: ValueOf) => RawBuilder<unknown>): Predicate => (alias, value) =>
    node
      ? sql<boolean>`${ref(alias, column)} in (select id from node where ${condition(value)})`
      : sql<boolean>`${ref(alias, column)} in (select pool_id from node where ${condition(value)})`;
  const ofPartners =
    (partners: (value: ValueOf) => RawBuilder<unknown>): Predicate => (alias, value) =>
      sql<boolean>`${ref(alias, column)} in ${
        pools(sql`(select pool_id from partner where id in ${partners(value)})`)
      }`;
  return {
    dealer: ofPartners((value) => sql`(${value("dealerId")})`),
    own: ofPartners((value) => sql`(${value("dealerId")})`),
    dealer_and_below: ofPartners((value) => list(value("dealerIds"))),
    node: nodes((value) => sql`id in ${list(value("nodeIds"))}`),
    region: nodes((value) => sql`region_id in ${list(value("regionIds"))}`),
    organisation: nodes((value) => sql`organisation_id in ${list(value("organisationIds"))}`),
  };
};

/**
 * A price list is seen by the dealers it may be meant for and by whoever serves them: whom it names, a
 * dealer, a region or an organisation, must be in reach.
 */
const priceList: Partial<Record<Narrow, Predicate>> = (() => {
  const houseOf = (dealers: Predicate): Predicate => (alias, value) =>
    sql<boolean>`exists (select 1 from partner d where d.organisation_id = ${
      ref(alias, "organisation_id")
    } and ${dealers("d", value)})`;
  /** A region's prices hold in all the regions below it. */
  const areaOf = (dealers: Predicate): Predicate => (alias, value) =>
    sql<boolean>`${ref(alias, "region_id")} in (with recursive line (id) as (
      select d.region_id from partner d where ${dealers("d", value)}
      union select r.parent_id from region r join line on r.id = line.id
      where r.parent_id is not null) select id from line)`;
  const meantFor = (
    dealers: Predicate,
    { house = houseOf(dealers), area = areaOf(dealers) }: Record<string, Predicate> = {},
  ): Predicate =>
  (alias, value) => {
    const dealer = ref(alias, "dealer_id");
    return sql<
      boolean
    >`((${dealer} is null or exists (select 1 from partner d where d.id = ${dealer}
      and ${dealers("d", value)})) and (${ref(alias, "region_id")} is null or ${
      area(alias, value)
    }) and (${ref(alias, "organisation_id")} is null or ${house(alias, value)}))`;
  };
  /** Dealers see the lists of their own grade; what others pay is not theirs to know. */
  const graded = (dealers: Predicate): Predicate => (alias, value) =>
    sql<boolean>`(${meantFor(dealers)(alias, value)} and (${ref(alias, "grade")} is null or exists
      (select 1 from partner d where d.grade = ${ref(alias, "grade")} and ${
      dealers("d", value)
    })))`;
  const ofHouses = among("organisation_id", "organisationIds");
  /** What an organisation agrees for a region it sees, also before it has a dealer there. */
  const ofHousesOrNear: Predicate = (alias, value) =>
    sql<boolean>`(${ofHouses(alias, value)} or ${areaOf(ofHouses)(alias, value)})`;
  return {
    dealer: graded(is("id", "dealerId")),
    own: graded(is("id", "dealerId")),
    dealer_and_below: graded(among("id", "dealerIds")),
    region: meantFor(among("region_id", "regionIds")),
    organisation: meantFor(ofHouses, { house: ofHouses, area: ofHousesOrNear }),
  };
})();

const receipt = { ...ofDealer(), ...servedBy("dealer_id") };
const openItem = { ...ofDealer(), ...servedBy("dealer_id") };
/** A journal is seen by whoever serves the dealer it is about; dealers see their account instead. */
const journal: Partial<Record<Narrow, Predicate>> = {
  organisation: (alias, value) =>
    sql<boolean>`exists (select 1 from posting p where p.journal_id = ${
      ref(alias, "id")
    } and p.partner_id in (select id from partner where organisation_id in ${
      list(value("organisationIds"))
    }))`,
};

/** Exhaustive by type: a new table does not build until it says who may see its rows. */
export const scopes: Record<keyof Schema, Rule> = {
  app_user: user,
  user_role: partOf("app_user", "user_id", user),
  user_region: partOf("app_user", "user_id", user),
  user_node: partOf("app_user", "user_id", user),
  session: partOf("app_user", "user_id", user),
  api_token: partOf("app_user", "user_id", user),
  one_time_link: "system",
  login_throttle: "system",
  denial: "system",
  idempotency: "system",
  audit: "system",
  outbox: "system",
  delivery: "system",
  number_series: "system",
  upkeep: "system",
  schema_migration: "system",
  category: "public",
  sku: "public",
  sku_unit: "public",
  organisation: "public",
  region: "public",
  pool: "public",
  node: "public",
  partner,
  partner_relation: partOf("partner", "child_id", partner),
  address: partOf("partner", "partner_id", partner),
  stock_entry: stockOf("node_id"),
  node_stock: stockOf("node_id"),
  pool_stock: stockOf("pool_id"),
  reservation: partOf("sales_order", "order_id", order),
  pin: partOf("sales_order", "order_id", order),
  price_list: priceList,
  price_row: partOf("price_list", "price_list_id", priceList),
  credit_account: { ...ofDealer(), ...servedBy("dealer_id") },
  credit_entry: partOf("credit_account", "account_id", { ...ofDealer(), ...servedBy("dealer_id") }),
  order_draft: { ...ofDealer(), ...servedBy("dealer_id") },
  sales_order: order,
  sales_order_line: partOf("sales_order", "order_id", order),
  order_event: partOf("sales_order", "order_id", order),
  order_approval: partOf("sales_order", "order_id", order),
  rate_card: "public",
  rate_card_zone: "public",
  routing_decision: partOf("sales_order", "order_id", order),
  fulfilment,
  fulfilment_line: partOf("fulfilment", "fulfilment_id", fulfilment),
  shipment,
  shipment_line: partOf("shipment", "shipment_id", shipment),
  journal,
  posting: { ...ofDealer("partner_id"), ...servedBy("partner_id") },
  open_item: openItem,
  receipt,
  receipt_application: partOf("receipt", "receipt_id", receipt),
};

/** Opens a table to everybody: only the access proof does this, to show that some cell then fails. */
export const opened = new Set<keyof Schema>();

/** The predicate that stands in every query of this table for this scope; null means no limit. */
export function scopePredicate(
  table: keyof Schema,
  alias: string,
  kind: ScopeKind,
  value: ValueOf,
): RawBuilder<boolean> | null {
  const rule = scopes[table];
  if (kind === "all" || opened.has(table)) return null;
  if (kind === "none") return sql<boolean>`0 = 1`;
  if (rule === "public") return null;
  const predicate = rule === "system" ? undefined : rule[kind];
  return predicate ? predicate(alias, value) : sql<boolean>`0 = 1`;
}
