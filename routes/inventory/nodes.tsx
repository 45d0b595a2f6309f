import { z } from "zod";
import { put } from "~/db/_engine/put.ts";
import { findOrganisation, listOrganisations } from "~/db/channel/organisations.ts";
import { findPartner } from "~/db/channel/partners.ts";
import { findRegion, listRegions } from "~/db/channel/regions.ts";
import { recordHistory } from "~/db/platform/record_history.ts";
import { findPool } from "~/db/inventory/pools.ts";
import { listNodes, listPools } from "~/db/inventory/node_list.ts";
import { findNode, nodes } from "~/db/inventory/nodes.ts";
import type { Stored } from "~/domain/_kernel/master.ts";
import { type Node, nodeTypes } from "~/domain/inventory/node.ts";
import { amountText, parseAmount } from "~/domain/policy/price/price_text.ts";
import { isStaff } from "~/domain/platform/principal.ts";
import { goTo, html } from "~/routes/_entry/answer.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import { BadInput, NotFound } from "~/routes/_entry/errors.ts";
import { refusedForm, stoppedForm } from "~/routes/_entry/form_state.ts";
import { historyLines, historyRows } from "~/routes/_entry/history.ts";
import { route } from "~/routes/_entry/route.ts";
import { NodeFormPage } from "~/views/inventory/node_form_page.tsx";
import { NodeListPage } from "~/views/inventory/node_list_page.tsx";
import { type NodeNames, NodePage } from "~/views/inventory/node_page.tsx";
import { nodeField, nodeValue } from "~/views/inventory/node_values.ts";
import { inventoryWords } from "~/views/inventory/text.ts";
import { type FormState, freshForm } from "~/views/_kit/form_state.ts";
import type { HistoryRow } from "~/views/_kit/history.tsx";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { kitWords } from "~/views/_kit/text.ts";
import { optionsOf } from "./options.ts";
import { Shown, shownPage } from "./pages.ts";
import { NodeForm } from "./shapes.ts";

const pageRows = 50;
const mostOptions = 500;

/** What the list and its file are narrowed by. */
export const NodesQuery = z.object({
  q: z.string().trim().max(60).optional(),
  type: z.enum(nodeTypes).optional().catch(undefined),
  pool: z.string().max(40).optional(),
});

export const nodeList = route({
  method: "GET",
  path: "/node",
  resource: "node",
  action: "read",
  query: NodesQuery.extend(Shown),
  handle: (ctx) => {
    const { after, before, ...filter } = ctx.query;
    const found = listNodes(ctx.reader, { ...ctx.query, limit: pageRows + 1 });
    const { rows, newer, older } = shownPage(found, {
      ...{ after, before, size: pageRows },
      keyOf: ({ code }) => code,
      pathTo: (key) => paths.nodes({ ...filter, ...key }),
    });
    return html(
      <NodeListPage
        shell={ctx.shell}
        {...{ rows, newer, older, filter }}
        pools={optionsOf(listPools(ctx.reader), ctx.lang)}
        maySeeRates={ctx.may("routing", "read")}
        mayEdit={ctx.may("node", "edit")}
        mayExport={ctx.may("node", "export")}
      />,
    );
  },
});

type AnyCtx = Ctx<unknown, unknown, unknown, unknown>;

function storedNode(ctx: AnyCtx, code: string): Stored<Node> {
  const stored = findNode(ctx.reader, code);
  if (!stored) throw new NotFound("node");
  return stored;
}

export const node = route({
  method: "GET",
  path: "/node/:code",
  resource: "node",
  action: "read",
  handle: (ctx) => {
    const { lang } = ctx;
    const { id, record } = storedNode(ctx, ctx.params.code);
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

function formPage(ctx: AnyCtx, form: FormState, stored: Stored<Node> | null, status = 200) {
  const { lang, reader } = ctx;
  const page = { after: null, limit: mostOptions };
  const node = stored
    ? {
      code: stored.record.code,
      name: named(stored.record, lang),
      version: stored.version,
      stale: status === 409,
    }
    : undefined;
  const choices = {
    organisations: optionsOf(listOrganisations(reader, page).map(({ record }) => record), lang),
    regions: optionsOf(listRegions(reader, page).map(({ record }) => record), lang),
    pools: optionsOf(listPools(reader), lang),
  };
  return html(<NodeFormPage shell={ctx.shell} {...{ form, node, choices }} />, status);
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

export const newNode = route({
  method: "GET",
  path: "/node/new",
  resource: "node",
  action: "edit",
  handle: (ctx) => formPage(ctx, freshForm(blankNode), null),
});

export const editNode = route({
  method: "GET",
  path: "/node/:code/edit",
  resource: "node",
  action: "edit",
  handle: (ctx) => {
    const stored = storedNode(ctx, ctx.params.code);
    const { handling, stocks, ships, ...rest } = stored.record;
    const values = {
      ...rest,
      stocks: String(stocks),
      ships: String(ships),
      handling: amountText(handling.amountMinor, handling.currency),
    };
    return formPage(ctx, freshForm(values), stored);
  },
});

/** The organisation's books say in which currency the handling cost was typed. */
function recordOf(ctx: AnyCtx, form: NodeForm, code: string): Node {
  const { handling, version: _version, ...rest } = form;
  const organisation = listOrganisations(ctx.reader, { after: null, limit: mostOptions })
    .find(({ record }) => record.code === form.organisationCode);
  const currency = organisation?.record.currency ?? "CNY";
  const amountMinor = parseAmount(handling, currency);
  if (amountMinor === null) {
    const issue = { code: "custom" as const, path: ["handling"], message: "not_an_amount" };
    throw new BadInput([{ ...issue, input: handling }], form);
  }
  return { ...rest, code, handling: { amountMinor, currency } };
}

async function save(ctx: Ctx<unknown, unknown, NodeForm>, code: string): Promise<Response> {
  const { form, lang } = ctx;
  const record = recordOf(ctx, form, code);
  const decision = await ctx.act(put(nodes, record, form.version ?? "new"));
  if (decision.ok) return goTo(ctx, paths.node(code));
  const state = refusedForm(typed(form), decision.refusals, inventoryWords(lang).refused, lang);
  const stale = decision.refusals.some(({ reason }) => reason === "changed_meanwhile");
  const stored = form.version === undefined ? null : storedNode(ctx, code);
  return formPage(ctx, state, stored && { ...stored, version: form.version! }, stale ? 409 : 422);
}

/** The form's values as its fields take them back. */
function typed(form: NodeForm): FormState["values"] {
  return { ...form, stocks: String(form.stocks), ships: String(form.ships) };
}

export const createNode = route({
  method: "POST",
  path: "/node",
  resource: "node",
  action: "edit",
  form: NodeForm.required({ code: true }),
  refill: (ctx, input) => formPage(ctx, stoppedForm(input, ctx.lang), null, 422),
  handle: (ctx) => save(ctx, ctx.form.code),
});

export const saveNode = route({
  method: "POST",
  path: "/node/:code",
  resource: "node",
  action: "edit",
  form: NodeForm,
  refill: (ctx, input) =>
    formPage(ctx, stoppedForm(input, ctx.lang), storedNode(ctx, ctx.params.code), 422),
  handle: (ctx) => save(ctx, ctx.params.code),
});
