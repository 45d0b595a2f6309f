import type { NodeRow } from "~/domain/inventory/read_models.ts";
import { ListPage } from "~/views/_kit/list_page.tsx";
import type { Shell } from "~/views/_kit/layout.tsx";
import type { Column } from "~/views/_kit/table.tsx";
import type { Option } from "~/views/_kit/field.tsx";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { nodeTypes } from "~/domain/inventory/node.ts";
import { functionsText, NodeStatus } from "./node_parts.tsx";
import { inventoryWords } from "./text.ts";

export type NodeListProps = {
  shell: Shell;
  rows: NodeRow[];
  filter: { q?: string; type?: string; pool?: string };
  pools: Option[];
  newer?: string;
  older?: string;
  mayEdit: boolean;
  maySeeRates: boolean;
};

export function NodeListPage(props: NodeListProps) {
  const { shell, rows, filter, pools } = props;
  const all = inventoryWords(shell.lang);
  const t = all.nodes;
  const types = nodeTypes.map((type) => ({ value: type, label: t.types[type] }));
  return (
    <ListPage
      {...props}
      title={t.title}
      head={{
        back: { href: paths.stock(), label: all.title },
        actions: <Actions {...props} />,
      }}
      filters={{
        action: paths.nodes(),
        search: { value: filter.q, label: t.find, placeholder: t.find },
        filters: [
          { name: "type", label: t.fields.type, value: filter.type, options: types },
          { name: "pool", label: t.fields.pool, value: filter.pool, options: pools },
        ],
      }}
      columns={columns(shell.lang)}
      note={t.count(count(rows.length))}
      byCode
      empty={{ title: t.emptyTitle, why: t.emptyWhy }}
    />
  );
}

function Actions({ shell, mayEdit, maySeeRates }: NodeListProps) {
  const t = inventoryWords(shell.lang).nodes;
  return (
    <>
      {maySeeRates && <a class="b" href={paths.rateCards()}>{t.rateCards}</a>}
      <a class="b" href={paths.pools()}>{t.pools}</a>
      {mayEdit && <a class="b go" href={paths.newNode()}>{t.new}</a>}
    </>
  );
}

function columns(lang: Lang): Column<NodeRow>[] {
  const t = inventoryWords(lang).nodes;
  return [
    {
      head: t.fields.name,
      card: "cu",
      cell: (row) => <a href={paths.node(row.code)}>{named(row, lang)}</a>,
    },
    { head: t.fields.code, card: "no", quiet: true, cell: ({ code }) => code },
    { head: t.fields.type, cell: ({ type }) => t.types[type] },
    { head: t.fields.place, card: "mo", cell: ({ province, city }) => `${province} ${city}` },
    { head: t.fields.pool, quiet: true, cell: ({ pool }) => pool ?? t.noPool },
    { head: t.fields.functions, quiet: true, drop: true, cell: (row) => functionsText(row, lang) },
    {
      head: t.fields.state,
      card: "st",
      cell: ({ state }) => <NodeStatus state={state} lang={lang} />,
    },
  ];
}
