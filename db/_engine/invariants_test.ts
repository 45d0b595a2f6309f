import assert from "node:assert/strict";
import { address, journal, soundBooks } from "./books_fixture.ts";
import { invariants, rowsCounted, runInvariants } from "./invariants.ts";
import { type TestEngine, testEngine } from "./testing.ts";
import { Tx } from "./tx.ts";
import { fulfilmentOf } from "~/domain/order/order.ts";

const broken = (engine: TestEngine) =>
  runInvariants(engine.read, { now: engine.clock.now() }).map(({ name }) => name);

type Violation = { by: string | ((tx: Tx) => void); names?: string[] };

/** One unsound change for each invariant; `names` where another one must speak up as well. */
const violations: Record<string, Violation[]> = {
  database_is_intact: [{ by: "update sku set tax_rate_bp = 20000" }],
  foreign_keys_hold: [{ by: "update sku set category_id = 'nowhere'" }],
  audit_has_no_gap: [{
    by: `insert into audit select 9, at, user_id, user_name, on_behalf_of, action, subject_id,
      events, events_hash, previous_hash, hash from audit`,
  }],
  number_is_used_once: [{ by: "update fulfilment set number = 'SO-2026-000001' where id = 'F1'" }],
  number_series_has_no_gap: [
    { by: "update number_series set next_value = next_value + 1 where series = 'SO'" },
    { by: "update receipt set number = 'by hand'" },
    { by: "update shipment set number = 'SH-2025-000001' where id = 'H1'" },
    { by: "delete from number_series where series = 'JV'" },
  ],
  outbox_is_relayed: [{
    by: "update outbox set state = 'pending', at = '2026-03-02T01:49:59.000Z'",
  }],
  outbox_has_nothing_parked: [{ by: "update outbox set state = 'parked'" }],
  partner_has_one_parent_at_a_time: [
    { by: "insert into partner_relation values ('T', 'C', '2026-02-01', null)" },
    { by: "insert into partner_relation values ('T', 'D', '2025-12-31', '2026-01-01')" },
  ],
  nobody_stands_above_itself: [
    { by: "insert into partner_relation values ('D', 'T', '2026-02-01', null)" },
    { by: "update category set parent_id = id" },
  ],
  partner_has_one_default_address: [
    { by: (tx) => tx.insert("address", address("Y", 1)) },
    { by: "update address set state = 'retired'" },
  ],
  node_stock_is_its_entries: [
    { by: "update stock_entry set quantity = 101 where quantity = 100" },
    {
      by:
        "insert into node_stock values ('N3', 'S2', 1, 0); insert into pool_stock values ('P2', 'S2', 1, 0)",
      names: ["foreign_keys_hold", "node_stock_is_its_entries"],
    },
  ],
  pool_stock_is_its_nodes: [
    { by: "update pool_stock set on_hand = on_hand + 1" },
    { by: "delete from pool_stock where pool_id = 'P2'" },
  ],
  pool_reserved_is_pending_reservations: [
    { by: "update pool_stock set reserved = reserved + 1" },
  ],
  node_pinned_is_open_pins: [
    {
      by: `update node_stock set pinned = pinned + 1 where node_id = 'N1';
        update node set pinned_units = pinned_units + 1 where id = 'N1'`,
    },
  ],
  node_pinned_units_are_its_stock: [
    { by: "update node set pinned_units = pinned_units + 1 where id = 'N1'" },
    { by: "update node set pinned_units = 0 where id = 'N1'" },
  ],
  stock_left_is_goods_shipped: [
    { by: "update stock_entry set kind = 'adjustment' where quantity = -4" },
  ],
  order_reserves_what_is_not_shipped: [
    { by: "update sales_order set holds_stock = 0 where id = 'O1'" },
    { by: "update sales_order_line set open = 4, cancelled = 1 where order_id = 'O2'" },
  ],
  order_reserves_in_its_own_pool: [
    { by: "update sales_order set pool_id = 'P2' where id = 'O4'" },
  ],
  pin_stays_in_the_pool: [{
    by: `update sales_order set pool_id = 'P2' where id = 'O1';
      update reservation set pool_id = 'P2' where order_id = 'O1';
      update pool_stock set reserved = reserved - 4 where pool_id = 'P';
      update pool_stock set reserved = reserved + 4 where pool_id = 'P2'`,
  }, {
    by: "update pin set sku_id = 'S2' where order_id = 'O1'",
    names: ["foreign_keys_hold", "node_pinned_is_open_pins", "pin_stays_in_the_pool"],
  }],
  credit_open_orders_are_entries: [
    { by: "update credit_account set open_order_minor = open_order_minor + 1" },
  ],
  credit_receivable_is_entries: [
    { by: "update credit_entry set receivable_minor = 191 where id = 2" },
  ],
  credit_receivable_is_the_book: [{
    by: `update credit_entry set receivable_minor = 191 where id = 2;
      update credit_account set receivable_minor = receivable_minor + 1`,
  }],
  ended_order_uses_no_credit: [
    {
      by: `update credit_entry set open_order_minor = 490 where id = 4;
        update credit_entry set open_order_minor = -290 where id = 8`,
    },
    {
      by: `update credit_entry set open_order_minor = 510 where id = 4;
        update credit_entry set open_order_minor = -310 where id = 8`,
    },
  ],
  credit_entry_is_of_its_dealer: [
    { by: "update sales_order set currency = 'USD' where id = 'O4'" },
    { by: "update sales_order set dealer_id = 'T' where id = 'O4'" },
  ],
  line_buckets_add_up: [{
    by: "update sales_order_line set cancelled = 1 where order_id = 'O2'",
    names: ["database_is_intact", "line_buckets_add_up"],
  }],
  order_totals_are_its_lines: [
    { by: "update sales_order_line set goods_minor = goods_minor + 1 where order_id = 'O2'" },
    { by: "update sales_order_line set discount_minor = 1 where order_id = 'O2'" },
    { by: "update sales_order_line set freight_minor = 1 where order_id = 'O2'" },
    { by: "update sales_order_line set tax_minor = 1 where order_id = 'O2'" },
    { by: "update sales_order set line_count = 2 where id = 'O2'" },
    {
      by: "delete from sales_order_line where order_id = 'O4'",
    },
  ],
  order_fulfilment_is_its_lines: [
    { by: "update sales_order set fulfilment = 'routed' where id = 'O1'" },
    { by: "update sales_order set completed_at = null where id = 'O3'" },
  ],
  pins_are_what_is_allocated: [
    { by: "update sales_order_line set open = 1, allocated = 0 where order_id = 'O1'" },
  ],
  order_waits_at_an_open_gate: [
    { by: "update order_approval set state = 'void'" },
    { by: "delete from order_approval" },
    {
      by: `insert into order_approval (order_id, gate, causes, state, asked_at, reason)
        values ('O1', 'company', '', 'waiting', '', '')`,
    },
  ],
  order_timeline_has_no_gap: [1, 2].map((seq) => ({
    by: `delete from order_event where order_id = 'O1' and seq = ${seq}`,
  })).concat({ by: "delete from order_event where order_id = 'O1'" }),
  shipment_totals_are_its_lines: [
    { by: "update shipment set tax_minor = tax_minor + 1" },
  ],
  shipped_is_what_shipments_carried: [
    { by: "update sales_order_line set shipped = 3, cancelled = 1 where order_id = 'O1'" },
  ],
  delivered_is_what_was_signed_for: [
    { by: "update sales_order_line set shipped = 5, delivered = 1 where order_id = 'O1'" },
  ],
  line_posted_is_its_shipments: [
    { by: "update sales_order_line set posted_minor = posted_minor + 1 where order_id = 'O1'" },
    { by: "update sales_order_line set posted_freight_minor = 0 where order_id = 'O1'" },
    { by: "update sales_order_line set posted_tax_minor = 0 where order_id = 'O1'" },
  ],
  fully_shipped_line_is_fully_posted: [{
    by: `update sales_order_line set tax_minor = tax_minor + 1 where order_id = 'O3';
      update sales_order set tax_minor = tax_minor + 1 where id = 'O3'`,
  }],
  fulfilment_shipped_is_its_shipments: [
    { by: "update fulfilment_line set shipped = 5, voided = 1 where fulfilment_id = 'F1'" },
  ],
  fulfilments_are_what_is_pinned: [
    { by: "update fulfilment_line set quantity = 11 where fulfilment_id = 'F1'" },
    {
      by: `update fulfilment_line set quantity = 9 where fulfilment_id = 'F1';
        update outbox set state = 'pending'`,
    },
    {
      by: `update fulfilment_line set quantity = 11 where fulfilment_id = 'F1';
        update outbox set state = 'pending'`,
      names: [],
    },
  ],
  shipment_belongs_to_its_order: [
    { by: "update fulfilment set node_id = 'N1' where id = 'F2'" },
    { by: "update fulfilment set order_id = 'O4' where id = 'F2'" },
    {
      by: "update shipment set dealer_id = 'T'",
      names: ["shipment_belongs_to_its_order", "open_item_belongs_to_its_shipment"],
    },
    {
      by: "update shipment set currency = 'USD'",
      names: ["shipment_belongs_to_its_order", "open_item_belongs_to_its_shipment"],
    },
  ],
  journal_sums_to_zero: [{
    by:
      "update posting set amount_minor = amount_minor + 1 where journal_id = 'J1' and account = 'sales'",
    names: ["journal_sums_to_zero", "book_sums_to_zero"],
  }, {
    by:
      `update posting set amount_minor = amount_minor + 1 where journal_id = 'J1' and account = 'sales';
      update posting set amount_minor = amount_minor - 1 where journal_id = 'J2' and account = 'sales'`,
  }],
  book_sums_to_zero: [{
    by: "update posting set currency = 'USD' where account = 'bank'",
    names: ["journal_sums_to_zero", "book_sums_to_zero"],
  }],
  journal_has_postings: [{
    by:
      "delete from posting where journal_id = 'J1'; delete from posting where journal_id = 'J2'; delete from posting where journal_id = 'J3'; delete from posting where journal_id = 'J4'",
    names: [
      "credit_receivable_is_the_book",
      "journal_has_postings",
      "receivable_is_open_items",
      "advance_is_unapplied_receipts",
    ],
  }, {
    by: (tx) => {
      journal(tx, 5, "receipt", {});
      tx.raise("number_series", { series: "JV", year: 2026 }, { next_value: 1 });
    },
  }],
  open_item_is_amount_less_applied: [
    {
      by:
        "update receipt_application set amount_minor = 180; update receipt set amount_minor = 240",
    },
  ],
  receipt_unapplied_is_amount_less_applied: [{ by: "update receipt set amount_minor = 260" }],
  receivable_is_open_items: [{
    by: (tx) => {
      journal(tx, 5, "shipment", { receivable: 10, sales: -10 }, "T");
      tx.raise("number_series", { series: "JV", year: 2026 }, { next_value: 1 });
    },
  }],
  advance_is_unapplied_receipts: [{
    by: (tx) => {
      journal(tx, 5, "receipt", { bank: 10, advance: -10 }, "T");
      tx.raise("number_series", { series: "JV", year: 2026 }, { next_value: 1 });
    },
  }],
  shipment_is_billed_once: [{
    by: `update shipment set goods_minor = goods_minor + 1 where id = 'H2';
      update shipment_line set goods_minor = goods_minor + 1 where shipment_id = 'H2';
      update sales_order_line set posted_minor = posted_minor + 1 where order_id = 'O1'`,
  }],
  open_item_belongs_to_its_shipment: [
    { by: "update open_item set order_id = 'O4' where id = 'I2'" },
  ],
  money_is_applied_within_one_dealer: [{
    by: "update receipt set dealer_id = 'T'",
    names: ["advance_is_unapplied_receipts", "money_is_applied_within_one_dealer"],
  }, {
    by: "update receipt set currency = 'USD'",
    names: ["advance_is_unapplied_receipts", "money_is_applied_within_one_dealer"],
  }],
};

