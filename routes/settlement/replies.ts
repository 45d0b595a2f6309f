import { z } from "zod";
import { DayReply, DealerCode, Money, OrderNumber, ShipmentNumber } from "~/routes/_entry/reply.ts";

const head = {
  number: z.string().meta({ examples: ["RC-2026-000031"] }),
  dealer: DealerCode,
  amount: Money,
  unapplied: Money,
};

export const RecordedReply = z.strictObject({
  ...head,
  applications: z.array(z.strictObject({ shipment: ShipmentNumber, amount: Money })),
});

export const ReceiptRowReply = z.strictObject({
  ...head,
  receivedOn: DayReply,
  method: z.string().meta({ examples: ["transfer"] }),
  reference: z.string(),
});

export const ReceiptReply = ReceiptRowReply.extend({
  applications: z.array(z.strictObject({
    shipment: ShipmentNumber,
    order: OrderNumber,
    amount: Money,
  })),
});

export const AccountReply = z.strictObject({
  dealer: DealerCode,
  currency: z.string(),
  receivable: Money,
  overdue: Money,
  advance: Money,
  openOrders: Money,
  limit: Money.nullable(),
  available: Money.nullable(),
  openItems: z.array(z.strictObject({
    shipment: ShipmentNumber,
    order: OrderNumber,
    dueOn: DayReply,
    amount: Money,
    open: Money,
  })),
});
