import type { Schema } from "~/db/schema.ts";

const ofUser = "asked for by the id of a user who is in scope";
const ofPartner = "asked for by the id of a partner who is in scope";
const ofOrder =
  "asked for by the id of an order in scope, or with full sight once that is in scope";
const ofParcel = "asked for by the id of a fulfilment or shipment in scope";

/**
 * Tables that no route reads but through a row of another table, which is in scope or not there:
 * opening them changes no answer. Their scope is the second lock. That it holds is shown at the
 * reader (reader_test.ts): opened, it shows strangers' rows at once. A table that some route comes to
 * read on its own breaks a cell when opened, and must leave this list.
 */
export const notReadAlone: Partial<Record<keyof Schema, string>> = {
  user_role: ofUser,
  user_region: ofUser,
  user_node: ofUser,
  session: ofUser,
  api_token: ofUser,
  partner_relation: ofPartner,
  address: ofPartner,
  order_draft: "asked for by its id and a dealer who is in scope",
  pin: ofOrder,
  sales_order_line: ofOrder,
  order_event: ofOrder,
  order_approval: ofOrder,
  routing_decision: ofOrder,
  fulfilment_line: ofParcel,
  shipment_line: ofParcel,
  price_row: "asked for by the id of a price list in scope, or joined with it",
  credit_entry: "asked for by the id of a credit account in scope",
  posting: "asked for by the id of a journal or a dealer in scope",
  open_item: "asked for by the id of a dealer or shipment in scope",
  receipt_application: "asked for by the id of a receipt in scope",
};
