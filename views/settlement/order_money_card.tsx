import type { OrderSettlement } from "~/domain/settlement/read_models.ts";
import { dayMs, dayOf } from "~/domain/_kernel/period.ts";
import { date, type Reading, When } from "~/views/_kit/date.tsx";
import { Money } from "~/views/_kit/money.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { In, Sheet } from "~/views/_kit/sheet.tsx";
import { type Stage, Status } from "~/views/_kit/status.tsx";
import { Sum, type SumLine } from "~/views/_kit/sum.tsx";
import { type SettlementWords, settlementWords } from "./text.ts";

type Props = {
  settlement: OrderSettlement;
  reading: Reading;
  may: {
    /** `receipt.read`: the receipts are links. A dealer sees their numbers. */
    receipt: boolean;
  };
};

/** What an order comes to, what of it is owed, and what was paid. For whoever has `account.read`. */
export function OrderMoneyCard({ settlement, reading, may }: Props) {
  const { lang } = reading;
  const t = settlementWords(lang).card;
  const { currency, totalMinor, cancelledMinor } = settlement;
  const { unpostedMinor, postedMinor, openMinor } = settlement;
  const money = (minor: number) => <Money minor={minor} currency={currency} />;
  const lines: SumLine[] = [
    { label: t.orderTotal, value: money(totalMinor) },
    ...(cancelledMinor > 0 ? [{ label: t.cancelled, value: money(-cancelledMinor) }] : []),
    ...(unpostedMinor > 0 ? [{ label: t.unposted, value: money(unpostedMinor) }] : []),
    { label: t.posted, value: money(postedMinor) },
    { label: t.received, value: money(openMinor - postedMinor) },
  ];
  return (
    <Sheet id="money" title={t.title} aside={<PaidStatus settlement={settlement} t={t} />}>
      <In>
        <Sum
          lines={lines}
          total={{ label: t.open, value: <Money minor={openMinor} currency={currency} mark /> }}
        />
      </In>
      {settlement.items.length > 0 && (
        <In>
          <Sum note lines={settlement.items.map((item) => itemLine(item, reading, currency))} />
        </In>
      )}
      {settlement.receipts.length > 0 && (
        <In>
          <Sum
            note
            lines={settlement.receipts.map(({ number, receivedAt, amountMinor }) => ({
              label: (
                <>
                  {may.receipt ? <a href={paths.receipt(number)}>{number}</a> : number}{" "}
                  <When at={receivedAt} reading={reading} />
                </>
              ),
              value: money(amountMinor),
            }))}
          />
        </In>
      )}
    </Sheet>
  );
}

type Words = SettlementWords["card"];

function PaidStatus({ settlement, t }: { settlement: OrderSettlement; t: Words }) {
  const { postedMinor, openMinor, unpostedMinor } = settlement;
  const [stage, said]: [Stage, string] = postedMinor === 0
    ? ["p0", t.notYet]
    : openMinor === 0 && unpostedMinor === 0
    ? ["p4", t.paid]
    : openMinor < postedMinor
    ? ["p2", t.partPaid]
    : ["p1", t.unpaid];
  return <Status stage={stage}>{said}</Status>;
}

function itemLine(
  { shipment, dueOn, amountMinor, openMinor }: OrderSettlement["items"][number],
  reading: Reading,
  currency: string,
): SumLine {
  const t = settlementWords(reading.lang).card;
  const late = daysLate(dueOn, reading.now);
  const day = date(dueOn, reading);
  return {
    label: (
      <>
        <a href={paths.shipment(shipment)}>{shipment}</a>
        {openMinor > 0 && (
          <>
            {" "}
            <span class={late > 0 ? "bad" : "q"}>{late > 0 ? t.late(day, late) : t.due(day)}</span>
          </>
        )}
      </>
    ),
    value: <Money minor={openMinor > 0 ? openMinor : amountMinor} currency={currency} />,
  };
}

/** Days past the due day; negative while there is time. */
export function daysLate(dueOn: string, now: string): number {
  return Math.round((Date.parse(dayOf(now)) - Date.parse(dueOn)) / dayMs);
}
