import { sql } from "kysely";
import { nextNumber } from "~/db/_engine/number_series.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import { found } from "~/db/_engine/not_found.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import { regionLine } from "~/db/channel/region_line.ts";
import { loadDueReservations, loadPoolBalances } from "~/db/inventory/reservations.ts";
import { isKnown } from "~/db/product/skus.ts";
import { loadCreditAccount } from "~/db/policy/credit.ts";
import { loadPriceRows } from "~/db/policy/prices.ts";
import { buyerKinds } from "~/domain/channel/partner.ts";
import type {
  AddressId,
  OrganisationId,
  PartnerId,
  PoolId,
  RegionId,
  SkuId,
} from "~/domain/_kernel/id.ts";
import { dayOf } from "~/domain/_kernel/period.ts";
import type { PlacingDealer, PlacingFacts, PlacingSku } from "~/domain/order/placing.ts";

export type PlacingQuestion = {
  /** By code, or by id where the caller is the dealer itself. */
  dealer: { code: string } | { id: string };
  address?: string;
  externalNumber?: string | null;
  lines: readonly { sku: string; unit?: string; quantity: number }[];
  channel: string;
  mayDiscount: boolean;
  boundByDealerLimit: boolean;
  /** Absent: the caller may order through any channel. */
  boundToChannel?: string | null;
};

/** By id or by code, and one look-up either way. */
const namedBy = ({ id, code }: { id: string | null; code: string | null }) =>
  sql<string>`coalesce(${id}, (select id from partner where code = ${code}))`;

const dealerRow = prepared((reader, p: { code: string | null; id: string | null }) =>
  reader.from("partner")
    .innerJoin("organisation", "organisation.id", "partner.organisation_id")
    .select([
      "partner.id",
      "partner.code",
      "partner.state",
      "partner.sells",
      "partner.settles",
      "partner.organisation_id",
      "organisation.code as organisation_code",
      "organisation.valid_from",
      "organisation.valid_until",
      "partner.region_id",
      "partner.pool_id",
      "partner.grade",
      "partner.currency",
      "partner.approval_limit_minor",
      "organisation.discount_limit_bp",
    ])
    .where("partner.kind", "in", buyerKinds)
    .where("partner.id", "=", namedBy(p))
);

const addressByCode = prepared((reader, p: { partnerId: string; code: string }) =>
  reader.from("address").select("id")
    .where("partner_id", "=", p.partnerId).where("code", "=", p.code).where("state", "=", "active")
);

const defaultAddress = prepared((reader, p: { partnerId: string }) =>
  reader.from("address").select("id")
    .where("partner_id", "=", p.partnerId).where("is_default", "=", 1).where("state", "=", "active")
);

/** One row a SKU whatever the number of its units: rows are what reading costs. */
const unitsJson = sql<
  string
>`(select json_group_object(code, factor) from sku_unit where sku_id = sku.id)`;

const skuRows = prepared((reader, p: { codes: readonly string[] }) =>
  reader.from("sku")
    .select([
      "sku.id",
      "sku.code",
      "sku.state",
      "sku.base_unit",
      "sku.sales_unit",
      "sku.tax_rate_bp",
      "sku.weight_gram",
      unitsJson.as("units"),
    ])
    .where("sku.code", "in", among(p.codes))
);

const takenNumber = prepared((reader, p: { dealerId: string; external: string }) =>
  reader.from("sales_order").select("number")
    .where("dealer_id", "=", p.dealerId).where("external_number", "=", p.external)
);

/** All that placing an order is decided on, in the caller's scope; a dealer out of sight is not there. */
export function loadPlacingFacts(facts: Reader, question: PlacingQuestion): PlacingFacts {
  const dealer = loadDealer(facts, question.dealer);
  const { lines } = question;
  const skus = loadSkus(facts, lines.map(({ sku }) => sku));
  const skuIds = [...skus.values()].map(({ id }) => id);
  return {
    number: nextNumber(facts, "SO"),
    dealer,
    address: loadAddress(facts, dealer.id, question.address),
    skus,
    prices: loadPriceRows(facts, {
      skuIds,
      dealerId: dealer.id,
      organisationId: dealer.organisationId,
      regionLine: dealer.regionLine,
      grade: dealer.grade,
      channel: question.channel,
      currency: dealer.currency,
      units: [...new Set(lines.map(({ sku, unit }) => unit ?? skus.get(sku)?.salesUnit ?? ""))],
      mostQuantity: Math.max(1, ...lines.map(({ quantity }) => quantity)),
    }),
    balances: dealer.poolId ? loadPoolBalances(facts, dealer.poolId, skuIds) : [],
    due: dealer.poolId ? loadDueReservations(facts, dealer.poolId, skuIds) : [],
    credit: loadCreditAccount(facts.asSystem("the whole use of the account decides"), {
      dealerId: dealer.id,
      currency: dealer.currency,
    }),
    externalNumberTaken: question.externalNumber
      ? takenNumber(facts, { dealerId: dealer.id, external: question.externalNumber })[0]?.number ??
        null
      : null,
    mayDiscount: question.mayDiscount,
    boundByDealerLimit: question.boundByDealerLimit,
    boundToChannel: question.boundToChannel ?? null,
  };
}

function loadDealer(facts: Reader, dealer: PlacingQuestion["dealer"]): PlacingDealer {
  const key = "code" in dealer ? { code: dealer.code, id: null } : { code: null, id: dealer.id };
  const row = found(dealerRow(facts, key)[0], "dealer");
  return {
    id: row.id as PartnerId,
    code: row.code,
    state: row.state as PlacingDealer["state"],
    organisationId: row.organisation_id as OrganisationId,
    organisation: {
      code: row.organisation_code,
      validFrom: dayOf(row.valid_from),
      validUntil: row.valid_until === null ? null : dayOf(row.valid_until),
    },
    regionId: row.region_id as RegionId,
    regionLine: regionLine(facts, row.region_id),
    poolId: row.pool_id as PoolId | null,
    functions: { sells: row.sells === 1, settles: row.settles === 1 },
    grade: row.grade,
    currency: row.currency,
    approvalLimitMinor: row.approval_limit_minor,
    discountLimitBasisPoints: row.discount_limit_bp,
  };
}

function loadAddress(facts: Reader, partnerId: PartnerId, code?: string): { id: AddressId } | null {
  const [row] = code === undefined
    ? defaultAddress(facts, { partnerId })
    : addressByCode(facts, { partnerId, code });
  return row ? { id: row.id as AddressId } : null;
}

export function loadSkus(facts: Reader, codes: readonly string[]): Map<string, PlacingSku> {
  const rows = skuRows(facts, { codes: [...new Set(codes)] })
    .filter(({ state }) => isKnown(facts, state));
  return new Map(rows.map((row) => [row.code, {
    id: row.id as SkuId,
    code: row.code,
    state: row.state as PlacingSku["state"],
    baseUnit: row.base_unit,
    salesUnit: row.sales_unit,
    units: Object.entries(JSON.parse(row.units) as Record<string, number>)
      .map(([code, factor]) => ({ code, factor })),
    taxRateBasisPoints: row.tax_rate_bp,
    weightGram: row.weight_gram,
  }]));
}
