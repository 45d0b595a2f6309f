import { z } from "zod";
import { found } from "~/db/_engine/not_found.ts";
import { findOrganisation, listOrganisations } from "~/db/channel/organisations.ts";
import { findPartner } from "~/db/channel/partners.ts";
import { findRegion, listRegions } from "~/db/channel/regions.ts";
import { recordHistory } from "~/db/platform/record_history.ts";
import { findPool } from "~/db/inventory/pools.ts";
import { listNodes, listPools } from "~/db/inventory/node_list.ts";
import { findNode, nodes } from "~/db/inventory/nodes.ts";
import { type Node, nodeTypes } from "~/domain/inventory/node.ts";
import { amountText, parseAmount } from "~/domain/policy/price/price_text.ts";
import { isStaff } from "~/domain/platform/principal.ts";
import { html } from "~/routes/_entry/answer.ts";
import { BadInput } from "~/routes/_entry/errors.ts";
import { historyLines, historyRows } from "~/routes/_entry/history.ts";
import { pageKeys, rowsAsked, shownPage } from "~/routes/_entry/list_page.ts";
import type { AnyCtx } from "~/routes/_entry/context.ts";
import type { Typed } from "~/routes/_entry/master_form.ts";
import { masterForms } from "~/routes/_entry/master_forms.ts";
import { route } from "~/routes/_entry/route.ts";
import { NodeFormPage } from "~/views/inventory/node_form_page.tsx";
import { NodeListPage } from "~/views/inventory/node_list_page.tsx";
import { type NodeNames, NodePage } from "~/views/inventory/node_page.tsx";
import { nodeField, nodeValue } from "~/views/inventory/node_values.ts";
import { inventoryWords } from "~/views/inventory/text.ts";
import type { HistoryRow } from "~/views/_kit/history.tsx";
import { named, optionsOf } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { kitWords } from "~/views/_kit/text.ts";
import { NodeForm } from "./shapes.ts";

const Filter = z.object({
  q: z.string().trim().max(60).optional(),
  type: z.enum(nodeTypes).optional().catch(undefined),
  pool: z.string().max(40).optional(),
});

export const nodeList = route({
  method: "GET",
  path: "/node",
  resource: "node",
  action: "read",
  query: Filter.extend(pageKeys),
  handle: (ctx) => {
    const { after, before, ...filter } = ctx.query;
    const read = listNodes(ctx.reader, { ...ctx.query, limit: rowsAsked });
    const { rows, newer, older } = shownPage(read, {
      after,
      before,
      keyOf: ({ code }) => code,
      to: (key) => paths.nodes({ ...filter, ...key }),
    });
    return html(
      <NodeListPage
        shell={ctx.shell}
        {...{ rows, newer, older, filter }}
        pools={optionsOf(listPools(ctx.reader), ctx.lang)}
        maySeeRates={ctx.may("routing", "read")}
        mayEdit={ctx.may("node", "edit")}
      />,
    );
  },
});

export const node = route({
  method: "GET",
  path: "/node/:code",
  resource: "node",
  action: "read",
  handle: (ctx) => {
    const { lang } = ctx;
    const { id, record } = found(findNode(ctx.reader, ctx.params.code), "node");
    return html(
      <NodePage
        shell={ctx.shell}
        reading={{ lang, now: ctx.now }}
        node={record}
        names={namesOf(ctx, record)}
        history={historyOf(ctx, id)}
        maySeeStock={ctx.may("stock", "read") && isStaff(ctx.principal)}
        mayEdit={ctx.may("node", "edit")}
      />,
    );
  },
});

function namesOf({ reader, lang }: AnyCtx, node: Node): NodeNames {
  const { organisationCode, regionCode, partnerCode, poolCode } = node;
  const system = reader.asSystem("whose node it is says the node itself");
  const partner = partnerCode === null ? null : findPartner(system, partnerCode);
  const pool = poolCode === null ? null : findPool(reader, poolCode);
  return {
    organisation: named(findOrganisation(reader, organisationCode)!.record, lang),
    region: named(findRegion(reader, regionCode)!.record, lang),
    partner: partner && named(partner, lang),
    pool: pool && named(pool.record, lang),
  };
}

function historyOf({ reader, lang }: AnyCtx, id: string): HistoryRow[] {
  return historyRows(historyLines(recordHistory(reader, id), (record) => record), {
    fieldName: (field) => nodeField(field, lang),
    valueText: (field, value) => nodeValue(field, value, lang),
    created: kitWords(lang).history.created,
  });
}

const blankNode = {
  type: "regional",
  state: "active",
  stocks: "true",
  ships: "true",
  openWeekdays: ["mon", "tue", "wed", "thu", "fri", "sat"],
  leadDays: "1",
  dailyCapacity: "500",
  handling: "0.00",
};

/** The record as its form shows it. */
function valuesOf({ handling, stocks, ships, ...rest }: Node) {
  return {
    ...rest,
    stocks: String(stocks),
    ships: String(ships),
    handling: amountText(handling.amountMinor, handling.currency),
  };
}

/** The organisation's books say in which currency the handling cost was typed. */
function recordOf({ handling, ...rest }: Typed<typeof NodeForm.shape>, { reader }: AnyCtx): Node {
  const organisation = listOrganisations(reader)
    .find(({ record }) => record.code === rest.organisationCode);
  const currency = organisation?.record.currency ?? "CNY";
  const amountMinor = parseAmount(handling, currency);
  if (amountMinor === null) {
    const issue = { code: "custom" as const, path: ["handling"], message: "not_an_amount" };
    throw new BadInput([{ ...issue, input: handling }], { ...rest, handling });
  }
  return { ...rest, handling: { amountMinor, currency } };
}

function choicesFor({ reader, lang }: AnyCtx) {
  return {
    organisations: optionsOf(listOrganisations(reader).map(({ record }) => record), lang),
    regions: optionsOf(listRegions(reader).map(({ record }) => record), lang),
    pools: optionsOf(listPools(reader), lang),
  };
}

export const nodeForms = masterForms({
  path: "/node",
  form: "edit",
  resource: "node",
  master: nodes,
  find: findNode,
  fields: NodeForm,
  recordOf,
  fresh: () => blankNode,
  valuesOf,
  words: (lang) => inventoryWords(lang).refused,
  saved: paths.node,
  page: (ctx, form) => <NodeFormPage {...form} choices={choicesFor(ctx)} />,
});