Deno.test("every invariant holds in an empty database", async () => {
  await using engine = await testEngine();
  assert.deepEqual(broken(engine), []);
});

Deno.test("every invariant holds in sound books", async () => {
  await using engine = await testEngine();
  await soundBooks(engine);
  assert.deepEqual(runInvariants(engine.read, { now: engine.clock.now() }), []);
});

Deno.test("every invariant has a name of its own, words in both languages and a violation here", () => {
  const names = invariants.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  assert.deepEqual([...names].sort(), Object.keys(violations).sort());
  for (const { says } of invariants) assert.ok(says.zh.length > 0 && says.en.length > 0);
});

Deno.test("each invariant is found broken, and only those that must be", async (t) => {
  await using engine = await testEngine();
  await soundBooks(engine);
  const { connection } = engine.writer;
  connection.exec("pragma foreign_keys = off");
  for (const [name, cases] of Object.entries(violations)) {
    for (const { by, names = [name] } of cases) {
      connection.exec("begin; pragma ignore_check_constraints = on");
      if (typeof by === "string") connection.exec(by);
      else by(new Tx(connection));
      connection.exec("pragma ignore_check_constraints = off");
      const found = runInvariants(connection, { now: engine.clock.now() });
      connection.exec("rollback");
      await t.step(`${name}: ${by}`, () => {
        assert.deepEqual(found.map(({ name }) => name).sort(), [...names].sort());
      });
    }
  }
});

