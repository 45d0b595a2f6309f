import type { Engine } from "~/db/_engine/engine.ts";
import { fulfilmentIdByNumber, fulfilmentsOf } from "~/db/dispatch/fulfilments.ts";
import {
  loadDeliveryFacts,
  loadReleaseFacts,
  loadShippingFacts,
} from "~/db/dispatch/shipping_facts.ts";
import type { Planter } from "~/db/seed/planter.ts";
import { loadReceiptFacts } from "~/db/settlement/receipt_facts.ts";
import type { DraftId, OrderId, PartnerId } from "~/domain/_kernel/id.ts";
import { deliverShipment } from "~/domain/dispatch/deliver_shipment.ts";
import { releaseOrder } from "~/domain/dispatch/release_order.ts";
import { shipParcel } from "~/domain/dispatch/ship_parcel.ts";
import { type DraftContent, emptyContent, saveDraft } from "~/domain/order/save_draft.ts";
import { recordReceipt } from "~/domain/settlement/record_receipt.ts";
import { Relay } from "~/jobs/_engine/relay.ts";
import { noWakeUps } from "~/jobs/_engine/wake_ups.ts";
import { listeners } from "~/jobs/mod.ts";
import { dealerCode } from "./plant_house.ts";
import type { Planted } from "./plant_people.ts";
import { creditLimits, type DealerKey, mark, markCode, places } from "./tenants.ts";

export const stages = [
  "awaiting_dealer",
  "awaiting_company",
  "planned",
  "released",
  "shipped",
  "delivered",
] as const;
export type Stage = typeof stages[number];

export type PlantedOrder = { id: OrderId; number: string };
export type Traded = {
  orders: Record<Stage, PlantedOrder>;
  draft: string;
  receipt: string;
};

/** A dealer's business in every stage, each step by the decision that everybody uses. */
export class Trade {
  readonly relay: Relay;

  constructor(readonly planter: Planter) {
    this.relay = new Relay({ engine: planter.engine, listeners, queue: noWakeUps });
  }

  get engine(): Engine {
    return this.planter.engine;
  }

  async plant(dealer: DealerKey, buyer: Planted): Promise<Traded> {
    const orders = {} as Record<Stage, PlantedOrder>;
    for (const stage of stages.filter((stage) => stage !== "awaiting_company")) {
      orders[stage] = await this.order(dealer, buyer, stage);
    }
    await this.relay.wake();
    for (const stage of ["released", "shipped", "delivered"] as const) {
      await this.release(orders[stage].id);
    }
    const [shipped, delivered] = [
      await this.ship(dealer, orders.shipped.id),
      await this.ship(dealer, orders.delivered.id),
    ];
    await this.deliver(dealer, delivered);
    await this.relay.wake();
    const receipt = await this.pay(dealer, 100);
    return { orders, draft: await this.draft(dealer, buyer), receipt: shipped && receipt };
  }

  /** In `awaiting_company` it is larger than the credit allows and uses all of it: it comes last. */
  async order(dealer: DealerKey, by: Planted, stage: Stage): Promise<PlantedOrder> {
    const quantity = stage === "awaiting_company"
      ? Math.ceil(creditLimits[dealer] / 1267) + 1
      : stage === "awaiting_dealer"
      ? 1000
      : 12;
    const { subject, number } = await this.planter.as(by.author).order(
      {
        channel: "portal",
        note: mark(dealer, "尽快发货"),
        externalNumber: markCode(dealer, `PO-${by.login}-${stage}`),
        lines: [{
          sku: places[dealer].sku,
          quantity,
          discountBasisPoints: 100,
          discountReason: mark(dealer, "年框"),
        }],
      },
      {
        dealer: { code: dealerCode(dealer) },
        mayDiscount: true,
        boundByDealerLimit: stage === "awaiting_dealer",
      },
    );
    return { id: subject, number };
  }

  async draft(dealer: DealerKey, by: Planted): Promise<string> {
    const dealerId = this.dealerId(dealer);
    const id = this.engine.seams.newId() as DraftId;
    const content: DraftContent = {
      ...emptyContent,
      lines: [{ id: "1", code: places[dealer].sku, unit: "瓶", quantity: "24", discount: "" }],
      address: markCode(dealer, "ADR"),
      note: mark(dealer, "草稿"),
      nextLine: 2,
    };
    const [saved] = await this.planter.as(by.author).act(
      "order.place",
      () => ({ draft: null, dealerId }),
      (facts) => saveDraft({ id, version: 0, content }, facts),
    );
    return saved!.subject;
  }

  dealerId(dealer: DealerKey): PartnerId {
    const [row] = this.engine.read.all<{ id: string }>("select id from partner where code = ?", [
      dealerCode(dealer),
    ]);
    return row!.id as PartnerId;
  }

  async release(id: OrderId): Promise<void> {
    await this.planter.act(
      "fulfilment.release",
      (facts) => loadReleaseFacts(facts, id),
      (facts) => releaseOrder({ version: facts.order.version }, facts),
    );
  }

  async ship(dealer: DealerKey, id: OrderId): Promise<string> {
    const [part] = fulfilmentsOf(this.engine.asSystem("the world is built"), id);
    const [shipped] = await this.planter.act(
      "fulfilment.ship",
      (facts) =>
        loadShippingFacts(facts, { fulfilmentId: fulfilmentIdByNumber(facts, part!.number) }),
      (facts, by) => {
        const trackingNumber = markCode(dealer, `SF-${part!.number}`);
        return shipParcel({ version: facts.fulfilment.version, trackingNumber }, facts, by);
      },
    );
    return shipped?.type === "ParcelShipped" ? shipped.number : "";
  }

  async deliver(dealer: DealerKey, shipment: string): Promise<void> {
    const signedBy = mark(dealer, "周敏");
    await this.planter.act(
      "shipment.deliver",
      (facts) => loadDeliveryFacts(facts, shipment),
      (facts) => deliverShipment({ version: facts.shipment.version, signedBy }, facts),
    );
  }

  async pay(
    dealer: DealerKey,
    amountMinor: number,
    reference = markCode(dealer, "BANK"),
  ): Promise<string> {
    const command = {
      amountMinor,
      currency: "CNY",
      method: mark(dealer, "转账"),
      reference,
      receivedAt: this.engine.seams.now(),
    };
    const [receipt] = await this.planter.act(
      "receipt.record",
      (facts) => loadReceiptFacts(facts, { dealer: dealerCode(dealer), ...command }),
      (facts, by) => recordReceipt(command, facts, by),
    );
    return receipt?.type === "ReceiptRecorded" ? receipt.number : "";
  }
}
