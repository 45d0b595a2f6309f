import { z } from "zod";
import { listAudit, loadAuditEntry } from "~/db/platform/audit_list.ts";
import { html } from "~/routes/_entry/answer.ts";
import { NotFound } from "~/routes/_entry/errors.ts";
import { rowsAsked, shownPage } from "~/routes/_entry/list_page.ts";
import { route } from "~/routes/_entry/route.ts";
import { paths } from "~/views/_kit/paths.ts";
import { AuditEntryPage, AuditListPage } from "~/views/platform/audit_page.tsx";

const Id = z.string().trim().max(60).optional();
const Seq = z.coerce.number().int().min(0).optional().catch(undefined);

export const auditList = route({
  method: "GET",
  path: "/audit",
  resource: "audit",
  action: "read",
  query: z.object({ subject: Id, user: Id, before: Seq, after: Seq }),
  handle: async (ctx) => {
    const { lang, now } = ctx;
    const { before, after, ...filter } = ctx.query;
    // The newest entry stands first: what was before it in time comes after it in the list.
    const { rows, ...pages } = shownPage(await listAudit(ctx.reader, ctx.query, rowsAsked), {
      after: before?.toString(),
      before: after?.toString(),
      keyOf: ({ seq }) => String(seq),
      to: (key) => paths.audit({ ...filter, after: key.before, before: key.after }),
    });
    return html(
      <AuditListPage
        shell={ctx.shell}
        reading={{ lang, now }}
        rows={rows}
        filter={filter}
        {...pages}
      />,
    );
  },
});

export const auditEntry = route({
  method: "GET",
  path: "/audit/:seq",
  resource: "audit",
  action: "read",
  handle: async (ctx) => {
    const { params, lang, now } = ctx;
    if (!/^\d{1,15}$/.test(params.seq)) throw new NotFound("audit entry");
    const entry = await loadAuditEntry(ctx.reader, Number(params.seq));
    return html(<AuditEntryPage shell={ctx.shell} reading={{ lang, now }} entry={entry} />);
  },
});
