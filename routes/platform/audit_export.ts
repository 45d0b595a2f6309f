import { type AuditLine, listAudit } from "~/db/platform/audit_list.ts";
import { allPages, type CsvColumn, csvFile } from "~/routes/_entry/csv.ts";
import { route } from "~/routes/_entry/route.ts";
import { AuditQuery } from "./audit.tsx";

const exportRows = 500;

/** Who did what to what and when; what was written stays in the house, with the chain that proves it. */
const columns: CsvColumn<AuditLine>[] = [
  { head: { zh: "序号", en: "No." }, cell: ({ seq }) => seq },
  { head: { zh: "时间", en: "Time" }, cell: ({ at }) => at },
  { head: { zh: "谁", en: "Who" }, cell: ({ userName }) => userName },
  { head: { zh: "用户编号", en: "User id" }, cell: ({ userId }) => userId },
  { head: { zh: "做了什么", en: "Did what" }, cell: ({ action }) => action },
  { head: { zh: "对象", en: "Subject" }, cell: ({ subjectId }) => subjectId },
  { head: { zh: "事件", en: "Events" }, cell: ({ types }) => types.join(" ") },
];

export const auditExport = route({
  method: "GET",
  path: "/audit/export",
  resource: "audit",
  action: "export",
  query: AuditQuery,
  handle: (ctx) => {
    const { subject, user } = ctx.query;
    return csvFile(ctx, {
      name: "audit",
      columns,
      rows: allPages(
        (after) =>
          listAudit(ctx.reader, {
            ...{ subject, user },
            before: after === undefined ? undefined : Number(after),
          }, exportRows),
        ({ seq }) => String(seq),
      ),
    });
  },
});
