import { findPartnerRecord, partners } from "~/db/channel/partner_records.ts";
import { dealers, skus } from "~/db/dispatch/testing.ts";
import { creditAccounts } from "~/db/policy/credit_accounts.ts";
import { findProduct, products } from "~/db/product/products.ts";
import type { Planter } from "~/db/seed/planter.ts";
import type { CreditTerms } from "~/domain/policy/credit/credit_terms.ts";
import type { Product } from "~/domain/product/product.ts";

/** Beside the goods of the dispatch world: what cannot be ordered, each for its own reason. */
export const odd = {
  withdrawn: "Q330",
  phasedOut: "Q331",
  unpriced: "Q332",
  expired: "Q333",
  outOfStock: "Q334",
} as const;

const names: Record<keyof typeof odd, string> = {
  withdrawn: "山楂气泡水",
  phasedOut: "青柠气泡水",
  unpriced: "荔枝气泡水",
  expired: "白桃气泡水",
  outOfStock: "葡萄气泡水",
};

/** Products that are refused, a price that ran out, and a soda nobody has in stock. */
export async function plantOddGoods(planter: Planter): Promise<void> {
  const reader = planter.engine.asSystem("a test copies a product");
  const like = findProduct(reader, skus.water)!.record;
  const made = Object.entries(odd).map(([kind, code]): Product => ({
    ...like,
    code,
    nameZh: names[kind as keyof typeof odd],
    nameEn: `Soda ${code}`,
    specification: "330 ml×24",
    barcode: `69012345${code.slice(1)}0`,
    state: kind === "phasedOut" ? "phase_out" : kind === "withdrawn" ? "withdrawn" : "on_sale",
  }));
  await planter.put(products, made.map((product) => ({ ...product, state: "on_sale" as const })));
  const row = (sku: string, validUntil: string | null) => ({
    sku,
    unit: "箱",
    minQuantity: 1,
    validFrom: "2026-01-01T00:00:00.000Z",
    validUntil,
    price: "52.80",
  });
  await planter.prices("BASE", [
    row(odd.withdrawn, null),
    row(odd.phasedOut, null),
    row(odd.outOfStock, null),
    row(odd.expired, "2026-02-01T00:00:00.000Z"),
  ]);
  await planter.put(products, made.filter(({ state }) => state !== "on_sale"));
}

export const draft = "Q335";

/** A product of which only we know. */
export async function plantDraft(planter: Planter): Promise<void> {
  const reader = planter.engine.asSystem("a test copies a product");
  const like = findProduct(reader, skus.water)!.record;
  await planter.put(products, [{
    ...like,
    code: draft,
    nameZh: "秘密气泡水",
    nameEn: "Secret soda",
    barcode: "690123453350",
    state: "draft",
  }]);
}

/** Above this the dealer's own approver is asked. */
export async function limitBuyers(
  planter: Planter,
  approvalLimitMinor: number | null,
  dealer: string = dealers.dingshun,
): Promise<void> {
  const { record } = findPartnerRecord(planter.engine.asSystem("a test changes a limit"), dealer)!;
  const { addresses: _addresses, ...rest } = record;
  await planter.put(partners as typeof partners & { also?: undefined }, [
    { ...rest, approvalLimitMinor },
  ]);
}

export async function grantCredit(
  planter: Planter,
  terms: Partial<CreditTerms> & { limitMinor?: number } = {},
): Promise<void> {
  const { limitMinor = 20_000_000, ...rest } = terms;
  const granted: CreditTerms = {
    code: dealers.dingshun,
    limit: { amountMinor: limitMinor, currency: "CNY" },
    termDays: 30,
    overLimit: "block",
    overdue: "ignore",
    ...rest,
  };
  await planter.put(creditAccounts, [granted]);
}
