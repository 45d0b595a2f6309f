import type { TestEngine } from "~/db/_engine/testing.ts";
import { organisations } from "~/db/channel/organisations.ts";
import { partners } from "~/db/channel/partner_records.ts";
import { regions } from "~/db/channel/regions.ts";
import { nodes } from "~/db/inventory/nodes.ts";
import { pools } from "~/db/inventory/pools.ts";
import { creditAccounts } from "~/db/policy/credit_accounts.ts";
import { priceLists } from "~/db/policy/price_lists.ts";
import { categories } from "~/db/product/categories.ts";
import { products } from "~/db/product/products.ts";
import { Planter } from "~/db/seed/planter.ts";
import { loadReceiptFacts } from "~/db/settlement/receipt_facts.ts";
import type { OrderId } from "~/domain/_kernel/id.ts";
import type { Partner } from "~/domain/channel/partner.ts";
import { deliverShipment } from "~/domain/dispatch/deliver_shipment.ts";
import { releaseOrder } from "~/domain/dispatch/release_order.ts";
import { type ShipParcel, shipParcel } from "~/domain/dispatch/ship_parcel.ts";
import type { Node } from "~/domain/inventory/node.ts";
import type { WishedLine } from "~/domain/order/placing.ts";
import type { CreditTerms } from "~/domain/policy/credit/credit_terms.ts";
import type { Product } from "~/domain/product/product.ts";
import { type RecordReceipt, recordReceipt } from "~/domain/settlement/record_receipt.ts";
import { Relay } from "~/jobs/_engine/relay.ts";
import { noWakeUps } from "~/jobs/_engine/wake_ups.ts";
import { listeners } from "~/jobs/mod.ts";
import { fulfilmentIdByNumber, fulfilmentsOf } from "./fulfilments.ts";
import { rateCards } from "./rate_cards.ts";
import { loadDeliveryFacts, loadReleaseFacts, loadShippingFacts } from "./shipping_facts.ts";

export const skus = { water: "W550", tea: "T500", family: "W4500" } as const;
export const dealers = { dingshun: "D320301", hengfeng: "D320102", baichuan: "D440101" } as const;

/** Two organisations, four nodes in two pools, three dealers: planted by the paths everybody uses. */
export async function plantWorld(engine: TestEngine): Promise<DispatchWorld> {
  const planter = new Planter(engine);
  await plantChannel(planter);
  await plantGoods(planter);
  return new DispatchWorld(engine, planter);
}

/** An order's way to the ledger, a step a call, each a unit of its own. */
export class DispatchWorld {
  readonly relay: Relay;

  constructor(readonly engine: TestEngine, readonly planter: Planter) {
    this.relay = new Relay({ engine, listeners, queue: noWakeUps });
  }

  /** Placed, confirmed and routed. */
  async order(lines: readonly WishedLine[], wish: { dealer?: string; freightMinor?: number } = {}) {
    const { dealer = dealers.dingshun, freightMinor } = wish;
    const { subject, number } = await this.planter.order(
      { channel: "portal", lines, freightMinor },
      { dealer: { code: dealer }, mayDiscount: true, boundByDealerLimit: false },
    );
    await this.relay.wake();
    return { id: subject, number };
  }

  /** From now on every order of this dealer waits for our approval. */
  async distrust(dealer: string): Promise<void> {
    const terms: CreditTerms = {
      code: dealer,
      limit: { amountMinor: 0, currency: "CNY" },
      termDays: 30,
      overLimit: "approve",
      overdue: "ignore",
    };
    await this.planter.put(creditAccounts, [terms]);
  }

  async release(id: OrderId): Promise<void> {
    await this.planter.act(
      "fulfilment.release",
      (facts) => loadReleaseFacts(facts, id),
      (facts) => releaseOrder({ version: facts.order.version }, facts),
    );
  }

  fulfilments(id: OrderId) {
    return fulfilmentsOf(this.engine.asSystem("a test looks"), id);
  }

  /** Answers the number of the shipment. */
  async ship(fulfilment: string, lines?: ShipParcel["lines"]): Promise<string> {
    const [shipped] = await this.planter.act(
      "fulfilment.ship",
      (facts) =>
        loadShippingFacts(facts, { fulfilmentId: fulfilmentIdByNumber(facts, fulfilment) }),
      (facts, by) => {
        const { version } = facts.fulfilment;
        return shipParcel({ version, trackingNumber: "SF1390022817", lines }, facts, by);
      },
    );
    return shipped?.type === "ParcelShipped" ? shipped.number : "";
  }

