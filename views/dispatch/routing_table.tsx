import type { RoutingRecord } from "~/domain/dispatch/events.ts";
import { dayMs } from "~/domain/_kernel/period.ts";
import { date, type Reading } from "~/views/_kit/date.tsx";
import { GapScale } from "~/views/_kit/gap_scale.tsx";
import { Money, money } from "~/views/_kit/money.tsx";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { arrivesOn, unitsOf } from "./routing_sentence.tsx";
import { dispatchWords } from "./text.ts";

type Row = {
  name: string;
  chosen: boolean;
  canShip: number;
  isShort: boolean;
  arrives: string | null;
  costMinor: number | null;
  verdict: string;
};

const rivalsShown = 3;

/** Bound, choice and rivals to scale. */
export function Scale({ record, reading }: { record: RoutingRecord; reading: Reading }) {
  const t = dispatchWords(reading.lang).routing;
  const { costMinor, boundMinor, shipments, currency } = record;
  const format = (value: number) => money(value, { currency });
  const rivals = record.rejected
    .filter(({ because, extraMinor }) => because === "cost" && extraMinor !== null)
    .map((node) => ({ label: named(node, reading.lang), value: costMinor + node.extraMinor! }))
    .sort((a, b) => a.value - b.value).slice(0, rivalsShown);
  if (rivals.length === 0 && boundMinor === costMinor) return null;
  const pick = shipments.map((node) => named(node, reading.lang)).join(" + ");
  return (
    <GapScale
      bound={{ label: t.bound, value: boundMinor }}
      pick={{ label: pick, value: costMinor }}
      rivals={rivals}
      format={format}
      text={t.scale(format(boundMinor), format(costMinor), format(costMinor - boundMinor))}
    />
  );
}

/** Every node of the pool: the chosen first, then by what they would cost, then those that cannot. */
export function NodeTable({ record, reading }: { record: RoutingRecord; reading: Reading }) {
  const t = dispatchWords(reading.lang).routing;
  const bold = (row: Row, text: string) => row.chosen ? <b>{text}</b> : <>{text}</>;
  const columns: Column<Row>[] = [
    { head: t.node, cell: (row) => bold(row, row.name) },
    {
      head: t.canShip,
      align: "end",
      cell: (row) => <span class={row.isShort ? "bad" : undefined}>{count(row.canShip)}</span>,
    },
    {
      head: t.arrives,
      align: "end",
      cell: ({ arrives }) => arrives ? date(arrives, reading) : "—",
    },
    {
      head: t.cost,
      align: "end",
      cell: (row) =>
        row.costMinor === null
          ? "—"
          : bold(row, money(row.costMinor, { currency: record.currency })),
    },
    { head: t.verdict, cell: ({ chosen, verdict }) => chosen ? verdict : <Q>{verdict}</Q> },
  ];
  const rows = [...chosenRows(record, reading), ...rejectedRows(record, reading)];
  return (
    <div class="scroll">
      <Table
        caption={t.untitled}
        kind="plain"
        columns={columns}
        rows={rows}
        lang={reading.lang}
      />
    </div>
  );
}

function Q({ children }: { children: string }) {
  return <span class="q">{children}</span>;
}

function chosenRows({ shipments }: RoutingRecord, { lang }: Reading): Row[] {
  const t = dispatchWords(lang).routing;
  return shipments.map((node) => ({
    name: named(node, lang),
    chosen: true,
    canShip: node.units,
    isShort: false,
    arrives: node.promisedOn,
    costMinor: node.freightMinor + node.handlingMinor + node.lateMinor + node.splitMinor,
    verdict: t.chosen,
  }));
}

function rejectedRows(record: RoutingRecord, { lang }: Reading): Row[] {
  const total = unitsOf(record);
  const last = arrivesOn(record);
  return record.rejected.map((node) => ({
    name: named(node, lang),
    chosen: false,
    canShip: node.canShipUnits,
    isShort: node.canShipUnits < total,
    arrives: node.promisedOn,
    costMinor: node.extraMinor === null ? null : record.costMinor + node.extraMinor,
    verdict: verdictOf(node, { record, total, last, lang }),
  })).sort((a, b) => (a.costMinor ?? Infinity) - (b.costMinor ?? Infinity) || 0);
}

type Rejected = RoutingRecord["rejected"][number];

function verdictOf(
  { because, canShipUnits, extraMinor, exact, promisedOn }: Rejected,
  { record, total, last, lang }: {
    record: RoutingRecord;
    total: number;
    last: string | null;
    lang: Reading["lang"];
  },
): string {
  const words = dispatchWords(lang);
  const t = words.routing;
  if (because === "short_stock") return t.short(total - canShipUnits);
  if (because !== "cost") return words.because[because];
  const amount = money(extraMinor ?? 0, { currency: record.currency });
  const cost = extraMinor === 0 ? t.tie : exact ? t.extra(amount) : t.extraAtLeast(amount);
  const days = last && promisedOn ? (Date.parse(promisedOn) - Date.parse(last)) / dayMs : 0;
  return days > 0 ? [cost, t.later(days)].join(words.list) : cost;
}

/** What the chosen plan is made of, for the foot of the table. */
export function CostParts({ record, reading }: { record: RoutingRecord; reading: Reading }) {
  const t = dispatchWords(reading.lang).routing;
  const sum = (part: "freightMinor" | "handlingMinor") =>
    record.shipments.reduce((total, shipment) => total + shipment[part], 0);
  const text = (minor: number) => money(minor, { currency: record.currency });
  return (
    <>
      <Money minor={record.costMinor} currency={record.currency} />
      {` = ${t.costParts(text(sum("freightMinor")), text(sum("handlingMinor")))}`}
    </>
  );
}
