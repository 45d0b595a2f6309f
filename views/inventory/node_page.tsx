import type { Node } from "~/domain/inventory/node.ts";
import { mayShip } from "~/domain/inventory/node.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Money } from "~/views/_kit/money.tsx";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Pairs } from "~/views/_kit/rows.tsx";
import { Head, Sheet, Stack } from "~/views/_kit/sheet.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { NodeStatus } from "./node_parts.tsx";
import { inventoryWords } from "./text.ts";

type Props = { shell: Shell; node: Node; mayEdit: boolean; maySeeStock: boolean };

/** What a node is, where it is and how it works, in words. */
export function NodePage({ shell, node, mayEdit, maySeeStock }: Props) {
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
      <Stack>
        <Sheet title={t.sections.where}>
          <Pairs
            pairs={[
              { label: t.fields.place, value: `${node.province} ${node.city}` },
              { label: t.fields.organisation, value: node.organisationCode },
              { label: t.fields.region, value: node.regionCode },
              { label: t.fields.partner, value: node.partnerCode ?? t.own },
              { label: t.fields.pool, value: node.poolCode ?? t.noPool },
            ]}
          />
        </Sheet>
        <Sheet title={t.sections.work}>
          <Pairs
            pairs={[
              { label: t.fields.functions, value: functionsOf(node, lang) },
              { label: t.fields.weekdays, value: weekOf(node, lang) },
              { label: t.fields.leadDays, value: t.days(count(node.leadDays)) },
              { label: t.fields.capacity, value: t.parcels(count(node.dailyCapacity)) },
              {
                label: t.fields.handling,
                value: (
                  <Money
                    minor={node.handling.amountMinor}
                    currency={node.handling.currency}
                    mark
                  />
                ),
              },
            ]}
          />
        </Sheet>
      </Stack>
    </Page>
  );
}

function offer(node: Node, lang: Lang): string {
  const t = inventoryWords(lang).nodes;
  if (mayShip(node)) return t.offered;
  if (node.state === "inactive") return t.notOffered.inactive;
  return node.stocks ? t.notOffered.ships : t.notOffered.stocks;
}

function functionsOf({ stocks, ships }: Node, lang: Lang): string {
  const t = inventoryWords(lang).nodes.functions;
  return [stocks && t.stocks, ships && t.ships].filter(Boolean).join(lang === "zh" ? "、" : ", ") ||
    t.none;
}

function weekOf({ openWeekdays }: Node, lang: Lang): string {
  const t = inventoryWords(lang).nodes;
  if (openWeekdays.length === 7) return t.everyDay;
  if (openWeekdays.length === 0) return t.never;
  return openWeekdays.map((day) => t.weekdays[day]).join(lang === "zh" ? "、" : ", ");
}
