import { type Day, startOfDay } from "~/domain/_kernel/period.ts";
import type { WishedPriceRow } from "~/domain/policy/price/save_price_rows.ts";
import { skuOf, unit } from "./names.ts";
import type { SourceOrder } from "./source.ts";

type Asked = { day: Day; price: string };

/** A row for each day on which a product's price was another than on its order before: until the next. */
export function pricePeriods(orders: readonly SourceOrder[]): WishedPriceRow[] {
  const asked = orders.flatMap(({ orderedOn: day, lines }) =>
    lines.map(({ product, price }) => ({ product, day, price }))
  );
  return [...Map.groupBy(asked, ({ product }) => product)].flatMap(([product, days]) => {
    const changes = changesOf(days);
    return changes.map(({ day, price }, at) => ({
      sku: skuOf(product),
      unit,
      minQuantity: 1,
      validFrom: startOfDay(day),
      validUntil: at + 1 < changes.length ? startOfDay(changes[at + 1]!.day) : null,
      price,
    }));
  });
}

function changesOf(days: readonly Asked[]): Asked[] {
  const inTime = days.toSorted((a, b) => a.day < b.day ? -1 : a.day > b.day ? 1 : 0);
  return inTime.filter(({ price }, at) => at === 0 || inTime[at - 1]!.price !== price);
}
