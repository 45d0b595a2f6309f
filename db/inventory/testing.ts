import type { Engine } from "~/db/_engine/engine.ts";
import type { Tx } from "~/db/_engine/tx.ts";

/** Two pools with three nodes, two SKUs and a dealer: what tests of stock and prices stand on. */
export const world = {
  organisation: { east: "org-east", south: "org-south" },
  region: { js: "region-js", gd: "region-gd" },
  pool: { east: "pool-east", south: "pool-south" },
  node: { xuzhou: "node-xz", nanjing: "node-nj", guangzhou: "node-gz" },
  sku: { cola: "sku-cola", tea: "sku-tea" },
  dealer: { dingshun: "dealer-ds", baichuan: "dealer-bc" },
} as const;

export async function settle(engine: Engine): Promise<void> {
  await engine.writer.write((tx) => {
    insertOrganisations(tx);
    insertNodes(tx);
    insertSkus(tx);
    insertDealers(tx);
    return Promise.resolve();
  });
}

function insertOrganisations(tx: Tx): void {
  const { organisation, region } = world;
  const named = (id: string, code: string, name_zh: string, name_en: string) => ({
    id,
    code,
    name_zh,
    name_en,
    parent_id: null,
    version: 1,
  });
  tx.insert("organisation", [
    { ...named(organisation.east, "EAST", "华东公司", "East China"), ...sinceOpening },
    { ...named(organisation.south, "SOUTH", "华南公司", "South China"), ...sinceOpening },
  ]);
  tx.insert("region", [
    named(region.js, "JS", "江苏", "Jiangsu"),
    named(region.gd, "GD", "广东", "Guangdong"),
  ]);
}

const sinceOpening = { currency: "CNY", valid_from: "2026-01-01T00:00:00.000Z", valid_until: null };

function insertNodes(tx: Tx): void {
  const { organisation, region, pool, node } = world;
  tx.insert("pool", [
    {
      id: pool.east,
      code: "EAST",
      name_zh: "华东库",
      name_en: "East pool",
      organisation_id: organisation.east,
      version: 1,
    },
    {
      id: pool.south,
      code: "SOUTH",
      name_zh: "华南库",
      name_en: "South pool",
      organisation_id: organisation.south,
      version: 1,
    },
  ]);
  const common = {
    type: "regional",
    partner_id: null,
    stocks: 1,
    ships: 1,
    handling_minor: 350,
    daily_capacity: 500,
    open_weekdays: 127,
    lead_days: 1,
    state: "active",
    version: 1,
  };
  const east = { ...common, organisation_id: organisation.east, region_id: region.js };
  tx.insert("node", [
    {
      ...east,
      id: node.xuzhou,
      code: "XZ01",
      name_zh: "徐州仓",
      name_en: "Xuzhou",
      pool_id: pool.east,
      province: "江苏",
      city: "徐州",
    },
    {
      ...east,
      id: node.nanjing,
      code: "NJ01",
      name_zh: "南京仓",
      name_en: "Nanjing",
      pool_id: pool.east,
      province: "江苏",
      city: "南京",
    },
    {
      ...common,
      organisation_id: organisation.south,
      region_id: region.gd,
      id: node.guangzhou,
      code: "GZ01",
      name_zh: "广州仓",
      name_en: "Guangzhou",
      pool_id: pool.south,
      province: "广东",
      city: "广州",
    },
  ]);
}

function insertSkus(tx: Tx): void {
  const { sku } = world;
  tx.insert("category", {
    id: "category-drinks",
    code: "DRINKS",
    name_zh: "饮料",
    name_en: "Drinks",
    parent_id: null,
    version: 1,
  });
  const common = {
    brand: "青屿",
    category_id: "category-drinks",
    barcode: null,
    base_unit: "罐",
    sales_unit: "箱",
    tax_rate_bp: 1300,
    weight_gram: 350,
    cost_e4: null,
    attributes: "{}",
    state: "on_sale",
    updated_at: "2026-01-01T00:00:00.000Z",
    version: 1,
  };
  tx.insert("sku", [
    {
      ...common,
      id: sku.cola,
      code: "COLA-330",
      name_zh: "青屿可乐",
      name_en: "Qingyu cola",
      specification: "330 ml × 24",
      search: "青屿可乐 qykl cola-330",
    },
    {
      ...common,
      id: sku.tea,
      code: "TEA-500",
      name_zh: "青屿乌龙茶",
      name_en: "Qingyu oolong",
      specification: "500 ml × 15",
      search: "青屿乌龙茶 qywlc tea-500",
    },
  ]);
  tx.insert("sku_unit", [
    { sku_id: sku.cola, code: "罐", factor: 1 },
    { sku_id: sku.cola, code: "箱", factor: 24 },
    { sku_id: sku.tea, code: "罐", factor: 1 },
    { sku_id: sku.tea, code: "箱", factor: 15 },
  ]);
}

