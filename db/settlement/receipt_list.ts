import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import { found } from "~/db/_engine/not_found.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { type PagedRows, type RowPage, rowPage } from "~/db/_search/row_page.ts";
import type { ReceiptPage, ReceiptRow } from "~/domain/settlement/read_models.ts";

export type ReceiptFilter = {
  dealer?: string;
  method?: string;
  /** A receipt's own number, or the reference the money came with. */
  q?: string;
  /** Something of it pays nothing yet. */
  unapplied?: boolean;
};

const columns = [
  "r.number",
  "p.code as dealer",
  "p.name_zh as nameZh",
  "p.name_en as nameEn",
  "r.currency",
  "r.amount_minor as amountMinor",
  "r.unapplied_minor as unappliedMinor",
  "r.received_at as receivedAt",
  "r.method",
  "r.reference",
] as const;

/** Money received, newest first. */
export function listReceipts(
  reader: Reader,
  { dealer, method, q, unapplied }: ReceiptFilter,
  page: RowPage,
): PagedRows<ReceiptRow> {
  let query = reader.from("receipt as r").innerJoin("partner as p", "p.id", "r.dealer_id")
    .select([
      "r.id as key",
      ...columns,
    ]);
  if (dealer) {
    const chosen = reader.asSystem("only receipts in sight are listed").from("partner")
      .select("id").where("code", "=", dealer);
    query = query.where("r.dealer_id", "in", chosen);
  }
  if (method) query = query.where("r.method", "=", method);
  if (unapplied) query = query.where("r.unapplied_minor", ">", 0);
  if (q) {
    query = query.where((eb) => eb.or([eb("r.number", "=", q), eb("r.reference", "=", q)]));
  }
  return rowPage(reader, query, { columns: ["r.id"], direction: "desc", page });
}

const pageRow = prepared((reader, p: { number: string }) =>
  reader.from("receipt as r").innerJoin("partner as p", "p.id", "r.dealer_id")
    .innerJoin("app_user as u", "u.id", "r.recorded_by")
    .leftJoin("journal as j", (join) => join.on("j.effect_key", "=", sql`'receipt ' || r.id`))
    .select([
      "r.id",
      ...columns,
      "u.name as recordedBy",
      "j.number as journal",
    ]).where("r.number", "=", p.number)
);
const applicationRows = prepared((reader, p: { id: string }) =>
  reader.from("receipt_application as a").innerJoin("open_item as i", "i.id", "a.open_item_id")
    .innerJoin("shipment as s", "s.id", "i.shipment_id")
    .innerJoin("sales_order as o", "o.id", "i.order_id")
    .select([
      "s.number as shipment",
      "o.number as order",
      "i.due_on as dueOn",
      "a.amount_minor as amountMinor",
      "i.amount_minor as itemMinor",
      "i.open_minor as openMinor",
    ]).where("a.receipt_id", "=", p.id).orderBy("i.due_on").orderBy("i.id")
);

/** One receipt and what it paid. */
export function loadReceiptPage(reader: Reader, number: string): ReceiptPage {
  const { id, ...row } = found(pageRow(reader, { number })[0], "receipt");
  return { ...row, applications: applicationRows(reader, { id }) };
}
