import type { Engine } from "~/db/_engine/engine.ts";
import type { Planting } from "./world.ts";
import { type DealerKey, dealerKeys } from "./tenants.ts";
import { dealerCode, listCode } from "./plant_house.ts";
import { type Known, people } from "./principals.ts";
import { markCode, places } from "./tenants.ts";
import { stages } from "./plant_trade.ts";

export const relations = [
  "own",
  "same_dealer",
  "dealer_below",
  "other_dealer_same_region",
  "other_region",
  "other_organisation",
] as const;
export type Relation = typeof relations[number];

export type OrderThing = {
  id: string;
  number: string;
  version: number;
  fulfilment: { id: string; number: string; version: number };
  shipment: { number: string; version: number };
};

/** One thing of each kind, all of one tenant: what a request's path and body may name. */
export type Thing = {
  dealer: { id: string; code: string; version: number };
  user: { id: string; login: string; version: number };
  session: string;
  token: string;
  orders: Record<typeof stages[number], OrderThing>;
  draft: string;
  receipt: { id: string; number: string };
  openItem: string;
  journal: string;
  address: string;
  priceList: { code: string; version: number };
  credit: { version: number };
  node: string;
  sku: string;
  /** The operator's file of products: nobody else's. */
  upload: string;
};
export type Things = Record<Known, Record<Relation, Thing>>;

/** The tenant whose things stand in a relation to dealer A and to the staff that serves it. */
const dealerIn: Record<Relation, DealerKey> = {
  own: "a",
  same_dealer: "a",
  dealer_below: "below",
  other_dealer_same_region: "b",
  other_region: "c",
  other_organisation: "d",
};

export function everythingOf(engine: Engine, planting: Planting): Things {
  const look = new Looking(engine);
  const ofDealer = {} as Record<DealerKey, Thing>;
  for (const dealer of dealerKeys) ofDealer[dealer] = look.thingOf(dealer, planting);
  const things = {} as Things;
  for (const known of Object.keys(people) as Known[]) {
    things[known] = {} as Record<Relation, Thing>;
    for (const relation of relations) things[known][relation] = ofDealer[dealerIn[relation]];
    const self = planting.principals[known];
    const ownOrder = planting.own[known];
    const own = ofDealer.a;
    things[known].own = {
      ...own,
      user: look.user(self.id),
      session: self.session,
      token: self.token,
      orders: ownOrder ? { ...own.orders, planned: look.order(ownOrder.id) } : own.orders,
      draft: planting.ownDraft[known] ?? own.draft,
    };
    if (known === "dealer_buyer") {
      const colleague = planting.approvers.a;
      things[known].same_dealer = {
        ...own,
        user: look.user(colleague.id),
        session: colleague.session,
        token: colleague.token,
        orders: { ...own.orders, planned: look.order(planting.own.dealer_approver!.id) },
        draft: planting.ownDraft.dealer_approver!,
      };
    }
  }
  return things;
}

class Looking {
  constructor(readonly engine: Engine) {}

  #one<Row>(sql: string, ...params: string[]): Row | undefined {
    return this.engine.read.all<Row>(sql, params)[0];
  }

  user(id: string): Thing["user"] {
    return this.#one("select id, login, version from app_user where id = ?", id)!;
  }

  order(id: string): OrderThing {
    const missing = { id: "-", number: "-", version: 0 };
    return {
      ...this.#one<{ id: string; number: string; version: number }>(
        "select id, number, version from sales_order where id = ?",
        id,
      )!,
      fulfilment: this.#one("select id, number, version from fulfilment where order_id = ?", id) ??
        missing,
      shipment: this.#one("select number, version from shipment where order_id = ?", id) ??
        missing,
    };
  }

  thingOf(dealer: DealerKey, { buyers, trade }: Planting): Thing {
    const code = dealerCode(dealer);
    const { orders, draft, receipt } = trade[dealer];
    const record = this.#one<Thing["dealer"]>(
      "select id, code, version from partner where code = ?",
      code,
    )!;
    return {
      dealer: record,
      user: this.user(buyers[dealer].id),
      session: buyers[dealer].session,
      token: buyers[dealer].token,
      orders: Object.fromEntries(
        stages.map((stage) => [stage, this.order(orders[stage].id)]),
      ) as Thing["orders"],
      draft,
      receipt: this.#one("select id, number from receipt where number = ?", receipt)!,
      openItem: this.#one<{ id: string }>(
        "select id from open_item where dealer_id = ? and open_minor > 0",
        record.id,
      )!.id,
      journal: this.#one<{ number: string }>(
        "select j.number from journal j join posting p on p.journal_id = j.id where p.partner_id = ?",
        record.id,
      )!.number,
      address: markCode(dealer, "ADR"),
      priceList: this.#one(
        "select code, version from price_list where code = ?",
        listCode(dealer),
      )!,
      credit: this.#one("select version from credit_account where dealer_id = ?", record.id)!,
      node: places[dealer].node,
      sku: places[dealer].sku,
      upload: "",
    };
  }
}
