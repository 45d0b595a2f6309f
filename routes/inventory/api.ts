import { z } from "zod";
import { findNode, nodes } from "~/db/inventory/nodes.ts";
import { listNodes } from "~/db/inventory/node_list.ts";
import { listNodeStock } from "~/db/inventory/sku_stock.ts";
import { findPool, pools } from "~/db/inventory/pools.ts";
import { listPools } from "~/db/inventory/node_list.ts";
import { loadStockEntryFacts } from "~/db/inventory/stock_entries.ts";
import { listStock } from "~/db/inventory/stock_list.ts";
import { postStockEntries } from "~/domain/inventory/post_stock_entries.ts";
import { isStaff } from "~/domain/platform/principal.ts";
import { answerApi } from "~/routes/_entry/answer.ts";
import { CursorQuery, masterApi, pageOf } from "~/routes/_entry/master_api.ts";
import { route } from "~/routes/_entry/route.ts";
import { inventoryWords } from "~/views/inventory/text.ts";
import { entryReply } from "./entry_reply.ts";
import { NodeBody, PoolBody, StockEntryBody } from "./shapes.ts";

export const nodeApi = masterApi({
  path: "nodes",
  keyName: "code",
  resource: "node",
  master: nodes,
  schema: NodeBody,
  find: findNode,
  list: (reader, { after, limit }) =>
    listNodes(reader, { after: after ?? "", limit })
      .map(({ code }) => findNode(reader, code)!.record),
  words: (lang) => inventoryWords(lang).refused,
});

export const poolApi = masterApi({
  path: "pools",
  keyName: "code",
  resource: "node",
  master: pools,
  schema: PoolBody,
  find: findPool,
  list: (reader, { after, limit }) =>
    listPools(reader).filter(({ code }) => code > (after ?? "")).slice(0, limit)
      .map(({ nodes: _nodes, owner, ...pool }) => ({ ...pool, organisationCode: owner.code })),
  words: (lang) => inventoryWords(lang).refused,
});

/** A whole receipt, adjustment or count: all its lines or none. */
export const createStockEntry = route({
  method: "POST",
  path: "/api/v1/stock-entries",
  resource: "stock",
  action: "post",
  summary: "Post a receipt, an adjustment or a count",
  creates: true,
  body: StockEntryBody,
  handle: async (ctx) => {
    const { body, lang } = ctx;
    const decision = await ctx.act({
      load: (facts) => loadStockEntryFacts(facts, body),
      decide: (facts, by) => postStockEntries(facts, body, by),
      reply: (events) => entryReply(events, body.lines),
    });
    return answerApi(ctx, decision, inventoryWords(lang).refused);
  },
});

const StockQuery = CursorQuery.extend({
  sku: z.string().max(60).optional(),
  node: z.string().max(60).optional(),
});

/** On hand, reserved, in transit and available; per node what is reserved is what is pinned there. */
export const stockApi = route({
  method: "GET",
  path: "/api/v1/stock",
  resource: "stock",
  action: "read",
  summary: "Stock by SKU, per node and in total, in base units",
  query: StockQuery,
  handle: (ctx) => {
    const { reader, query: { sku, node, after, limit } } = ctx;
    const isDealer = !isStaff(ctx.principal);
    const place = isDealer ? undefined : node;
    const lines = listStock(reader, { sku, node: place, after: after ?? "", limit: limit + 1 });
    const byNode = isDealer ? [] : listNodeStock(reader, lines.map(({ skuId }) => skuId));
    const items = lines.map(({ skuId, code, unit, onHand, reserved, available }) => ({
      sku: code,
      unit,
      total: isDealer ? { inTransit: 0, available } : { onHand, reserved, inTransit: 0, available },
      nodes: byNode.filter((each) => each.skuId === skuId && (!node || each.code === node))
        .map((each) => ({
          node: each.code,
          pool: each.pool,
          onHand: each.onHand,
          reserved: each.pinned,
          inTransit: 0,
          available: each.onHand - each.pinned,
        })),
    }));
    return pageOf(ctx.url, items, limit, (at) => lines[at]!.code);
  },
});
