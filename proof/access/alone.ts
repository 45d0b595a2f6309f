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

/** Changes of a right (principal, right, new reach) that no cell can show, and why that is no hole. */
export const noCellFor: readonly [RegExp, string][] = [
  [/ (home\.read|self\.read|self\.edit) all$/, "loaded by the asker's own id, whatever the reach"],
  [/_client self\.read none$/, "a program has no page of its own, and no API route asks for it"],
  [
    / (product|category|organisation|region|node)\.(read|edit|import) all$/,
    "goods and places are known to all: there is nothing further to reach",
  ],
  [/^dealer_owner user\.edit all$/, "whom one manages is asked again in the decision itself"],
  [/ order\.(discount|place_on_behalf) all$/, "asked as yes or no; how far goes by order.place"],
  [/^house_client order\.place_on_behalf none$/, "the API names the dealer under order.place"],
  [/ routing\.read all$/, "an order's routing is read by order.read, rate cards are public"],
  [/ \w+\.import (none|all)$/, "POST /import is asked for products; each kind asks its own right"],
];
