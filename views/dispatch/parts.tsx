import type { FulfilmentState } from "~/domain/dispatch/fulfilment.ts";
import type { Goods, Named } from "~/domain/dispatch/read_models.ts";
import { inPacks, type Unit } from "~/domain/_kernel/quantity.ts";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { type Stage, Status } from "~/views/_kit/status.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { dispatchWords } from "./text.ts";

const stages: Record<FulfilmentState, Stage> = {
  planned: "p1",
  released: "p2",
  part_shipped: "p3",
  shipped: "p4",
  void: "void",
};

export function PartStatus({ state, lang }: { state: FulfilmentState; lang: Lang }) {
  return <Status stage={stages[state]}>{dispatchWords(lang).states[state]}</Status>;
}

/** Under way until somebody signed. */
export function ParcelStatus({ deliveredAt, lang }: { deliveredAt: string | null; lang: Lang }) {
  const t = dispatchWords(lang).shipment.views;
  return deliveredAt === null
    ? <Status stage="p3">{t.on_the_way}</Status>
    : <Status stage="p4">{t.delivered}</Status>;
}

/** A base quantity in the packs it is picked in: `3 箱 2 瓶`. */
export function packs(baseQuantity: number, units: readonly Unit[], baseUnit: string): string {
  const parts = inPacks(baseQuantity, units);
  if (parts.length === 0) return `0 ${baseUnit}`;
  return parts.map(({ unit, quantity }) => `${count(quantity)} ${unit.code}`).join(" ");
}

/** A product on a list of goods: its name, its specification beside it. */
export function GoodsName({ goods, lang }: { goods: Goods; lang: Lang }) {
  return (
    <>
      {named(goods, lang)} <span class="q nw">{goods.specification}</span>
    </>
  );
}

/** Who carries it and under which number; the number is marked whole with one click, to be copied. */
export function Tracking(
  { carrier, trackingNumber, lang }: {
    carrier: Named | null;
    trackingNumber: string;
    lang: Lang;
  },
) {
  const t = dispatchWords(lang).shipment;
  return (
    <>
      {carrier ? named(carrier, lang) : t.ownDelivery}
      {trackingNumber && (
        <>
          {" "}
          <span class="copy">{trackingNumber}</span>
        </>
      )}
    </>
  );
}
