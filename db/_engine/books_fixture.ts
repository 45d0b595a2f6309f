import { appendAudit } from "./audit.ts";
import { appendOutbox } from "./outbox.ts";
import type { By } from "~/domain/_kernel/by.ts";
import type { TestEngine } from "./testing.ts";
import type { Tx } from "./tx.ts";

const names = { name_zh: "", name_en: "" };

/**
 * A small world in which every invariant holds and every table they look at has rows: O1 is part
 * shipped from N1, O2 awaits approval, O3 is completed from N2, O4 cancelled; RC1 pays for the first
 * shipment and leaves 60 in advance. Rows by SQL, since no path is proved here.
 */
export async function soundBooks(engine: TestEngine): Promise<void> {
  const { connection } = engine.writer;
  connection.exec("pragma foreign_keys = off");
  await engine.writer.write((tx) => {
    const at = engine.clock.now();
    parties(tx, at);
    stock(tx, at, engine.author.userId);
    orders(tx, at, engine.author);
    shipments(tx, at, engine.author.userId);
    money(tx, at, engine.author.userId);
    credit(tx, at);
    const by = { ...engine.author, at } as unknown as By;
    const seq = appendAudit(tx, by, { action: "begin", subject: "O1", events: "[]" });
    appendOutbox(tx, seq, [{ type: "Begun", subject: "O1" }], at);
    tx.change("outbox", { audit_seq: seq }, { state: "done" });
    return Promise.resolve();
  });
  connection.exec("pragma foreign_keys = on");
}

function parties(tx: Tx, at: string): void {
  tx.insert("organisation", {
    id: "A",
    code: "A",
    ...names,
    currency: "CNY",
    valid_from: at,
    version: 1,
  });
  tx.insert("region", { id: "R", code: "R", ...names, version: 1 });
  tx.insert(
    "pool",
    ["P", "P2"].map((id) => ({ id, code: id, ...names, organisation_id: "A", version: 1 })),
  );
  tx.insert("category", { id: "K", code: "K", ...names, version: 1 });
  tx.insert("sku", {
    id: "S",
    code: "S",
    ...names,
    specification: "",
    brand: "",
    category_id: "K",
    base_unit: "ea",
    sales_unit: "ea",
    tax_rate_bp: 1300,
    weight_gram: 1,
    attributes: "{}",
    state: "on_sale",
    search: "",
    updated_at: at,
    version: 1,
  });
  const partner = (id: string, kind: string) => ({
    id,
    code: id,
    kind,
    ...names,
    organisation_id: "A",
    region_id: "R",
    pool_id: "P",
    currency: "CNY",
    sells: 1,
    stocks: 0,
    ships: 0,
    settles: 1,
    state: "active",
    search: "",
    updated_at: at,
    version: 1,
  });
  tx.insert("partner", [partner("D", "dealer"), partner("T", "store"), partner("C", "carrier")]);
  tx.insert("partner_relation", [
    { child_id: "T", parent_id: "C", valid_from: "2025-01-01", valid_until: "2026-01-01" },
    { child_id: "T", parent_id: "D", valid_from: "2026-01-01", valid_until: null },
  ]);
  tx.insert("address", address("X", 1));
  const node = (id: string, pool_id: string, pinned_units = 0) => ({
    id,
    code: id,
    ...names,
    type: "central",
    organisation_id: "A",
    region_id: "R",
    pool_id,
    province: "",
    city: "",
    stocks: 1,
    ships: 1,
    handling_minor: 0,
    daily_capacity: 0,
    pinned_units,
    open_weekdays: 127,
    lead_days: 0,
    state: "active",
    version: 1,
  });
  tx.insert("node", [node("N1", "P", 4), node("N2", "P"), node("N3", "P2")]);
}

export function address(id: string, is_default: number) {
  return {
    id,
    partner_id: "D",
    code: id,
    contact: "",
    phone: "",
    province: "",
    city: "",
    street: "",
    zone: "",
    is_default,
    state: "active",
  };
}

function stock(tx: Tx, at: string, user_id: string): void {
  const entry = (node_id: string, quantity: number, kind: string) => ({
    at,
    recorded_at: at,
    node_id,
    sku_id: "S",
    quantity,
    kind,
    reason: "",
    document: "",
    effect_key: `${node_id} ${quantity} ${kind}`,
    user_id,
  });
  tx.insert("stock_entry", [
    entry("N1", 100, "receipt"),
    entry("N2", 50, "receipt"),
    entry("N3", 10, "receipt"),
    entry("N1", -2, "shipment"),
    entry("N1", -4, "shipment"),
    entry("N2", -2, "shipment"),
  ]);
  tx.insert("node_stock", [
    { node_id: "N1", sku_id: "S", on_hand: 94, pinned: 4 },
    { node_id: "N2", sku_id: "S", on_hand: 48, pinned: 0 },
    { node_id: "N3", sku_id: "S", on_hand: 10, pinned: 0 },
  ]);
  tx.insert("pool_stock", [
    { pool_id: "P", sku_id: "S", on_hand: 142, reserved: 9 },
    { pool_id: "P2", sku_id: "S", on_hand: 10, reserved: 0 },
  ]);
  const reservation = (order_id: string, quantity: number, posted: number, voided: number) => ({
    order_id,
    sku_id: "S",
    pool_id: "P",
    quantity,
    posted,
    voided,
    state: posted + voided < quantity ? "pending" : "closed",
  });
  tx.insert("reservation", [
    reservation("O1", 10, 6, 0),
    reservation("O2", 5, 0, 0),
    reservation("O3", 2, 2, 0),
    reservation("O4", 3, 0, 3),
  ]);
  const pin = (order_id: string, node_id: string, quantity: number, posted: number) => ({
    order_id,
    line_no: 1,
    node_id,
    sku_id: "S",
    quantity,
    posted,
    voided: 0,
  });
  tx.insert("pin", [pin("O1", "N1", 10, 6), pin("O3", "N2", 2, 2)]);
}

