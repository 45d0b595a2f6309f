import type { OrderRow } from "~/domain/order/read_models.ts";
import { date, type Reading } from "~/views/_kit/date.tsx";
import { Meter } from "~/views/_kit/meter.tsx";
import { Money, money } from "~/views/_kit/money.tsx";
import { percent } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Todo } from "~/views/_kit/rows.tsx";
import { In, Sheet } from "~/views/_kit/sheet.tsx";
import { Sum } from "~/views/_kit/sum.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { homeWords } from "./home_text.ts";
import { OrderStage } from "./stage.tsx";

type DraftProps = { lines: number | null; lastOrder: string | null; lang: Lang };

/** The one thing a dealer comes for: carry on, start, or order the same again. */
export function DraftSheet({ lines, lastOrder, lang }: DraftProps) {
  const t = homeWords(lang);
  return (
    <Sheet label={t.draft}>
      <div class="in start">
        <div>
          <p class="q">{lines === null ? t.noDraft : t.draft}</p>
          {lines !== null && <p class="big">{t.draftNote(lines)}</p>}
        </div>
        <div class="acts">
          <a class="b go" href={paths.orderPad()}>{lines === null ? t.begin : t.goOn}</a>
          {lastOrder && (
            <form method="post" action={paths.orderReorder(lastOrder)}>
              <button type="submit" class="b">{t.again}</button>
            </form>
          )}
        </div>
      </div>
    </Sheet>
  );
}

/** What has left for this dealer and has not arrived. */
export function UnderWaySheet({ orders, reading }: { orders: OrderRow[]; reading: Reading }) {
  const t = homeWords(reading.lang);
  return (
    <Sheet
      kind="todo"
      title={t.underWay}
      aside={<a href={paths.orders()}>{t.allOrders}</a>}
    >
      {orders.length === 0 && <p class="in q">{t.nothingUnderWay}</p>}
      <Todo
        links={orders.map((order) => ({
          href: paths.order(order.number),
          label: order.number,
          note: order.promisedOn ? t.arrives(date(order.promisedOn, reading)) : undefined,
          value: <OrderStage stage={order.stage} lang={reading.lang} />,
        }))}
      />
    </Sheet>
  );
}

type CreditProps = {
  limitMinor: number;
  usedMinor: number;
  overdueMinor: number;
  currency: string;
  accountHref: string;
  lang: Lang;
};

/** What may still be ordered on account. */
export function CreditSheet(props: CreditProps) {
  const { limitMinor, usedMinor, overdueMinor, currency, accountHref, lang } = props;
  const t = homeWords(lang);
  const share = percent(limitMinor > 0 ? Math.round(usedMinor * 10_000 / limitMinor) : 0);
  const amount = (minor: number) => <Money minor={minor} currency={currency} />;
  return (
    <Sheet title={t.credit} aside={<a href={accountHref}>{t.account}</a>}>
      <In>
        <p class="big">{amount(limitMinor - usedMinor)}</p>
        <Meter had={usedMinor} whole={limitMinor} label={t.meter(share)} />
        <Sum
          note
          lines={[
            { label: t.used, value: amount(usedMinor) },
            { label: t.limit, value: amount(limitMinor) },
            ...(overdueMinor > 0
              ? [{
                label: t.overdueSum,
                value: <span class="bad">{money(overdueMinor, { currency })}</span>,
              }]
              : []),
          ]}
        />
      </In>
    </Sheet>
  );
}
