import {
  allocateMinor,
  includedTaxMinor,
  lineAmountMinor,
  portionMinor,
  sumMinor,
} from "../../_kernel/money.ts";
import type { Instant } from "../../_kernel/period.ts";
import {
  choosePrice,
  type PriceChoice,
  type PriceQuestion,
  type PriceRow,
} from "./choose_price.ts";

/** A line as it is wished for: quantity in the unit sold, an agreed discount on top of the price. */
export type BasketLine = {
  lineNo: number;
  sku: string;
  unit: string;
  quantity: number;
  discountBasisPoints: number;
  taxRateBasisPoints: number;
  prices: readonly PriceRow[];
};

export type PricedLine = {
  lineNo: number;
  choice: PriceChoice;
  priceE4: number;
  goodsMinor: number;
  discountMinor: number;
  freightMinor: number;
  taxMinor: number;
};

export type PricedBasket = {
  lines: PricedLine[];
  goodsMinor: number;
  discountMinor: number;
  freightMinor: number;
  taxMinor: number;
  totalMinor: number;
};

export type BasketTerms = Omit<PriceQuestion, "unit" | "quantity"> & { freightMinor: number };

/**
 * Prices a basket: each line amount is rounded once, half up; the discount is a portion of it;
 * freight goes to the lines by their amounts and the tax inside the prices is computed per rate and
 * split by largest remainder, so the parts add up to the cent. A line without a price counts as 0
 * and its choice says why no row won.
 */
export function priceBasket(basket: readonly BasketLine[], terms: BasketTerms): PricedBasket {
  const lines = basket.map((line) => priceLine(line, terms));
  spreadFreight(basket, lines, terms.freightMinor);
  for (const rate of new Set(basket.map((line) => line.taxRateBasisPoints))) {
    spreadTax(basket, lines, rate);
  }
  const goodsMinor = sumMinor(lines.map((line) => line.goodsMinor));
  const discountMinor = sumMinor(lines.map((line) => line.discountMinor));
  return {
    lines,
    goodsMinor,
    discountMinor,
    freightMinor: terms.freightMinor,
    taxMinor: sumMinor(lines.map((line) => line.taxMinor)),
    totalMinor: goodsMinor - discountMinor + terms.freightMinor,
  };
}

function priceLine(line: BasketLine, terms: BasketTerms): PricedLine {
  const { unit, quantity } = line;
  const choice = choosePrice(line.prices, { ...terms, unit, quantity });
  const priceE4 = choice.winner?.priceE4 ?? 0;
  const goodsMinor = lineAmountMinor(priceE4, quantity);
  const discountMinor = portionMinor(goodsMinor, line.discountBasisPoints);
  return {
    lineNo: line.lineNo,
    choice,
    priceE4,
    goodsMinor,
    discountMinor,
    freightMinor: 0,
    taxMinor: 0,
  };
}

/** SKU first, then line id, as every split of the house breaks its ties. */
function tieBreak({ sku, lineNo }: BasketLine): string {
  return `${sku}\u0000${String(lineNo).padStart(6, "0")}`;
}

function spreadFreight(
  basket: readonly BasketLine[],
  lines: PricedLine[],
  freightMinor: number,
): void {
  if (freightMinor === 0) return;
  const payable = lines.map((line) => line.goodsMinor - line.discountMinor);
  const free = payable.every((amount) => amount === 0);
  const { parts } = allocateMinor(
    freightMinor,
    basket.map((line, i) => ({ weight: free ? 1 : payable[i]!, tieBreak: tieBreak(line) })),
  );
  lines.forEach((line, i) => line.freightMinor = parts[i]!);
}

function spreadTax(basket: readonly BasketLine[], lines: PricedLine[], rate: number): void {
  const taxed = basket.map((_, i) => i).filter((i) => basket[i]!.taxRateBasisPoints === rate);
  const payable = taxed.map((i) => lines[i]!.goodsMinor - lines[i]!.discountMinor);
  const { parts } = allocateMinor(
    includedTaxMinor(sumMinor(payable), rate),
    taxed.map((i, at) => ({
      weight: payable[at]!,
      cap: payable[at]!,
      tieBreak: tieBreak(basket[i]!),
    })),
  );
  taxed.forEach((i, at) => lines[i]!.taxMinor = parts[at]!);
}

/** When the newest of the rows ended that would have applied, had they not run out. */
export function expiredAt(choice: PriceChoice): Instant | null {
  const ends = choice.losers.filter(({ because }) => because === "expired")
    .map(({ row }) => [row.listUntil, row.validUntil].filter((at) => at !== null).sort()[0]!);
  return ends.sort().at(-1) ?? null;
}