function insertDealers(tx: Tx): void {
  const { organisation, region, pool, dealer } = world;
  const common = {
    kind: "dealer",
    currency: "CNY",
    phone: null,
    sells: 1,
    stocks: 1,
    ships: 0,
    settles: 1,
    approval_limit_minor: null,
    state: "active",
    updated_at: "2026-01-01T00:00:00.000Z",
    version: 1,
  };
  tx.insert("partner", [
    {
      ...common,
      id: dealer.dingshun,
      code: "D-1001",
      name_zh: "徐州鼎顺商贸",
      name_en: "Dingshun Trading",
      grade: "A",
      organisation_id: organisation.east,
      region_id: region.js,
      pool_id: pool.east,
      search: "徐州鼎顺商贸 xzdssm d-1001",
    },
    {
      ...common,
      id: dealer.baichuan,
      code: "D-2001",
      name_zh: "广州百川副食",
      name_en: "Baichuan Foods",
      grade: "B",
      organisation_id: organisation.south,
      region_id: region.gd,
      pool_id: pool.south,
      search: "广州百川副食 gzbcfs d-2001",
    },
  ]);
}

type Hold = {
  number: string;
  sku: string;
  quantity: number;
  pinned?: number;
  dealer?: string;
  expiresAt?: string | null;
};

/** An order of a dealer of ours that holds goods in the eastern pool, some of them pinned at Xuzhou. */
export async function holdOrder(engine: Engine, hold: Hold): Promise<string> {
  const { pool, dealer: dealers, organisation, region } = world;
  const { number, sku, quantity, pinned = 0, dealer = dealers.dingshun, expiresAt = null } = hold;
  const id = `order-${number}`;
  await engine.writer.write((tx) => {
    if (tx.all("select 1 from address where id = 'address-1'").length === 0) insertAddress(tx);
    tx.insert("sales_order", {
      id,
      number,
      dealer_id: dealer,
      organisation_id: organisation.east,
      region_id: region.js,
      pool_id: pool.east,
      address_id: "address-1",
      channel: "dealer_portal",
      currency: "CNY",
      note: "",
      goods_minor: 0,
      discount_minor: 0,
      freight_minor: 0,
      total_minor: 0,
      tax_minor: 0,
      line_count: 1,
      placed_by: "00000000000000000000000000",
      submitted_at: "2026-03-01T02:00:00.000Z",
      commercial: expiresAt ? "awaiting_approval" : "confirmed",
      awaiting: expiresAt ? "company" : null,
      fulfilment: expiresAt ? "none" : "unrouted",
      holds_stock: 1,
      version: 1,
    });
    tx.insert("sales_order_line", { ...lineOf(id, sku, quantity), ...buckets(quantity, pinned) });
    tx.insert("reservation", {
      order_id: id,
      sku_id: sku,
      pool_id: pool.east,
      quantity,
      posted: 0,
      voided: 0,
      state: "pending",
      expires_at: expiresAt,
    });
    tx.raise("pool_stock", { pool_id: pool.east, sku_id: sku }, { reserved: quantity });
    if (pinned > 0) pinAt(tx, id, sku, pinned);
    return Promise.resolve();
  });
  return id;
}

function buckets(quantity: number, pinned: number) {
  return {
    open: quantity - pinned,
    allocated: pinned,
    released: 0,
    shipped: 0,
    delivered: 0,
    cancelled: 0,
  };
}

function lineOf(orderId: string, sku: string, quantity: number) {
  return {
    order_id: orderId,
    line_no: 1,
    sku_id: sku,
    unit: "罐",
    unit_factor: 1,
    quantity,
    base_quantity: quantity,
    price_e4: 0,
    price_why: "{}",
    goods_minor: 0,
    discount_bp: 0,
    discount_reason: "",
    discount_minor: 0,
    freight_minor: 0,
    tax_rate_bp: 1300,
    tax_minor: 0,
    weight_gram: 0,
  };
}

function pinAt(tx: Tx, orderId: string, sku: string, quantity: number): void {
  const { node } = world;
  tx.raise("node_stock", { node_id: node.xuzhou, sku_id: sku }, { pinned: quantity });
  tx.raise("node", { id: node.xuzhou }, { pinned_units: quantity });
  tx.insert("pin", {
    order_id: orderId,
    line_no: 1,
    node_id: node.xuzhou,
    sku_id: sku,
    quantity,
    posted: 0,
    voided: 0,
  });
}

function insertAddress(tx: Tx): void {
  tx.insert("address", {
    id: "address-1",
    partner_id: world.dealer.dingshun,
    code: "01",
    contact: "周敏",
    phone: "0516-8300 1188",
    province: "江苏",
    city: "徐州",
    street: "淮海西路 88 号",
    zone: "华东",
    is_default: 1,
    state: "active",
  });
}