type Buckets = Partial<
  Record<"open" | "allocated" | "released" | "shipped" | "delivered" | "cancelled", number>
>;

function orders(tx: Tx, at: string, user: { userId: string; name: string }): void {
  const order = (
    n: number,
    quantity: number,
    state: {
      commercial: string;
      fulfilment: string;
      awaiting: string | null;
      completed_at: string | null;
    },
    buckets: Buckets,
    posted: { goods: number; freight: number; tax: number },
  ) => {
    const id = `O${n}`;
    const goods_minor = 100 * quantity;
    const discount_minor = n === 1 ? 100 : 0;
    const freight_minor = n === 1 ? 50 : n === 3 ? 10 : 0;
    const tax_minor = 10 * quantity;
    tx.insert("sales_order", {
      id,
      number: `SO-2026-00000${n}`,
      dealer_id: "D",
      organisation_id: "A",
      region_id: "R",
      pool_id: "P",
      address_id: "X",
      channel: "b2b",
      currency: "CNY",
      note: "",
      goods_minor,
      discount_minor,
      freight_minor,
      total_minor: goods_minor - discount_minor + freight_minor,
      tax_minor,
      line_count: 1,
      placed_by: user.userId,
      submitted_at: at,
      ...state,
      holds_stock: n <= 2 ? 1 : 0,
      version: 1,
    });
    tx.insert("sales_order_line", {
      order_id: id,
      line_no: 1,
      sku_id: "S",
      unit: "ea",
      unit_factor: 1,
      quantity,
      base_quantity: quantity,
      price_e4: 1_000_000,
      price_why: "",
      goods_minor,
      discount_bp: 0,
      discount_reason: "",
      discount_minor,
      freight_minor,
      tax_rate_bp: 1300,
      tax_minor,
      weight_gram: 0,
      ...{ open: 0, allocated: 0, released: 0, shipped: 0, delivered: 0, cancelled: 0 },
      ...buckets,
      posted_minor: posted.goods,
      posted_freight_minor: posted.freight,
      posted_tax_minor: posted.tax,
    });
    tx.insert(
      "order_event",
      [1, 2, 3].map((seq) => ({
        order_id: id,
        seq,
        at,
        kind: "submitted",
        user_id: user.userId,
        user_name: user.name,
        reason: "",
        detail: "",
      })),
    );
  };
  const nothing = { goods: 0, freight: 0, tax: 0 };
  const state = (commercial: string, fulfilment: string, more = {}) => ({
    commercial,
    fulfilment,
    awaiting: null,
    completed_at: null,
    ...more,
  });
  order(1, 10, state("confirmed", "part_shipped"), {
    allocated: 1,
    released: 3,
    shipped: 4,
    delivered: 2,
  }, { goods: 540, freight: 30, tax: 60 });
  order(2, 5, state("awaiting_approval", "none", { awaiting: "company" }), { open: 5 }, nothing);
  order(3, 2, state("confirmed", "completed", { completed_at: at }), { delivered: 2 }, {
    goods: 200,
    freight: 10,
    tax: 20,
  });
  order(4, 3, state("cancelled", "none"), { cancelled: 3 }, nothing);
  tx.insert("order_approval", {
    order_id: "O2",
    gate: "company",
    causes: "",
    state: "waiting",
    asked_at: at,
    reason: "",
  });
  tx.insert("number_series", [
    { series: "SO", year: 2026, next_value: 5 },
    { series: "SH", year: 2026, next_value: 4 },
    { series: "RC", year: 2026, next_value: 2 },
    { series: "JV", year: 2026, next_value: 5 },
    { series: "PK", year: 2026, next_value: 3 },
  ]);
}

