import type { WorkRow } from "~/domain/dispatch/read_models.ts";
import { promise, type Reading } from "~/views/_kit/date.tsx";
import type { Option } from "~/views/_kit/field.tsx";
import { Filters } from "~/views/_kit/filters.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Density, Pager, Tabs } from "~/views/_kit/list_parts.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { FilteredEmpty, VoidState } from "~/views/_kit/void_state.tsx";
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
  const { shell, filter, may, missed } = props;
  const t = dispatchWords(shell.lang).work;
  return (
    <Page {...shell} title={t.title}>
      <Head
        title={t.title}
        actions={
          <>
            {may.shipments && <a class="b" href={paths.shipments()}>{t.parcels}</a>}
            {may.export && <a class="b" href={paths.workExport(filter)}>{t.export}</a>}
          </>
        }
      />
      {missed && <Message tone="bad" fact={t.unknownNumber(missed)} alert />}
      <Sheet label={t.views}>
        <Views {...props} />
        <Narrow {...props} />
        <Rows {...props} />
      </Sheet>
    </Page>
  );
}

function Views({ shell, filter, counts }: WorkListProps) {
  const t = dispatchWords(shell.lang);
  const { state: _state, ...rest } = filter;
  return (
    <Tabs
      lang={shell.lang}
      views={workViews.map((view) => ({
        href: paths.work({ ...rest, state: view }),
        label: view === "all" ? t.work.all : t.states[view],
        count: counts[view],
        current: filter.state === view,
      }))}
    />
  );
}

function Narrow({ shell, filter, nodes }: WorkListProps) {
  const t = dispatchWords(shell.lang).work;
  const { state, q, node, due } = filter;
  return (
    <Filters
      action={paths.work()}
      keep={{ state }}
      search={{ value: q, label: t.find, placeholder: t.find }}
      filters={[
        ...(nodes.length > 1 ? [{ name: "node", label: t.node, value: node, options: nodes }] : []),
        { name: "due", label: t.due, value: due, type: "date" as const },
      ]}
      density={<Density here={shell.here} rows={shell.rows} lang={shell.lang} />}
      lang={shell.lang}
    />
  );
}

function Rows({ shell, reading, rows, filter, nodes, newer, older, newestFirst }: WorkListProps) {
  const { lang } = shell;
  const words = dispatchWords(lang);
  const t = words.work;
  if (rows.length === 0) {
    const { node, due, q, state } = filter;
    const filters = [
      node && nodes.find(({ value }) => value === node)?.label,
      due && `${t.due} ${due}`,
      q,
    ].filter(Boolean).join(words.list);
    return filters
      ? <FilteredEmpty filters={filters} clearHref={paths.work({ state })} lang={lang} />
      : <VoidState title={t.noWork}>{t.noWorkWhy}</VoidState>;
  }
  return (
    <>
      <Table caption={t.views} columns={columns(reading)} rows={rows} lang={lang} />
      <Pager
        note={newestFirst ? t.sortedNewest : t.sortedOldest}
        newer={newer}
        older={older}
        byCode={!newestFirst}
        lang={lang}
      />
    </>
  );
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
