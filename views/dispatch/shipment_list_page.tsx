import type { ShipmentRow } from "~/domain/dispatch/read_models.ts";
import { type Reading, When } from "~/views/_kit/date.tsx";
import type { Option } from "~/views/_kit/field.tsx";
import { Filters } from "~/views/_kit/filters.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Density, Pager, Tabs } from "~/views/_kit/list_parts.tsx";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { FilteredEmpty, VoidState } from "~/views/_kit/void_state.tsx";
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
  previous?: string;
  next?: string;
  /** The way back to the warehouse's work, for those who have it. */
  work?: string;
  mayExport: boolean;
};

export function ShipmentListPage(props: ShipmentListProps) {
  const { shell, filter, nodes, carriers, work, mayExport } = props;
  const { lang } = shell;
  const t = dispatchWords(lang);
  const { view, q, node, carrier } = filter;
  return (
    <Page {...shell} title={t.shipment.title}>
      <Head
        title={t.shipment.title}
        back={work ? { href: work, label: t.work.title } : undefined}
        actions={mayExport && <a class="b" href={paths.shipmentExport(filter)}>{t.work.export}</a>}
      />
      <Sheet label={t.shipment.title}>
        <Tabs
          lang={lang}
          views={views.map((each) => ({
            href: paths.shipments({ ...filter, view: each }),
            label: t.shipment.views[each],
            current: each === view,
          }))}
        />
        <Filters
          action={paths.shipments()}
          keep={{ view }}
          search={{ value: q, label: t.shipment.find, placeholder: t.shipment.find }}
          filters={[
            ...(nodes.length > 1
              ? [{ name: "node", label: t.work.node, value: node, options: nodes }]
              : []),
            { name: "carrier", label: t.part.carrier, value: carrier, options: carriers },
          ]}
          density={<Density here={shell.here} rows={shell.rows} lang={lang} />}
          lang={lang}
        />
        <Rows {...props} />
      </Sheet>
    </Page>
  );
}

function Rows(
  { shell, reading, rows, filter, nodes, carriers, previous, next }: ShipmentListProps,
) {
  const { lang } = shell;
  const words = dispatchWords(lang);
  const t = words.shipment;
  if (rows.length === 0) {
    const { node, carrier, q, view } = filter;
    const label = (of: Option[], value?: string) => of.find((one) => one.value === value)?.label;
    const filters = [q, label(nodes, node), label(carriers, carrier)].filter(Boolean)
      .join(words.list);
    return filters
      ? <FilteredEmpty filters={filters} clearHref={paths.shipments({ view })} lang={lang} />
      : <VoidState title={t.none}>{t.noneWhy}</VoidState>;
  }
  return (
    <>
      <Table caption={t.title} columns={columns(reading)} rows={rows} lang={lang} />
      <Pager note={t.sorted} newer={previous} older={next} lang={lang} />
    </>
  );
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
