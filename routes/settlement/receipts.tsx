import { z } from "zod";
import { listReceipts, loadReceiptPage } from "~/db/settlement/receipt_list.ts";
import { html } from "~/routes/_entry/answer.ts";
import { pageLinks, rowPageOf } from "~/routes/_entry/list_page.ts";
import { route } from "~/routes/_entry/route.ts";
import { paths } from "~/views/_kit/paths.ts";
import { ReceiptListPage } from "~/views/settlement/receipt_list_page.tsx";
import { ReceiptPage } from "~/views/settlement/receipt_page.tsx";
import { ReceiptsQuery } from "./schema.ts";

export const receiptList = route({
  method: "GET",
  path: "/receipt",
  resource: "receipt",
  action: "read",
  query: ReceiptsQuery,
  handle: (ctx) => {
    const { lang, now, reader, shell } = ctx;
    const { after: _after, before: _before, ...filter } = ctx.query;
    const asked = { ...filter, unapplied: filter.view === "unapplied" };
    const page = listReceipts(reader, asked, rowPageOf(ctx.query));
    return html(
      <ReceiptListPage
        shell={shell}
        reading={{ lang, now }}
        rows={page.rows}
        filter={filter}
        {...pageLinks(page, (key) => paths.receipts({ ...filter, ...key }))}
        mayRecord={ctx.may("receipt", "record")}
      />,
    );
  },
});

export const receipt = route({
  method: "GET",
  path: "/receipt/:number",
  resource: "receipt",
  action: "read",
  query: z.object({ new: z.string().optional() }),
  handle: (ctx) => {
    const { lang, now, reader, params, query, shell } = ctx;
    return html(
      <ReceiptPage
        shell={shell}
        reading={{ lang, now }}
        receipt={loadReceiptPage(reader, params.number)}
        may={{ account: ctx.may("account", "read"), journal: ctx.may("journal", "read") }}
        isNew={query.new !== undefined}
      />,
    );
  },
});
