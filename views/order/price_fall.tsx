import type { Order } from "~/domain/order/order.ts";
import type { DetailLine } from "~/domain/order/read_models.ts";
import { lineAmountMinor } from "~/domain/_kernel/money.ts";
import type { Reading } from "~/views/_kit/date.tsx";
import { named } from "~/views/_kit/named.ts";
import { percent, quantity } from "~/views/_kit/number.tsx";
import { type PriceStep, Waterfall } from "~/views/_kit/waterfall.tsx";
import type { LostBecause } from "~/domain/policy/price/choose_price.ts";
import { orderWords } from "./text.ts";

type Props = { line: DetailLine; order: Pick<Order, "currency">; reading: Reading };

const e4 = 10_000;

/**
 * From the price that was beaten to the one that won, less what was agreed. Where a price has
 * fractions of a cent, the whole line is shown instead, so that every figure is exact.
 */
export function PriceFall({ line, order: { currency }, reading }: Props) {
  const t = orderWords(reading.lang).page.fall;
  const prices = [line.priceE4, ...line.priceWhy.beaten.map(({ priceE4 }) => priceE4)];
  const isUnit = line.discountBasisPoints === 0 && prices.every((price) => price % e4 === 0);
  const of = (priceE4: number) => isUnit ? priceE4 / e4 : lineAmountMinor(priceE4, line.quantity);
  const steps = stepsOf(line, { of, reading });
  return (
    <Waterfall
      label={isUnit ? t.label : t.labelAmount}
      steps={steps}
      result={isUnit ? t.result : t.resultAmount}
      scaleMinor={Math.max(1, ...steps.map(({ afterMinor }) => afterMinor))}
      currency={currency}
    />
  );
}

function stepsOf(
  line: DetailLine,
  { of, reading: { lang } }: { of: (priceE4: number) => number; reading: Reading },
): PriceStep[] {
  const { fall: t, lost } = orderWords(lang).page;
  const { priceWhy, priceE4, unit, discountBasisPoints, goodsMinor, discountMinor } = line;
  const tier = (minQuantity: number) =>
    minQuantity > 1 ? ` ${t.from(quantity(minQuantity, unit))}` : "";
  const beaten = [...priceWhy.beaten].sort((a, b) => b.priceE4 - a.priceE4).map((row) => ({
    label: row.list + tier(row.minQuantity),
    source: lost[row.because as LostBecause] ?? "",
    afterMinor: of(row.priceE4),
  }));
  const won = {
    label: named(line.priceList, lang) + tier(priceWhy.minQuantity),
    source: beaten.length > 0 ? t.won : undefined,
    afterMinor: of(priceE4),
  };
  if (discountBasisPoints === 0) return [...beaten, won];
  return [...beaten, won, {
    label: `${t.discount} ${percent(discountBasisPoints)}`,
    source: line.discountReason,
    afterMinor: goodsMinor - discountMinor,
  }];
}