Deno.test("the fulfilment state in SQL is the function of the buckets", async () => {
  await using engine = await testEngine();
  await soundBooks(engine);
  const { connection } = engine.writer;
  const expected = (
    [open, allocated, released, shipped, delivered, cancelled]: number[],
    more = "",
  ) => {
    connection.exec(`begin; update sales_order set fulfilment = 'nonsense' ${more} where id = 'O1';
      update sales_order_line set open = ${open}, allocated = ${allocated}, released = ${released},
        shipped = ${shipped}, delivered = ${delivered}, cancelled = ${cancelled} where order_id = 'O1'`);
    const [finding] = runInvariants(connection).filter(({ name }) =>
      name === "order_fulfilment_is_its_lines"
    );
    connection.exec("rollback");
    return finding!.sample[0]!.expected;
  };
  connection.exec("pragma ignore_check_constraints = on");
  assert.equal(expected([10, 0, 0, 0, 0, 0]), "unrouted");
  assert.equal(expected([1, 9, 0, 0, 0, 0]), "unrouted");
  assert.equal(expected([0, 10, 0, 0, 0, 0]), "routed");
  assert.equal(expected([0, 9, 0, 0, 0, 1]), "routed");
  assert.equal(expected([0, 9, 1, 0, 0, 0]), "released");
  assert.equal(expected([0, 0, 9, 1, 0, 0]), "part_shipped");
  assert.equal(expected([0, 0, 9, 0, 1, 0]), "part_shipped");
  assert.equal(expected([0, 0, 0, 9, 1, 0]), "shipped");
  assert.equal(expected([0, 0, 0, 1, 0, 9]), "shipped");
  assert.equal(expected([0, 0, 0, 0, 0, 10]), "unrouted");
  assert.equal(expected([0, 0, 0, 0, 10, 0]), "delivered");
  assert.equal(expected([0, 0, 0, 0, 1, 9]), "delivered");
  assert.equal(expected([0, 0, 0, 0, 10, 0], ", completed_at = ''"), "completed");
  assert.equal(expected([10, 0, 0, 0, 0, 0], ", commercial = 'submitted'"), "none");
});

