import { Filters } from "~/views/_kit/filters.tsx";
import type { Option } from "~/views/_kit/field.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Pager } from "~/views/_kit/list_parts.tsx";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { FilteredEmpty, VoidState } from "~/views/_kit/void_state.tsx";
import { type NodeType, nodeTypes } from "~/domain/inventory/node.ts";
import { NodeStatus } from "./node_parts.tsx";
import { inventoryWords } from "./text.ts";

export type NodeListRow = {
  code: string;
  nameZh: string;
  nameEn: string;
  type: NodeType;
  pool: string | null;
  province: string;
  city: string;
  stocks: boolean;
  ships: boolean;
  state: "active" | "inactive";
};

export type NodeListProps = {
  shell: Shell;
  rows: NodeListRow[];
  filter: { q?: string; type?: string; pool?: string };
  pools: Option[];
  newer?: string;
  older?: string;
  mayEdit: boolean;
  mayExport: boolean;
  maySeeRates: boolean;
};

export function NodeListPage(props: NodeListProps) {
  const { shell, filter, pools, mayEdit, mayExport, maySeeRates } = props;
  const all = inventoryWords(shell.lang);
  const t = all.nodes;
  return (
    <Page {...shell} title={t.title}>
      <Head
        title={t.title}
        back={{ href: paths.stock(), label: all.title }}
        actions={
          <>
            {maySeeRates && <a class="b" href={paths.rateCards()}>{t.rateCards}</a>}
            <a class="b" href={paths.pools()}>{t.pools}</a>
            {mayExport && <a class="b" href={paths.nodeExport(filter)}>{all.export}</a>}
            {mayEdit && <a class="b go" href={paths.newNode()}>{t.new}</a>}
          </>
        }
      />
      <Sheet label={t.title}>
        <Filters
          action={paths.nodes()}
          search={{ value: filter.q, label: t.find, placeholder: t.find }}
          filters={[
            {
              name: "type",
              label: t.fields.type,
              value: filter.type,
              options: nodeTypes.map((type) => ({ value: type, label: t.types[type] })),
            },
            { name: "pool", label: t.fields.pool, value: filter.pool, options: pools },
          ]}
          lang={shell.lang}
        />
        <Rows {...props} />
      </Sheet>
    </Page>
  );
}

function Rows({ shell, rows, filter, newer, older }: NodeListProps) {
  const { lang } = shell;
  const t = inventoryWords(lang).nodes;
  if (rows.length === 0 && Object.values(filter).some(Boolean)) {
    const words = [
      filter.q && `“${filter.q}”`,
      filter.type && t.types[filter.type as NodeType],
      filter.pool,
    ].filter(Boolean).join(lang === "zh" ? "，" : ", ");
    return <FilteredEmpty filters={words} clearHref={paths.nodes()} lang={lang} />;
  }
  if (rows.length === 0) return <VoidState title={t.emptyTitle}>{t.emptyWhy}</VoidState>;
  return (
    <>
      <Table caption={t.title} columns={columns(lang)} rows={rows} lang={lang} />
      <Pager note={t.count(count(rows.length))} {...{ newer, older, lang }} byCode />
    </>
  );
}

function columns(lang: Lang): Column<NodeListRow>[] {
  const t = inventoryWords(lang).nodes;
  const functionsOf = ({ stocks, ships }: NodeListRow) =>
    [stocks && t.functions.stocks, ships && t.functions.ships].filter(Boolean)
      .join(lang === "zh" ? "、" : ", ") || t.functions.none;
  return [
    {
      head: t.fields.nameZh,
      card: "cu",
      cell: (row) => <a href={paths.node(row.code)}>{named(row, lang)}</a>,
    },
    { head: t.fields.code, card: "no", quiet: true, cell: ({ code }) => code },
    { head: t.fields.type, cell: ({ type }) => t.types[type] },
    { head: t.fields.place, card: "mo", cell: ({ province, city }) => `${province} ${city}` },
    { head: t.fields.pool, quiet: true, cell: ({ pool }) => pool ?? t.noPool },
    { head: t.fields.functions, quiet: true, drop: true, cell: functionsOf },
    {
      head: t.fields.state,
      card: "st",
      cell: ({ state }) => <NodeStatus state={state} lang={lang} />,
    },
  ];
}
