import { placeText } from "~/views/_kit/place.ts";
import { unpostedMinor } from "~/domain/order/give_back.ts";
import { whatStays } from "~/domain/order/what_stays.ts";
import type { OrderDetail, TimelineEntry } from "~/domain/order/read_models.ts";
import { promise, type Reading } from "~/views/_kit/date.tsx";
import { Money } from "~/views/_kit/money.tsx";
import { named } from "~/views/_kit/named.ts";
import { Pairs, Timeline } from "~/views/_kit/rows.tsx";
import { Sheet } from "~/views/_kit/sheet.tsx";
import { Sum, type SumLine } from "~/views/_kit/sum.tsx";
import { orderWords } from "./text.ts";

type Props = { detail: OrderDetail; reading: Reading };

/** What the order costs, less what was given up of it; what stays to be paid under the double rule. */
export function MoneyCard({ detail: { order }, reading }: Props) {
  const t = orderWords(reading.lang).page.money;
  const { currency, goodsMinor, discountMinor, freightMinor } = order;
  const { cancelledMinor, payableMinor, taxMinor } = whatStays(order);
  const gone = order.commercial === "rejected" ? t.rejected : t.cancelled;
  const line = (label: string, minor: number, note?: boolean): SumLine => ({
    label,
    value: <Money minor={minor} currency={currency} />,
    note,
  });
  return (
    <Sheet id="amount" title={t.title}>
      <div class="in">
        <Sum
          lines={[
            line(t.goods, goodsMinor),
            ...(discountMinor > 0 ? [line(t.discount, -discountMinor)] : []),
            ...(freightMinor > 0 ? [line(t.freight, freightMinor)] : []),
            ...(cancelledMinor > 0 ? [line(gone, -cancelledMinor)] : []),
          ]}
          total={{
            label: t.total,
            value: <Money minor={payableMinor} currency={currency} mark />,
          }}
          after={[line(t.tax, taxMinor), line(t.credit, creditUsed(order))]}
        />
      </div>
    </Sheet>
  );
}

/** What an order that is given up has given back; what has shipped is a receivable. */
function creditUsed(order: OrderDetail["order"]): number {
  const isOver = order.commercial === "cancelled" || order.commercial === "rejected";
  const isCut = order.lines.some(({ cancelled }) => cancelled > 0);
  return isOver || isCut ? 0 : unpostedMinor(order);
}

/** Where it goes and what the dealer asked for. */
export function DeliveryCard({ detail, showPhone, reading }: Props & { showPhone: boolean }) {
  const t = orderWords(reading.lang).page.delivery;
  const { address, requiredOn, externalNumber, note } = detail;
  const pair = (label: string, value: string) => value ? [{ label, value }] : [];
  return (
    <Sheet title={t.title}>
      <Pairs
        pairs={[
          ...pair(t.contact, address.contact),
          ...pair(t.phone, showPhone ? address.phone : ""),
          ...pair(t.required, requiredOn ? promise(requiredOn, reading) : ""),
          ...pair(t.external, externalNumber ?? ""),
        ]}
      />
      <div class="in cut">
        <p>{placeText(address, reading.lang)}</p>
        {note && <p class="q">{`${t.note} ${note}`}</p>}
      </div>
    </Sheet>
  );
}

/** Who did what, for whom, why and when; what the house did by itself says so. */
export function LogCard({ detail: { timeline }, reading }: Props) {
  const t = orderWords(reading.lang).page.log;
  const { lang } = reading;
  const whoOf = ({ who, bySystem, onBehalfOf }: TimelineEntry) =>
    (bySystem ? t.system : who) + (onBehalfOf ? t.for(named(onBehalfOf, lang)) : "");
  return (
    <Sheet id="log" title={t.title}>
      <Timeline
        entries={timeline.map((entry) => ({
          at: entry.at,
          who: whoOf(entry),
          what: t.kinds[entry.kind](entry.detail) + (entry.reason ? t.reason(entry.reason) : ""),
        }))}
        reading={reading}
      />
    </Sheet>
  );
}