  async deliver(shipment: string): Promise<void> {
    await this.planter.act(
      "shipment.deliver",
      (facts) => loadDeliveryFacts(facts, shipment),
      (facts) => deliverShipment({ version: facts.shipment.version, signedBy: "周敏" }, facts),
    );
    await this.relay.wake();
  }

  async pay(amountMinor: number, wish: Partial<RecordReceipt> & { dealer?: string } = {}) {
    const { dealer = dealers.dingshun, ...rest } = wish;
    const command: RecordReceipt = {
      amountMinor,
      currency: "CNY",
      method: "transfer",
      reference: "",
      receivedAt: this.engine.clock.now(),
      ...rest,
    };
    const [receipt] = await this.planter.act(
      "receipt.record",
      (facts) => loadReceiptFacts(facts, { dealer, ...command }),
      (facts, by) => recordReceipt(command, facts, by),
    );
    await this.relay.wake();
    return receipt?.type === "ReceiptRecorded" ? receipt.number : "";
  }
}

const opened = "2026-01-01T00:00:00.000Z";
const named = (nameZh: string, nameEn: string) => ({ nameZh, nameEn });

async function plantChannel(planter: Planter): Promise<void> {
  const since = {
    parentCode: null,
    currency: "CNY",
    validFrom: "2026-01-01",
    validUntil: null,
    discountLimitBasisPoints: 1_000,
  };
  await planter.put(organisations, [
    { code: "QY", ...named("清屿饮品", "Qingyu Beverages"), ...since },
    { code: "QN", ...named("清屿华南", "Qingyu South"), ...since },
  ]);
  await planter.put(regions, [
    { code: "HD", ...named("华东", "East"), parentCode: null },
    { code: "HN", ...named("华南", "South"), parentCode: null },
  ]);
  await planter.put(pools, [
    { code: "HD", ...named("华东库", "East pool"), organisationCode: "QY" },
    { code: "HN", ...named("华南库", "South pool"), organisationCode: "QN" },
  ]);
  const east = { organisationCode: "QY", regionCode: "HD", poolCode: "HD" };
  const south = { organisationCode: "QN", regionCode: "HN", poolCode: "HN" };
  await planter.put(nodes, [
    nodeOf("XZ01", named("徐州仓", "Xuzhou"), east, { city: "徐州市" }),
    nodeOf("NJ01", named("南京仓", "Nanjing"), east, { city: "南京市" }),
    nodeOf("HF01", named("合肥仓", "Hefei"), east, { city: "合肥市", province: "安徽省" }),
    nodeOf("GZ01", named("广州仓", "Guangzhou"), south, { city: "广州市", province: "广东省" }),
  ]);
  await planter.put(partners, [
    partnerOf("SF", "carrier", named("顺丰速运", "SF Express"), east),
    partnerOf("DB", "carrier", named("德邦快递", "Deppon"), east),
    partnerOf(dealers.dingshun, "dealer", named("徐州鼎顺商贸", "Dingshun Trading"), east),
    partnerOf(dealers.hengfeng, "dealer", named("南京恒丰食品", "Hengfeng Foods"), east),
    partnerOf(dealers.baichuan, "dealer", named("广州百川副食", "Baichuan Foods"), south),
  ]);
}

type Names = { nameZh: string; nameEn: string };
type Place = { organisationCode: string; regionCode: string; poolCode: string };

function nodeOf(code: string, names: Names, place: Place, over: Partial<Node>): Node {
  return {
    code,
    ...names,
    ...place,
    type: "regional",
    partnerCode: null,
    province: "江苏省",
    city: "",
    stocks: true,
    ships: true,
    handling: { amountMinor: 350, currency: "CNY" },
    dailyCapacity: 100_000,
    openWeekdays: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
    leadDays: 1,
    state: "active",
    ...over,
  };
}

