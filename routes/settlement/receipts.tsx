import { z } from "zod";
import { listReceipts, loadReceiptPage } from "~/db/settlement/receipt_list.ts";
import { html } from "~/routes/_entry/answer.ts";
import { route } from "~/routes/_entry/route.ts";
import { paths } from "~/views/_kit/paths.ts";
import { ReceiptListPage } from "~/views/settlement/receipt_list_page.tsx";
import { ReceiptPage } from "~/views/settlement/receipt_page.tsx";
import { ReceiptsQuery } from "./schema.ts";

const pageRows = 50;

export const receiptList = route({
  method: "GET",
  path: "/receipt",
  resource: "receipt",
  action: "read",
  query: ReceiptsQuery,
  handle: (ctx) => {
    const { lang, now, reader, shell } = ctx;
    const { after, before, ...filter } = ctx.query;
    const { rows, previous, next } = listReceipts(reader, {
      ...filter,
      unapplied: filter.view === "unapplied",
    }, { after, before, limit: pageRows });
    return html(
      <ReceiptListPage
        shell={shell}
        reading={{ lang, now }}
        rows={rows}
        filter={filter}
        previous={previous ? paths.receipts({ ...filter, before: previous }) : undefined}
        next={next ? paths.receipts({ ...filter, after: next }) : undefined}
        mayRecord={ctx.may("receipt", "record")}
        mayExport={ctx.may("receipt", "export")}
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
