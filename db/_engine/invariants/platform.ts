import { balanced, type Invariant } from "./invariant.ts";

const numbered = ["sales_order", "shipment", "receipt", "journal"];

export const platformInvariants: Invariant[] = [
  {
    name: "database_is_intact",
    says: { zh: "数据库文件完好", en: "The database file is intact" },
    sql: "select integrity_check from pragma_integrity_check where integrity_check <> 'ok'",
  },
  {
    name: "foreign_keys_hold",
    says: { zh: "所有引用都指向存在的行", en: "Every reference points at a row that exists" },
    sql: "select * from pragma_foreign_key_check",
  },
  {
    name: "audit_has_no_gap",
    says: { zh: "审计序号不断", en: "The numbers of the audit trail have no gap" },
    sql: `select n, last from (select count(*) as n, coalesce(max(seq), 0) as last from audit)
      where n <> last`,
  },
  {
    name: "number_is_used_once",
    says: { zh: "业务单号不重复", en: "No business number is used twice" },
    sql: `select number from (${
      [...numbered, "fulfilment"].map((table) => `select number from ${table}`).join(" union all ")
    }) group by number having count(*) > 1`,
  },
  {
    name: "number_series_has_no_gap",
    says: {
      zh: "订单、发货、收款与凭证的编号不断号",
      en: "The numbers of orders, shipments, receipts and journals have no gap",
    },
    sql: balanced(
      "series, year",
      `select substr(number, 1, 2) as series, cast(substr(number, 4, 4) as integer) as year,
         1 as amount from (${
        numbered.map((table) => `select number from ${table}`).join(" union all ")
      })`,
      `select series, year, 1 - next_value from number_series
       where series in ('SO', 'SH', 'RC', 'JV')`,
    ),
  },
  {
    name: "outbox_is_relayed",
    says: {
      zh: "没有等待超过十分钟的事件",
      en: "No event has waited for more than ten minutes",
    },
    sql: `select id, type, at, attempts, error from outbox
      where state <> 'done' and state = 'pending' and unixepoch(at) < unixepoch(?) - 600`,
    waiting: true,
  },
  {
    name: "outbox_has_nothing_parked",
    says: {
      zh: "没有搁置的事件",
      en: "No event is parked after too many failures",
    },
    sql: "select id, type, at, error from outbox where state <> 'done' and state = 'parked'",
    waiting: true,
  },
];
