import { count } from "~/views/_kit/number.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { inventoryWords } from "./text.ts";

interface AvailabilityProps {
  quantity: number;
  unit: string;
  /** The unit is said always, not only where the column of units is gone. */
  withUnit?: boolean;
  lang: Lang;
}

/** What can be promised: a figure, or the word for none. */
export function Availability({ quantity, unit, withUnit, lang }: AvailabilityProps) {
  const t = inventoryWords(lang);
  if (quantity <= 0) return <span class="warn">{t.outOfStock}</span>;
  return (
    <>
      <b>{count(quantity)}</b>
      <span class={withUnit ? undefined : "thin"}>{` ${unit}`}</span>
    </>
  );
}
