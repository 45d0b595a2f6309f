import { sql } from "kysely";
import { found } from "~/db/_engine/not_found.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { OrderId } from "~/domain/_kernel/id.ts";
import type { PriceWhy } from "~/domain/order/events.ts";
import type { Gate, OrderLine } from "~/domain/order/order.ts";
import type {
  DetailLine,
  OrderDetail,
  TimelineEntry,
  TimelineKind,
} from "~/domain/order/read_models.ts";
import { systemUser } from "~/domain/platform/system_user.ts";
import { loadOrder, orderIdByNumber } from "./orders.ts";

const headOf = prepared((reader, p: { id: string }) =>
  reader.from("sales_order as o")
    .innerJoin("partner as d", "d.id", "o.dealer_id")
    .innerJoin("address as a", "a.id", "o.address_id")
    .innerJoin("app_user as u", "u.id", "o.placed_by")
    .select([
      "d.code",
      "d.name_zh as nameZh",
      "d.name_en as nameEn",
      "a.contact",
      "a.phone",
      "a.province",
      "a.city",
      "a.street",
      "u.name as placedBy",
      "o.on_behalf_of",
      "o.channel",
      "o.external_number as externalNumber",
      "o.note",
      "o.required_on as requiredOn",
      "o.tax_minor as taxMinor",
    ])
    .where("o.id", "=", p.id)
);

const linesOf = prepared((reader, p: { id: string }) =>
  reader.from("sales_order_line as l")
    .innerJoin("sku as s", "s.id", "l.sku_id")
    .leftJoin("price_list as p", "p.id", "l.price_list_id")
    .select([
      "l.line_no as lineNo",
      "s.code as sku",
      "s.name_zh as nameZh",
      "s.name_en as nameEn",
      "s.specification",
      "s.base_unit as baseUnit",
      "l.price_e4 as priceE4",
      "l.price_why",
      "p.name_zh as listZh",
      "p.name_en as listEn",
      "l.discount_bp as discountBasisPoints",
      "l.discount_reason as discountReason",
      "l.tax_rate_bp as taxRateBasisPoints",
    ])
    .where("l.order_id", "=", p.id).orderBy("l.line_no")
);

const approvalsOf = prepared((reader, p: { id: string }) =>
  reader.from("order_approval as a").leftJoin("app_user as u", "u.id", "a.decided_by")
    .select([
      "a.gate",
      "a.asked_at as askedAt",
      "a.reminded_at as remindedAt",
      "a.decided_at as decidedAt",
      "u.name as decidedBy",
      "a.reason",
    ])
    .where("a.order_id", "=", p.id)
);

const eventsOf = prepared((reader, p: { id: string }) =>
  reader.from("order_event as e").leftJoin("partner as d", "d.id", "e.on_behalf_of")
    .select([
      "e.seq",
      "e.at",
      "e.kind",
      "e.user_id",
      "e.user_name as who",
      "e.reason",
      "e.detail",
      "d.name_zh as dealerZh",
      "d.name_en as dealerEn",
    ])
    .where("e.order_id", "=", p.id).orderBy("e.seq", "desc")
);

const expiryOf = prepared((reader, p: { id: string }) =>
  reader.from("reservation").select(sql<string | null>`min(expires_at)`.as("at"))
    .where("order_id", "=", p.id).where("state", "=", sql.lit("pending"))
);

const promiseOf = prepared((reader, p: { id: string }) =>
  reader.from("fulfilment").select(sql<string | null>`max(promised_on)`.as("day"))
    .where("order_id", "=", p.id).where("state", "<>", "void")
);

export function loadDetailByNumber(reader: Reader, number: string): OrderDetail {
  return loadDetail(reader, orderIdByNumber(reader, number));
}

export function loadDetail(reader: Reader, id: OrderId): OrderDetail {
  const order = loadOrder(reader, id);
  const system = reader.asSystem("the parts of an order in sight");
  const { code, nameZh, nameEn, contact, phone, province, city, street, ...head } = found(
    headOf(system, { id })[0],
    "order",
  );
  const { on_behalf_of, ...rest } = head;
  return {
    ...rest,
    order,
    dealer: { code, nameZh, nameEn },
    address: { contact, phone, province, city, street },
    onBehalf: on_behalf_of !== null,
    reservedUntil: expiryOf(system, { id })[0]?.at ?? null,
    promisedOn: promiseOf(system, { id })[0]?.day ?? null,
    lines: linesOf(system, { id }).map((row, at) => lineOf(order.lines[at]!, row)),
    approvals: approvalsOf(system, { id }).map(({ gate, ...row }) => ({
      ...order.approvals.find((approval) => approval.gate === gate as Gate)!,
      ...row,
    })).sort((a, b) => a.gate === b.gate ? 0 : a.gate === "dealer" ? -1 : 1),
    timeline: eventsOf(system, { id }).map(entryOf),
  };
}

function lineOf(line: OrderLine, row: ReturnType<typeof linesOf>[number]): DetailLine {
  const { price_why, listZh, listEn, ...rest } = row;
  const priceWhy: PriceWhy = JSON.parse(price_why);
  return {
    ...line,
    ...rest,
    priceWhy,
    priceList: { nameZh: listZh ?? priceWhy.list, nameEn: listEn ?? priceWhy.list },
  };
}

function entryOf(row: ReturnType<typeof eventsOf>[number]): TimelineEntry {
  const { kind, detail, dealerZh, dealerEn, user_id, ...rest } = row;
  return {
    ...rest,
    kind: kind as TimelineKind,
    bySystem: user_id === systemUser.userId,
    onBehalfOf: dealerZh === null ? null : { nameZh: dealerZh, nameEn: dealerEn ?? dealerZh },
    detail: JSON.parse(detail),
  };
}