function shipments(tx: Tx, at: string, shipped_by: string): void {
  const fulfilment = (
    n: number,
    order_id: string,
    node_id: string,
    quantity: number,
    shipped: number,
  ) => {
    tx.insert("fulfilment", {
      id: `F${n}`,
      number: `PK-2026-00000${n}`,
      order_id,
      node_id,
      freight_minor: 0,
      state: shipped < quantity ? "part_shipped" : "shipped",
      version: 1,
    });
    tx.insert("fulfilment_line", {
      fulfilment_id: `F${n}`,
      line_no: 1,
      sku_id: "S",
      quantity,
      shipped,
      voided: 0,
    });
  };
  fulfilment(1, "O1", "N1", 10, 6);
  fulfilment(2, "O3", "N2", 2, 2);
  const shipment = (
    n: number,
    fulfilment_id: string,
    quantity: number,
    amounts: { goods_minor: number; freight_minor: number; tax_minor: number },
  ) => {
    const [order_id, node_id] = fulfilment_id === "F1" ? ["O1", "N1"] : ["O3", "N2"];
    const signed = n === 2 ? null : at;
    tx.insert("shipment", {
      id: `H${n}`,
      number: `SH-2026-00000${n}`,
      fulfilment_id,
      order_id: order_id!,
      dealer_id: "D",
      node_id: node_id!,
      tracking_number: "",
      currency: "CNY",
      ...amounts,
      shipped_at: at,
      shipped_by,
      delivered_at: signed,
      signed_by: signed && "",
      version: 1,
    });
    tx.insert("shipment_line", {
      shipment_id: `H${n}`,
      line_no: 1,
      sku_id: "S",
      quantity,
      ...amounts,
    });
  };
  shipment(1, "F1", 2, { goods_minor: 180, freight_minor: 10, tax_minor: 20 });
  shipment(2, "F1", 4, { goods_minor: 360, freight_minor: 20, tax_minor: 40 });
  shipment(3, "F2", 2, { goods_minor: 200, freight_minor: 10, tax_minor: 20 });
}

type Account = "receivable" | "sales" | "output_tax" | "freight_income" | "bank" | "advance";

/** A balanced journal by hand: for the sound world, and for one unsound row in it. */
export function journal(
  tx: Tx,
  n: number,
  kind: "shipment" | "receipt",
  amounts: Partial<Record<Account, number>>,
  partner = "D",
): void {
  tx.insert("journal", {
    id: `J${n}`,
    number: `JV-2026-00000${n}`,
    at: "2026-03-02T02:00:00.000Z",
    kind,
    document_id: `${n}`,
    effect_key: `${n}`,
    memo: "",
  });
  tx.insert(
    "posting",
    Object.entries(amounts).map(([account, amount_minor], i) => ({
      journal_id: `J${n}`,
      seq: i + 1,
      account,
      partner_id: account === "receivable" || account === "advance" ? partner : null,
      currency: "CNY",
      amount_minor,
    })),
  );
}

function money(tx: Tx, at: string, recorded_by: string): void {
  journal(tx, 1, "shipment", {
    receivable: 190,
    sales: -160,
    output_tax: -20,
    freight_income: -10,
  });
  journal(tx, 2, "shipment", {
    receivable: 380,
    sales: -320,
    output_tax: -40,
    freight_income: -20,
  });
  journal(tx, 3, "shipment", {
    receivable: 210,
    sales: -180,
    output_tax: -20,
    freight_income: -10,
  });
  journal(tx, 4, "receipt", { bank: 250, receivable: -190, advance: -60 });
  const item = (n: number, order_id: string, amount_minor: number, open_minor: number) => ({
    id: `I${n}`,
    dealer_id: "D",
    order_id,
    shipment_id: `H${n}`,
    currency: "CNY",
    amount_minor,
    open_minor,
    posted_at: at,
    due_on: "2026-04-01",
  });
  tx.insert("open_item", [item(1, "O1", 190, 0), item(2, "O1", 380, 380), item(3, "O3", 210, 210)]);
  tx.insert("receipt", {
    id: "M1",
    number: "RC-2026-000001",
    dealer_id: "D",
    currency: "CNY",
    amount_minor: 250,
    unapplied_minor: 60,
    received_at: at,
    method: "",
    reference: "",
    recorded_by,
  });
  tx.insert("receipt_application", { receipt_id: "M1", open_item_id: "I1", amount_minor: 190 });
}

function credit(tx: Tx, at: string): void {
  tx.insert("credit_account", {
    id: "CA",
    dealer_id: "D",
    organisation_id: "A",
    currency: "CNY",
    limit_minor: 100_000,
    term_days: 30,
    over_limit: "block",
    overdue: "warn",
    open_order_minor: 880,
    receivable_minor: 590,
    version: 1,
  });
  const entries: [string, string | null, number, number][] = [
    ["order", "O1", 950, 0],
    ["shipment", "O1", -190, 190],
    ["shipment", "O1", -380, 380],
    ["order", "O2", 500, 0],
    ["order", "O3", 210, 0],
    ["shipment", "O3", -210, 210],
    ["order", "O4", 300, 0],
    ["release", "O4", -300, 0],
    ["receipt", null, 0, -190],
  ];
  tx.insert(
    "credit_entry",
    entries.map(([kind, order_id, open_order_minor, receivable_minor], i) => ({
      id: i + 1,
      account_id: "CA",
      at,
      kind,
      order_id,
      document: "",
      open_order_minor,
      receivable_minor,
      effect_key: `${i}`,
    })),
  );
}
