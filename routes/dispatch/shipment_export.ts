import { listShipments } from "~/db/dispatch/shipment_list.ts";
import type { ShipmentRow } from "~/domain/dispatch/read_models.ts";
import { allPages, type CsvColumn, csvFile } from "~/routes/_entry/csv.ts";
import { route } from "~/routes/_entry/route.ts";
import { named } from "~/views/_kit/named.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { dispatchWords } from "~/views/dispatch/text.ts";
import { parcelFilter, ShipmentQuery } from "./schema.ts";

const exportRows = 500;

const columns = (lang: Lang): CsvColumn<ShipmentRow>[] => {
  const { zh: { shipment: zh, work: zhWork, part }, en: { shipment: en, work, part: enPart } } =
    dispatchWords.both;
  return [
    { head: { zh: zh.number, en: en.number }, cell: ({ number }) => number },
    { head: { zh: zhWork.order, en: work.order }, cell: ({ order }) => order },
    { head: { zh: zhWork.dealer, en: work.dealer }, cell: ({ dealer }) => named(dealer, lang) },
    { head: { zh: zhWork.node, en: work.node }, cell: ({ node }) => named(node, lang) },
    {
      head: { zh: part.carrier, en: enPart.carrier },
      cell: ({ carrier }) => carrier && named(carrier, lang),
    },
    { head: { zh: zh.tracking, en: en.tracking }, cell: ({ trackingNumber }) => trackingNumber },
    { head: { zh: zhWork.unitsHead, en: work.unitsHead }, cell: ({ units }) => units },
    { head: { zh: zh.shippedAt, en: en.shippedAt }, cell: ({ shippedAt }) => shippedAt },
    { head: { zh: zh.deliveredAt, en: en.deliveredAt }, cell: ({ deliveredAt }) => deliveredAt },
  ];
};

export const shipmentExport = route({
  method: "GET",
  path: "/shipment/export",
  resource: "shipment",
  action: "export",
  query: ShipmentQuery,
  handle: (ctx) => {
    const { after: _after, before: _before, ...filter } = ctx.query;
    return csvFile(ctx, {
      name: "shipments",
      columns: columns(ctx.lang),
      rows: allPages(
        (after) =>
          listShipments(ctx.reader, parcelFilter(filter), { after, limit: exportRows }).rows,
        ({ key }) => key,
      ),
    });
  },
});
