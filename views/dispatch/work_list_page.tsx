import type { WorkRow } from "~/domain/dispatch/read_models.ts";
import type { Filter } from "~/views/_kit/filter_popovers.tsx";
import { ListPage } from "~/views/_kit/list_page.tsx";
import type { Shell } from "~/views/_kit/layout.tsx";
import type { Column } from "~/views/_kit/table.tsx";
import type { View } from "~/views/_kit/list_parts.tsx";
import { promise, type Reading } from "~/views/_kit/date.tsx";
import type { Option } from "~/views/_kit/field.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { PartStatus } from "./parts.tsx";
import { dispatchWords } from "./text.ts";

const workViews = ["released", "part_shipped", "planned", "shipped", "all"] as const;
export type WorkView = typeof workViews[number];

export type WorkListProps = {
  shell: Shell;
  reading: Reading;
  rows: WorkRow[];
  filter: { state: WorkView; node?: string; due?: string; q?: string };
  /** What each view holds, capped. */
  counts: Partial<Record<WorkView, number>>;
  nodes: Option[];
  newer?: string;
  older?: string;
  newestFirst: boolean;
  may: { export: boolean; shipments: boolean };
  /** A number that was scanned and is not here. */
  missed?: string;
};

/** What the warehouses have to do, by how far it is. A scanned number opens its page. */
export function WorkListPage(props: WorkListProps) {
  const { shell, reading, filter, missed, newestFirst } = props;
  const t = dispatchWords(shell.lang).work;
  const { state, q } = filter;
  return (
    <ListPage
      {...props}
      title={t.title}
      head={{ actions: <Actions {...props} /> }}
      message={missed && <Message tone="bad" fact={t.unknownNumber(missed)} alert />}
      caption={t.views}
      views={views(props)}
      filters={{
        action: paths.work(),
        clearHref: paths.work({ state }),
        keep: { state },
        search: { value: q, label: t.find, placeholder: t.find },
        filters: filtersOf(props),
        density: true,
      }}
      columns={columns(reading)}
      note={newestFirst ? t.sortedNewest : t.sortedOldest}
      byCode={!newestFirst}
      empty={{ title: t.noWork, why: t.noWorkWhy }}
    />
  );
}

function Actions({ shell, filter, may }: WorkListProps) {
  const t = dispatchWords(shell.lang).work;
  return (
    <>
      {may.shipments && <a class="b" href={paths.shipments()}>{t.parcels}</a>}
      {may.export && <a class="b" href={paths.workExport(filter)}>{t.export}</a>}
    </>
  );
}

function views({ shell, filter, counts }: WorkListProps): View[] {
  const t = dispatchWords(shell.lang);
  const { state: _state, ...rest } = filter;
  return workViews.map((view) => ({
    href: paths.work({ ...rest, state: view }),
    label: view === "all" ? t.work.all : t.states[view],
    count: counts[view],
    current: filter.state === view,
  }));
}

function filtersOf({ shell, filter, nodes }: WorkListProps): Filter[] {
  const t = dispatchWords(shell.lang).work;
  const { node, due } = filter;
  return [
    ...(nodes.length > 1 ? [{ name: "node", label: t.node, value: node, options: nodes }] : []),
    { name: "due", label: t.due, value: due, type: "date" },
  ];
}

function columns(reading: Reading): Column<WorkRow>[] {
  const { lang } = reading;
  const words = dispatchWords(lang);
  const t = words.work;
  return [
    {
      head: t.number,
      card: "no",
      cell: ({ number }) => <a href={paths.fulfilment(number)}>{number}</a>,
    },
    { head: t.order, drop: true, quiet: true, cell: ({ order }) => order },
    { head: t.dealer, card: "cu", cell: ({ dealer }) => named(dealer, lang) },
    { head: t.city, drop: true, quiet: true, cell: ({ city }) => city },
    { head: t.node, drop: true, quiet: true, cell: ({ node }) => named(node, lang) },
    { head: t.lines, align: "end", quiet: true, cell: ({ lines }) => count(lines) },
    {
      head: t.unitsHead,
      align: "end",
      card: "am",
      unit: t.unit,
      cell: ({ units, shippedUnits, state }) =>
        state === "part_shipped" ? `${count(shippedUnits)} / ${count(units)}` : count(units),
    },
    {
      head: t.promised,
      card: "mo",
      quiet: true,
      cell: ({ promisedOn, city }) => (
        <>
          <span class="thin">{`${city} ${t.promised} `}</span>
          {promisedOn ? promise(promisedOn, reading) : "—"}
        </>
      ),
    },
    {
      head: t.state,
      card: "st",
      cell: ({ state }) => <PartStatus state={state} lang={lang} />,
    },
  ];
}
