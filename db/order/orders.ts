import { sql } from "kysely";
import { found } from "~/db/_engine/not_found.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import type {
  AddressId,
  OrderId,
  OrganisationId,
  PartnerId,
  PoolId,
  RegionId,
  SkuId,
  UserId,
} from "~/domain/_kernel/id.ts";
import type {
  Approval,
  Commercial,
  Fulfilment,
  Gate,
  Order,
  OrderLine,
} from "~/domain/order/order.ts";

const orderById = prepared((reader, p: { id: string }) =>
  reader.from("sales_order").selectAll().where("id", "=", p.id)
);

const idByNumber = prepared((reader, p: { number: string }) =>
  reader.from("sales_order").select("id").where("number", "=", p.number)
);

const linesOf = prepared((reader, p: { id: string }) =>
  reader.from("sales_order_line").select([
    "line_no",
    "sku_id",
    "unit",
    "unit_factor",
    "quantity",
    "base_quantity",
    "goods_minor",
    "discount_minor",
    "freight_minor",
    "tax_minor",
    "weight_gram",
    "open",
    "allocated",
    "released",
    "shipped",
    "delivered",
    "cancelled",
    "posted_minor",
    "posted_freight_minor",
    "posted_tax_minor",
  ]).where("order_id", "=", p.id).orderBy("line_no")
);

const approvalsOf = prepared((reader, p: { id: string }) =>
  reader.from("order_approval").select(["gate", "state", "causes"])
    .where("order_id", "=", p.id)
    // The dealer's own gate comes before ours.
    .orderBy(sql`gate = 'company'`)
);

const codesOf = prepared((reader, p: { ids: readonly string[] }) =>
  reader.from("sku").select(["id", "code"]).where("id", "in", among(p.ids))
);

/** The whole order with its lines and gates; out of scope is not there. */
export function loadOrder(reader: Reader, id: OrderId): Order {
  const row = found(orderById(reader, { id })[0], "order");
  const system = reader.asSystem("the parts of an order in sight");
  return {
    id: row.id as OrderId,
    number: row.number,
    version: row.version,
    dealerId: row.dealer_id as PartnerId,
    organisationId: row.organisation_id as OrganisationId,
    regionId: row.region_id as RegionId,
    poolId: row.pool_id as PoolId,
    addressId: row.address_id as AddressId,
    currency: row.currency,
    goodsMinor: row.goods_minor,
    discountMinor: row.discount_minor,
    freightMinor: row.freight_minor,
    totalMinor: row.total_minor,
    commercial: row.commercial as Commercial,
    awaiting: row.awaiting as Gate | null,
    fulfilment: row.fulfilment as Fulfilment,
    holdsStock: row.holds_stock === 1,
    submittedAt: row.submitted_at,
    placedBy: row.placed_by as UserId,
    completedAt: row.completed_at,
    lines: linesOf(system, { id }).map(lineOf),
    approvals: approvalsOf(system, { id }).map(({ gate, state, causes }): Approval => ({
      gate: gate as Gate,
      state: state as Approval["state"],
      causes: JSON.parse(causes),
    })),
  };
}

export function orderIdByNumber(reader: Reader, number: string): OrderId {
  return found(idByNumber(reader, { number })[0], "order").id as OrderId;
}

export function loadOrderByNumber(reader: Reader, number: string): Order {
  return loadOrder(reader, orderIdByNumber(reader, number));
}

/** For words in refusals and records: the code behind each SKU id of the lines. */
export function loadSkuCodes(
  reader: Reader,
  lines: readonly { skuId: SkuId }[],
): Map<SkuId, string> {
  const ids = [...new Set(lines.map(({ skuId }) => skuId))];
  return new Map(codesOf(reader, { ids }).map(({ id, code }) => [id as SkuId, code]));
}

function lineOf(row: ReturnType<typeof linesOf>[number]): OrderLine {
  return {
    lineNo: row.line_no,
    skuId: row.sku_id as SkuId,
    unit: row.unit,
    unitFactor: row.unit_factor,
    quantity: row.quantity,
    baseQuantity: row.base_quantity,
    goodsMinor: row.goods_minor,
    discountMinor: row.discount_minor,
    freightMinor: row.freight_minor,
    taxMinor: row.tax_minor,
    weightGram: row.weight_gram,
    open: row.open,
    allocated: row.allocated,
    released: row.released,
    shipped: row.shipped,
    delivered: row.delivered,
    cancelled: row.cancelled,
    postedMinor: row.posted_minor,
    postedFreightMinor: row.posted_freight_minor,
    postedTaxMinor: row.posted_tax_minor,
  };
}
