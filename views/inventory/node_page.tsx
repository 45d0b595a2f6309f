import { mayShip, type Node } from "~/domain/inventory/node.ts";
import type { Reading } from "~/views/_kit/date.tsx";
import { History, type HistoryRow } from "~/views/_kit/history.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { Pairs } from "~/views/_kit/rows.tsx";
import { Duo, Head, Sheet } from "~/views/_kit/sheet.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { functionsText, NodeStatus } from "./node_parts.tsx";
import { nodeValue } from "./node_values.ts";
import { inventoryWords } from "./text.ts";

/** What the codes of a node are called. */
export type NodeNames = {
  organisation: string;
  region: string;
  partner: string | null;
  pool: string | null;
};

export type NodePageProps = {
  shell: Shell;
  reading: Reading;
  node: Node;
  names: NodeNames;
  history: HistoryRow[];
  mayEdit: boolean;
  maySeeStock: boolean;
};

/** What a node is, where it is, how it works, and who changed what. */
export function NodePage(props: NodePageProps) {
  const { shell, reading, node, history, mayEdit, maySeeStock } = props;
  const { lang } = shell;
  const t = inventoryWords(lang).nodes;
  return (
    <Page {...shell} title={named(node, lang)}>
      <Head
        title={named(node, lang)}
        back={{ href: paths.nodes(), label: t.title }}
        status={<NodeStatus state={node.state} lang={lang} />}
        actions={
          <>
            {maySeeStock && <a class="b" href={paths.stock({ node: node.code })}>{t.seeStock}</a>}
            {mayEdit && <a class="b go" href={paths.editNode(node.code)}>{t.edit}</a>}
          </>
        }
        sub={`${node.code} · ${t.types[node.type]} · ${offer(node, lang)}`}
      />
      <Duo aside={<Where {...props} />}>
        <Work {...props} />
        <History title={t.history} rows={history} reading={reading} />
      </Duo>
    </Page>
  );
}

function Where({ shell, node, names }: NodePageProps) {
  const t = inventoryWords(shell.lang).nodes;
  return (
    <Sheet title={t.sections.where}>
      <Pairs
        pairs={[
          { label: t.fields.place, value: `${node.province} ${node.city}` },
          { label: t.fields.organisation, value: names.organisation },
          { label: t.fields.region, value: names.region },
          { label: t.fields.partner, value: names.partner ?? t.own },
          { label: t.fields.pool, value: names.pool ?? t.noPool },
        ]}
      />
    </Sheet>
  );
}

function Work({ shell, node }: NodePageProps) {
  const { lang } = shell;
  const t = inventoryWords(lang).nodes;
  const value = (field: keyof Node) => nodeValue(field, node[field], lang);
  return (
    <Sheet title={t.sections.work}>
      <Pairs
        pairs={[
          { label: t.fields.functions, value: functionsText(node, lang) },
          { label: t.fields.weekdays, value: value("openWeekdays") },
          { label: t.fields.leadDays, value: value("leadDays") },
          { label: t.fields.capacity, value: value("dailyCapacity") },
          { label: t.fields.handling, value: value("handling") },
        ]}
      />
    </Sheet>
  );
}

function offer(node: Node, lang: Lang): string {
  const t = inventoryWords(lang).nodes;
  if (mayShip(node)) return t.offered;
  if (node.state === "inactive") return t.notOffered.inactive;
  return node.stocks ? t.notOffered.ships : t.notOffered.stocks;
}
