import { NotFound } from "~/db/_engine/not_found.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { buyerKinds } from "~/domain/channel/partner.ts";
import type { DraftId, OrderId, PartnerId } from "~/domain/_kernel/id.ts";
import { type Draft, emptyContent } from "~/domain/order/save_draft.ts";

const openDraft = prepared((reader, p: { dealerId: string; userId: string }) =>
  reader.from("order_draft").selectAll()
    .where("dealer_id", "=", p.dealerId).where("user_id", "=", p.userId)
    .orderBy("updated_at", "desc").limit(1)
);

const draftById = prepared((reader, p: { id: string }) =>
  reader.from("order_draft").selectAll().where("id", "=", p.id)
);

const dealerRow = prepared((reader, p: { code: string | null; id: string | null }) =>
  reader.from("partner").select(["id", "code", "name_zh", "name_en", "currency"])
    .where("kind", "in", buyerKinds)
    .where((eb) => eb.or([eb("id", "=", p.id), eb("code", "=", p.code)]))
);

const addressRows = prepared((reader, p: { partnerId: string }) =>
  reader.from("address").select(["code", "contact", "province", "city", "street", "is_default"])
    .where("partner_id", "=", p.partnerId).where("state", "=", "active").orderBy("code")
);

const orderedLines = prepared((reader, p: { orderId: string }) =>
  reader.from("sales_order_line as line").innerJoin("sku", "sku.id", "line.sku_id")
    .select(["sku.code", "line.unit", "line.quantity"])
    .where("line.order_id", "=", p.orderId).orderBy("line.line_no")
);

type Row = ReturnType<typeof draftById>[number];

function draftOf(row: Row): Draft & { updatedAt: string } {
  return {
    id: row.id as DraftId,
    dealerId: row.dealer_id as PartnerId,
    version: row.version,
    content: { ...emptyContent, ...JSON.parse(row.content) },
    updatedAt: row.updated_at,
  };
}

/** What this person has begun for this dealer and not submitted. */
export function loadOpenDraft(reader: Reader, who: { dealerId: string; userId: string }) {
  const [row] = openDraft(reader, who);
  return row ? draftOf(row) : null;
}

/** A draft by its id; one that exists for somebody else is not there. */
export function loadDraft(reader: Reader, id: string, dealerId: string) {
  const [row] = draftById(reader, { id });
  if (row && row.dealer_id === dealerId) return draftOf(row);
  const [hidden] = draftById(reader.asSystem("an id that is taken is not free"), { id });
  if (hidden) throw new NotFound("draft");
  return null;
}

export type PadDealer = {
  id: PartnerId;
  code: string;
  nameZh: string;
  nameEn: string;
  currency: string;
  addresses: { code: string; words: string; isDefault: boolean }[];
};

export function loadPadDealer(
  reader: Reader,
  dealer: { code: string } | { id: string },
): PadDealer {
  const key = "code" in dealer ? { code: dealer.code, id: null } : { code: null, id: dealer.id };
  const [row] = dealerRow(reader, key);
  if (!row) throw new NotFound("dealer");
  return {
    id: row.id as PartnerId,
    code: row.code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    currency: row.currency,
    addresses: addressRows(reader, { partnerId: row.id }).map((address) => ({
      code: address.code,
      words: `${address.city}${address.street} ${address.contact}`,
      isDefault: address.is_default === 1,
    })),
  };
}

/** The lines of an order in sight, to order them again. */
export function loadOrderedLines(reader: Reader, orderId: OrderId) {
  return orderedLines(reader.asSystem("the lines of an order in sight"), { orderId });
}