function partnerOf(code: string, kind: Partner["kind"], names: Names, place: Place): Partner {
  const isDealer = kind === "dealer";
  const isSouth = place.poolCode === "HN";
  return {
    code,
    kind,
    ...names,
    ...place,
    poolCode: isDealer ? place.poolCode : null,
    grade: isDealer ? "A" : null,
    currency: "CNY",
    phone: null,
    functions: {
      sells: isDealer,
      stocks: isDealer,
      ships: !isDealer,
      settles: true,
      services: false,
    },
    approvalLimitMinor: null,
    state: "active",
    addresses: isDealer
      ? [{
        code: "MAIN",
        contact: "周敏",
        phone: "0516-8300 1188",
        province: isSouth ? "广东省" : "江苏省",
        city: isSouth ? "广州市" : "徐州市",
        street: "淮海西路 88 号",
        zone: isSouth ? "GD" : "JS",
        isDefault: true,
        state: "active",
      }]
      : [],
  };
}

async function plantGoods(planter: Planter): Promise<void> {
  await planter.put(categories, [
    { code: "DRINK", ...named("饮料", "Drinks"), parentCode: null },
  ]);
  await planter.put(products, [
    productOf(skus.water, named("天然矿泉水", "Spring water"), "550 ml×24", 24),
    productOf(skus.tea, named("茉莉花茶", "Jasmine tea"), "500 ml×15", 15),
    productOf(skus.family, named("家庭装矿泉水", "Family water"), "4.5 L×4", 4, 4600),
  ]);
  await planter.put(priceLists, [{
    code: "BASE",
    ...named("2026 价目表", "2026 list"),
    currency: "CNY",
    organisationCode: null,
    channel: null,
    regionCode: null,
    grade: null,
    dealerCode: null,
    validFrom: opened,
    validUntil: null,
  }]);
  const row = (sku: string, unit: string, price: string) => ({
    sku,
    unit,
    minQuantity: 1,
    validFrom: opened,
    validUntil: null,
    price,
  });
  await planter.prices("BASE", [
    row(skus.water, "箱", "26.40"),
    row(skus.water, "瓶", "1.1333"),
    row(skus.tea, "箱", "31.20"),
    row(skus.family, "箱", "27.60"),
  ]);
  const terms = {
    limit: { amountMinor: 20_000_000, currency: "CNY" },
    termDays: 30,
    overLimit: "block" as const,
    overdue: "ignore" as const,
  };
  await planter.put(creditAccounts, Object.values(dealers).map((code) => ({ code, ...terms })));
  await planter.put(rateCards, [
    cardOf("SF-XZ", "SF", "XZ01", 1200),
    cardOf("SF-NJ", "SF", "NJ01", 1500),
    cardOf("DB-HF", "DB", "HF01", 1800),
    cardOf("SF-GZ", "SF", "GZ01", 1200, "GD"),
  ]);
  const stock = (node: string, sku: string, quantity: number) => ({
    node,
    sku,
    quantity,
    unit: "箱",
  });
  await planter.receive([
    stock("XZ01", skus.water, 100),
    stock("XZ01", skus.tea, 60),
    stock("NJ01", skus.water, 40),
    stock("NJ01", skus.family, 80),
    stock("HF01", skus.water, 200),
    stock("GZ01", skus.water, 100),
  ], "期初");
}

function productOf(
  code: string,
  names: Names,
  specification: string,
  factor: number,
  weightGram = 560,
): Product {
  const baseUnit = weightGram > 1000 ? "桶" : "瓶";
  return {
    code,
    ...names,
    specification,
    brand: "清屿",
    categoryCode: "DRINK",
    barcode: null,
    baseUnit,
    salesUnit: "箱",
    units: [{ code: baseUnit, factor: 1 }, { code: "箱", factor }],
    taxRateBp: 1300,
    weightGram,
    costE4: null,
    attributes: {},
    state: "on_sale",
  };
}

function cardOf(
  code: string,
  carrierCode: string,
  nodeCode: string,
  firstMinor: number,
  zone = "JS",
) {
  return {
    code,
    carrierCode,
    nodeCode,
    validFrom: opened,
    validUntil: null,
    zones: [{
      zone,
      firstWeightGram: 1000,
      first: { amountMinor: firstMinor, currency: "CNY" },
      stepWeightGram: 1000,
      step: { amountMinor: 60, currency: "CNY" },
      leadDays: 1,
    }],
  };
}
