import type { RoutingRecord } from "~/domain/dispatch/events.ts";
import { dayMs } from "~/domain/_kernel/period.ts";
import { date, type Reading } from "~/views/_kit/date.tsx";
import { GapScale } from "~/views/_kit/gap_scale.tsx";
import { money } from "~/views/_kit/money.tsx";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { kitWords } from "~/views/_kit/text.ts";
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

/** The choice in force, and the computed plan its rivals come from: the same, unless a person chose. */
type TableProps = { chosen: RoutingRecord; computed: RoutingRecord; reading: Reading };

function rivalsOf({ chosen, computed }: Omit<TableProps, "reading">): RoutingRecord["rejected"] {
  const taken = new Set(chosen.shipments.map(({ node }) => node));
  return computed.rejected.filter(({ node }) => !taken.has(node));
}

/** Bound, choice and rivals to scale. */
export function Scale({ chosen, computed, reading }: TableProps) {
  const { lang } = reading;
  const t = dispatchWords(lang).routing;
  const { costMinor, shipments, currency } = chosen;
  const { boundMinor } = computed;
  const format = (value: number) => money(value, { currency });
  // Several names would not fit under their mark.
  const plan = (nodes: RoutingRecord["shipments"]) =>
    nodes.length === 1 ? named(nodes[0]!, lang) : t.nodes(nodes.length);
  const rivals = rivalsOf({ chosen, computed })
    .filter(({ because, extraMinor }) => because === "cost" && extraMinor !== null)
    .map((node) => ({ label: named(node, lang), value: computed.costMinor + node.extraMinor! }));
  if (chosen !== computed) {
    rivals.push({ label: plan(computed.shipments), value: computed.costMinor });
  }
  rivals.sort((a, b) => a.value - b.value).splice(rivalsShown);
  if (rivals.length === 0 && boundMinor === costMinor) return null;
  return (
    <GapScale
      bound={{ label: t.bound, value: boundMinor }}
      pick={{ label: plan(shipments), value: costMinor }}
      rivals={rivals}
      format={format}
      text={t.scale(format(boundMinor), format(costMinor), format(costMinor - boundMinor))}
    />
  );
}

/** Every node of the pool: the chosen first, then by what they would cost, then those that cannot. */
export function NodeTable(props: TableProps) {
  const { chosen: record, reading } = props;
  const t = dispatchWords(reading.lang).routing;
  const bold = (row: Row, text: string) => row.chosen ? <b>{text}</b> : <>{text}</>;
  const columns: Column<Row>[] = [
    { head: t.node, card: "cu", cell: (row) => bold(row, row.name) },
    {
      head: t.canShip,
      align: "end",
      card: "no",
      cell: (row) => (
        <>
          <span class="thin">{`${t.canShip} `}</span>
          <span class={row.isShort ? "bad" : undefined}>{count(row.canShip)}</span>
        </>
      ),
    },
    {
      head: t.arrives,
      align: "end",
      card: "st",
      cell: ({ arrives }) => arrives ? date(arrives, reading) : "—",
    },
    {
      head: t.cost,
      align: "end",
      card: "am",
      cell: (row) =>
        row.costMinor === null
          ? "—"
          : bold(row, money(row.costMinor, { currency: record.currency })),
    },
    {
      head: t.verdict,
      card: "mo",
      cell: ({ chosen, verdict }) => <Verdict quiet={!chosen}>{verdict}</Verdict>,
    },
  ];
  const rows = [...chosenRows(props), ...rejectedRows(props)];
  return <Table caption={t.untitled} columns={columns} rows={rows} lang={reading.lang} />;
}

function Verdict({ quiet, children }: { quiet: boolean; children: string }) {
  return <span class={quiet ? "q" : undefined}>{children}</span>;
}

/** What ships; where a person chose, what would have shipped comes after it. */
function chosenRows({ chosen, computed, reading: { lang } }: TableProps): Row[] {
  const t = dispatchWords(lang).routing;
  const isOverride = chosen !== computed;
  const row = (node: RoutingRecord["shipments"][number], isChosen: boolean, verdict: string) => ({
    name: named(node, lang),
    chosen: isChosen,
    canShip: node.units,
    isShort: false,
    arrives: node.promisedOn,
    costMinor: node.freightMinor + node.handlingMinor + node.lateMinor + node.splitMinor,
    verdict,
  });
  const taken = new Set(chosen.shipments.map(({ node }) => node));
  return [
    ...chosen.shipments.map((node) => row(node, true, isOverride ? t.chosenByHand : t.chosen)),
    ...(isOverride ? computed.shipments : []).filter(({ node }) => !taken.has(node))
      .map((node) => row(node, false, t.planned)),
  ];
}

function rejectedRows({ chosen, computed: record, reading: { lang } }: TableProps): Row[] {
  const total = unitsOf(record);
  const last = arrivesOn(chosen);
  return rivalsOf({ chosen, computed: record }).map((node) => ({
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
  return days > 0 ? [cost, t.later(days)].join(kitWords(lang).comma) : cost;
}