Deno.test("the fulfilment state in SQL and the one in domain/order are the same function", async () => {
  await using engine = await testEngine();
  await soundBooks(engine);
  const { connection } = engine.writer;
  connection.exec("begin; pragma ignore_check_constraints = on");
  const { sql } = invariants.find(({ name }) => name === "order_fulfilment_is_its_lines")!;
  for (let n = 0; n < 3 ** 6; n++) {
    const [open, allocated, released, shipped, delivered, cancelled] = Array.from(
      { length: 6 },
      (_, digit) => Math.floor(n / 3 ** digit) % 3,
    ) as [number, number, number, number, number, number];
    const buckets = { open, allocated, released, shipped, delivered, cancelled };
    const total = open + allocated + released + shipped + delivered + cancelled;
    connection.run(
      `update sales_order_line set open = ?, allocated = ?, released = ?, shipped = ?, delivered = ?,
         cancelled = ?, base_quantity = ? where order_id = 'O1'`,
      [...Object.values(buckets), total],
    );
    connection.run("update sales_order set fulfilment = ? where id = 'O1'", [
      fulfilmentOf("confirmed", [buckets], false),
    ]);
    assert.deepEqual(connection.all(sql), [], JSON.stringify(buckets));
  }
  connection.exec("rollback");
});

Deno.test("an event that has waited for just under ten minutes is not yet reported", async () => {
  await using engine = await testEngine();
  await soundBooks(engine);
  engine.writer.connection.exec(
    "update outbox set state = 'pending', at = '2026-03-02T01:50:01.000Z'",
  );
  assert.deepEqual(broken(engine), []);
});

Deno.test("runInvariants({ waiting: false }) leaves out what merely waits", async () => {
  await using engine = await testEngine();
  await soundBooks(engine);
  engine.writer.connection.exec("update outbox set state = 'parked'");
  assert.deepEqual(broken(engine), ["outbox_has_nothing_parked"]);
  assert.deepEqual(engine.broken(), []);
});

Deno.test("a finding counts its rows, up to a limit, and shows the first of them", async () => {
  await using engine = await testEngine();
  const connection = engine.writer.connection;
  connection.exec("pragma foreign_keys = off");
  connection.exec(`with recursive n (i) as (select 1 union all select i + 1 from n where i < 1500)
    insert into node_stock select 'n' || i, 's', 1, 0 from n`);
  const [finding] = runInvariants(engine.read).filter(({ name }) =>
    name === "node_stock_is_its_entries"
  );
  assert.equal(finding!.rows, rowsCounted);
  assert.equal(finding!.sample.length, 5);
  assert.deepEqual(finding!.sample[0], { node_id: "n1", sku_id: "s", difference: -1 });
});
