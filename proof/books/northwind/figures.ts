import type { Engine } from "~/db/_engine/engine.ts";
import { runInvariants } from "~/db/_engine/invariants.ts";
import { amountText } from "~/domain/policy/price/price_text.ts";
import { currency } from "./source.ts";

export type Figure = { name: string; value: string; wanted: string };

const count = (from: string) => `select count(*) as n from ${from}`;
const money = (column: string, from: string) => `select sum(${column}) as n from ${from}`;

type Asked = { name: string; sql: string; isMoney?: boolean; wanted: string };

const asked: readonly Asked[] = [
  { name: "orders", sql: count("sales_order"), wanted: "830" },
  { name: "lines", sql: count("sales_order_line"), wanted: "2,155" },
  { name: "price rows", sql: count("price_row"), wanted: "157" },
  {
    name: "gross",
    sql: money("goods_minor", "sales_order_line"),
    isMoney: true,
    wanted: "1,354,458.59",
  },
  {
    name: "discounts",
    sql: money("discount_minor", "sales_order_line"),
    isMoney: true,
    wanted: "88,665.83",
  },
  {
    name: "freight",
    sql: money("freight_minor", "sales_order"),
    isMoney: true,
    wanted: "64,942.69",
  },
  {
    name: "orders ordered in a dealer's name by an employee",
    sql: count(
      `sales_order o join app_user u on u.id = o.placed_by join user_role r on r.user_id = u.id
       join order_event e on e.order_id = o.id and e.seq = 1
       where r.role = 'sales' and o.on_behalf_of = o.dealer_id and e.user_name = u.name
         and e.on_behalf_of = o.dealer_id`,
    ),
    wanted: "830",
  },
  {
    name: "orders not shipped",
    sql: count("sales_order o where not exists (select 1 from shipment where order_id = o.id)"),
    wanted: "21",
  },
  { name: "orders shipped", sql: count("sales_order where stage = 'shipped'"), wanted: "809" },
  {
    name: "receivable",
    sql: money("amount_minor", "posting where account = 'receivable'"),
    isMoney: true,
    wanted: "1,303,810.37",
  },
  {
    name: "of it goods",
    sql: `select -sum(amount_minor) as n from posting where account in ('sales', 'output_tax')`,
    isMoney: true,
    wanted: "1,239,855.35",
  },
  {
    name: "of it freight",
    sql: `select -sum(amount_minor) as n from posting where account = 'freight_income'`,
    isMoney: true,
    wanted: "63,955.02",
  },
  {
    name: "open items",
    sql: money("open_minor", "open_item"),
    isMoney: true,
    wanted: "1,303,810.37",
  },
  {
    name: "credit in use",
    sql: money("receivable_minor", "credit_account"),
    isMoney: true,
    wanted: "1,303,810.37",
  },
  {
    name: "stock left less what the open orders hold",
    sql: money("on_hand - reserved", "pool_stock"),
    wanted: "0",
  },
  {
    name: "discontinued products withdrawn",
    sql: count("sku where state = 'withdrawn'"),
    wanted: "8",
  },
  { name: "journal sum", sql: money("amount_minor", "posting"), isMoney: true, wanted: "0.00" },
  { name: "events parked", sql: count("outbox where state <> 'done'"), wanted: "0" },
];

/** What the database says now; nothing here comes from the files. */
export function readFigures(engine: Engine): Figure[] {
  const figures = asked.map(({ name, sql, isMoney, wanted }) => {
    const [{ n } = { n: 0 }] = engine.read.all<{ n: number | null }>(sql, []);
    const value = isMoney ? amountText(n ?? 0, currency) : String(n ?? 0);
    return { name, value: grouped(value), wanted };
  });
  const broken = runInvariants(engine.read, { now: engine.seams.now() });
  const names = broken.map(({ name }) => name).join(", ");
  return [...figures, { name: "invariants broken", value: names || "none", wanted: "none" }];
}

function grouped(value: string): string {
  return value.replace(/\B(?=(?:\d{3})+(?:\.|$))/g, ",");
}
