import { count } from "~/views/_kit/number.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { inventoryWords } from "./text.ts";

interface AvailabilityProps {
  quantity: number;
  unit: string;
  lang: Lang;
}

/** What can be promised: a figure, or the word for none. */
export function Availability({ quantity, unit, lang }: AvailabilityProps) {
  const t = inventoryWords(lang);
  if (quantity <= 0) return <span class="warn">{t.outOfStock}</span>;
  return (
    <>
      <b>{count(quantity)}</b>
      <span class="thin">{` ${unit}`}</span>
    </>
  );
}
