import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { buyerKinds } from "~/domain/channel/partner.ts";
import type { PartnerId } from "~/domain/_kernel/id.ts";
import type { ImportFacts, PlacedBefore } from "~/domain/order/import_order.ts";
import { loadPlacingFacts, type PlacingQuestion } from "./placing_facts.ts";

const dealerByCode = prepared((reader, p: { code: string }) =>
  reader.from("partner").select("id").where("code", "=", p.code).where("kind", "in", buyerKinds)
);

const orderByExternal = prepared((reader, p: { dealerId: string; external: string }) =>
  reader.from("sales_order as o").innerJoin("address as a", "a.id", "o.address_id")
    .select([
      "o.id",
      "o.channel",
      "o.freight_minor",
      "o.required_on",
      "o.note",
      "a.code as address",
    ])
    .where("o.dealer_id", "=", p.dealerId).where("o.external_number", "=", p.external)
);

const linesOf = prepared((reader, p: { orderId: string }) =>
  reader.from("sales_order_line as l").innerJoin("sku as s", "s.id", "l.sku_id")
    .select(["s.code as sku", "l.unit", "l.quantity", "l.discount_bp", "l.discount_reason"])
    .where("l.order_id", "=", p.orderId).orderBy("l.line_no")
);

export function findDealerId(reader: Reader, code: string): PartnerId | null {
  return (dealerByCode(reader, { code })[0]?.id as PartnerId | undefined) ?? null;
}

/** All that placing is decided on, and the order that has the file's number already. */
export function loadImportFacts(
  reader: Reader,
  { dealer, externalNumber, ...rest }: PlacingQuestion & {
    dealer: { code: string };
    externalNumber: string;
  },
): ImportFacts {
  const dealerId = findDealerId(reader, dealer.code);
  if (dealerId === null) return null;
  return {
    placing: loadPlacingFacts(reader, { ...rest, dealer, externalNumber }),
    before: loadPlaced(reader, dealerId, externalNumber),
  };
}

function loadPlaced(reader: Reader, dealerId: PartnerId, external: string): PlacedBefore | null {
  const [order] = orderByExternal(reader, { dealerId, external });
  if (!order) return null;
  return {
    address: order.address,
    channel: order.channel,
    freightMinor: order.freight_minor,
    requiredOn: order.required_on,
    note: order.note,
    lines: linesOf(reader, { orderId: order.id }).map((line) => ({
      sku: line.sku,
      unit: line.unit,
      quantity: line.quantity,
      discountBasisPoints: line.discount_bp,
      discountReason: line.discount_reason,
    })),
  };
}
