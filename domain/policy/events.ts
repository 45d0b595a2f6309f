import type { CreditAccountId, OrderId } from "../_kernel/id.ts";

export type CreditKind = "order" | "release" | "shipment" | "receipt";

/** The use of a credit account moved: signed amounts, once for each effect key. */
export type CreditMoved = {
  type: "CreditMoved";
  subject: string;
  accountId: CreditAccountId;
  kind: CreditKind;
  orderId: OrderId | null;
  document: string;
  openOrderMinor: number;
  receivableMinor: number;
  effectKey: string;
};
