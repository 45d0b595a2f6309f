import type { By } from "../_kernel/by.ts";
import { expiredAt, priceBasket, type PricedBasket } from "../policy/price/price_basket.ts";
import type { PlaceOrder, PlaceOrderRefusal, PlacingFacts, ResolvedLine } from "./placing.ts";

/** The lines that can be understood, priced; what cannot is added to the refusals. Previews use it too. */
export function quoteLines(
  command: PlaceOrder,
  facts: PlacingFacts,
  { refusals, by }: { refusals: PlaceOrderRefusal[]; by: By },
): { resolved: ResolvedLine[]; priced: PricedBasket } {
  const resolved = resolveLines(command, facts, refusals);
  const priced = priceWishes(resolved, command, facts, by);
  checkPrices(resolved, priced, refusals);
  return { resolved, priced };
}

function resolveLines(
  { lines }: PlaceOrder,
  { skus, prices, mayDiscount }: PlacingFacts,
  refusals: PlaceOrderRefusal[],
): ResolvedLine[] {
  const resolved: ResolvedLine[] = [];
  lines.forEach((wished, index) => {
    const at = `/lines/${index}`;
    const sku = skus.get(wished.sku);
    if (!sku) {
      return void refusals.push({ reason: "unknown_sku", sku: wished.sku, at: `${at}/sku` });
    }
    if (sku.state !== "on_sale") {
      return void refusals.push({
        reason: "sku_not_on_sale",
        sku: sku.code,
        state: sku.state,
        at: `${at}/sku`,
      });
    }
    const unitCode = wished.unit ?? sku.salesUnit;
    const unit = sku.units.find(({ code }) => code === unitCode);
    if (!unit) {
      const units = sku.units.map(({ code }) => code);
      return void refusals.push({
        reason: "unknown_unit",
        sku: sku.code,
        unit: unitCode,
        units,
        at: `${at}/unit`,
      });
    }
    if (!Number.isSafeInteger(wished.quantity) || wished.quantity < 1) {
      const { quantity } = wished;
      return void refusals.push({
        reason: "quantity_not_positive",
        sku: sku.code,
        quantity,
        at: `${at}/quantity`,
      });
    }
    const { discountBasisPoints: rate = 0 } = wished;
    const discountBasisPoints = Number.isNaN(rate) ? 0 : rate;
    if (Number.isNaN(rate)) {
      refusals.push({ reason: "discount_unreadable", at: `${at}/discountBasisPoints` });
    }
    if (discountBasisPoints > 0 && !mayDiscount) {
      refusals.push({ reason: "discount_not_allowed", at: `${at}/discountBasisPoints` });
    }
    if (discountBasisPoints > 0 && !wished.discountReason) {
      refusals.push({ reason: "discount_reason_missing", at: `${at}/discountReason` });
    }
    resolved.push({
      wished,
      sku,
      unit,
      basket: {
        lineNo: index + 1,
        sku: sku.code,
        unit: unit.code,
        quantity: wished.quantity,
        discountBasisPoints,
        taxRateBasisPoints: sku.taxRateBasisPoints,
        prices: prices.get(sku.id) ?? [],
      },
    });
  });
  return resolved;
}

function priceWishes(
  resolved: readonly ResolvedLine[],
  { channel, freightMinor = 0 }: PlaceOrder,
  { dealer }: PlacingFacts,
  by: By,
): PricedBasket {
  return priceBasket(resolved.map(({ basket }) => basket), {
    organisationId: dealer.organisationId,
    channel,
    regionLine: dealer.regionLine,
    grade: dealer.grade,
    dealerId: dealer.id,
    currency: dealer.currency,
    at: by.at,
    freightMinor,
  });
}

function checkPrices(
  resolved: readonly ResolvedLine[],
  { lines }: PricedBasket,
  refusals: PlaceOrderRefusal[],
): void {
  resolved.forEach(({ sku, unit, basket }, i) => {
    const { choice } = lines[i]!;
    if (choice.winner) return;
    const at = `/lines/${basket.lineNo - 1}/sku`;
    const ended = expiredAt(choice);
    refusals.push(
      ended
        ? { reason: "price_expired", sku: sku.code, unit: unit.code, expiredAt: ended, at }
        : { reason: "no_price", sku: sku.code, unit: unit.code, at },
    );
  });
}
