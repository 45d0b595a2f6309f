import type { ShipmentRow } from "~/domain/dispatch/read_models.ts";
import type { Filter } from "~/views/_kit/filter_popovers.tsx";
import { ListPage } from "~/views/_kit/list_page.tsx";
import type { Shell } from "~/views/_kit/layout.tsx";
import type { Column } from "~/views/_kit/table.tsx";
import { type Reading, When } from "~/views/_kit/date.tsx";
import type { Option } from "~/views/_kit/field.tsx";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { ParcelStatus, Tracking } from "./parts.tsx";
import { dispatchWords } from "./text.ts";

const views = ["on_the_way", "delivered", "all"] as const;

export type ShipmentListProps = {
  shell: Shell;
  reading: Reading;
  rows: ShipmentRow[];
  filter: { view: typeof views[number]; node?: string; carrier?: string; q?: string };
  /** Empty for a dealer: the nodes are our concern. */
  nodes: Option[];
  carriers: Option[];
  newer?: string;
  older?: string;
  /** The way back to the warehouse's work, for those who have it. */
  work?: string;
};

export function ShipmentListPage(props: ShipmentListProps) {
  const { shell, reading, filter, work } = props;
  const words = dispatchWords(shell.lang);
  const t = words.shipment;
  const { view, q } = filter;
  return (
    <ListPage
      {...props}
      title={t.title}
      head={{ back: work ? { href: work, label: words.work.title } : undefined }}
      views={views.map((each) => ({
        href: paths.shipments({ ...filter, view: each }),
        label: t.views[each],
        current: each === view,
      }))}
      filters={{
        action: paths.shipments(),
        clearHref: paths.shipments({ view }),
        keep: { view },
        search: { value: q, label: t.find, placeholder: t.find },
        filters: filtersOf(props),
        density: true,
      }}
      columns={columns(reading)}
      note={t.sorted}
      empty={{ title: t.none, why: t.noneWhy }}
    />
  );
}

function filtersOf({ shell, filter, nodes, carriers }: ShipmentListProps): Filter[] {
  const t = dispatchWords(shell.lang);
  const { node, carrier } = filter;
  return [
    ...(nodes.length > 1
      ? [{ name: "node", label: t.work.node, value: node, options: nodes }]
      : []),
    { name: "carrier", label: t.part.carrier, value: carrier, options: carriers },
  ];
}

function columns(reading: Reading): Column<ShipmentRow>[] {
  const { lang } = reading;
  const words = dispatchWords(lang);
  const t = words.shipment;
  return [
    {
      head: t.number,
      card: "no",
      cell: ({ number }) => <a href={paths.shipment(number)}>{number}</a>,
    },
    { head: words.work.order, drop: true, quiet: true, cell: ({ order }) => order },
    { head: words.work.dealer, card: "cu", cell: ({ dealer }) => named(dealer, lang) },
    { head: words.work.node, drop: true, quiet: true, cell: ({ node }) => named(node, lang) },
    {
      head: t.tracking,
      card: "mo",
      cell: (row) => <Tracking {...row} lang={lang} />,
    },
    {
      head: words.work.unitsHead,
      align: "end",
      card: "am",
      unit: words.work.unit,
      cell: ({ units }) => count(units),
    },
    {
      head: t.shippedAt,
      align: "end",
      quiet: true,
      cell: ({ shippedAt }) => <When at={shippedAt} as="moment" reading={reading} />,
    },
    {
      head: words.work.state,
      card: "st",
      cell: ({ deliveredAt }) => <ParcelStatus deliveredAt={deliveredAt} lang={lang} />,
    },
  ];
}
