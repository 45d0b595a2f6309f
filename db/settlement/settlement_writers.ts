import { takeNumber } from "~/db/_engine/number_series.ts";
import { note } from "~/db/order/timeline.ts";
import type { SettlementCenterEvent } from "~/domain/settlement/events.ts";
import type { Writers } from "~/db/writers.ts";

export const settlementWriters = {
  JournalPosted(
    tx,
    { journalId, number, takes, kind, documentId, effectKey, memo, currency, postings },
    by,
  ) {
    takeNumber(tx, takes);
    tx.insert("journal", {
      id: journalId,
      number,
      at: by.at,
      kind,
      document_id: documentId,
      effect_key: effectKey,
      memo,
    });
    tx.insert(
      "posting",
      postings.map(({ account, partnerId, amountMinor }, i) => ({
        journal_id: journalId,
        seq: i + 1,
        account,
        partner_id: partnerId,
        currency,
        amount_minor: amountMinor,
      })),
    );
  },
  OpenItemOpened(tx, event, by) {
    tx.insert("open_item", {
      id: event.openItemId,
      dealer_id: event.dealerId,
      order_id: event.subject,
      shipment_id: event.shipmentId,
      currency: event.currency,
      amount_minor: event.amountMinor,
      open_minor: event.amountMinor,
      posted_at: by.at,
      due_on: event.dueOn,
    });
  },
  ReceiptRecorded(tx, event, by) {
    takeNumber(tx, event.takes);
    tx.insert("receipt", {
      id: event.subject,
      number: event.number,
      dealer_id: event.dealerId,
      currency: event.currency,
      amount_minor: event.amountMinor,
      unapplied_minor: event.unappliedMinor,
      received_at: event.receivedAt,
      method: event.method,
      reference: event.reference,
      recorded_by: by.userId,
    });
    for (const { openItemId, orderId, amountMinor } of event.applications) {
      tx.insert("receipt_application", {
        receipt_id: event.subject,
        open_item_id: openItemId,
        amount_minor: amountMinor,
      });
      tx.raise("open_item", { id: openItemId }, { open_minor: -amountMinor });
      note(tx, orderId, by, { kind: "paid", detail: { number: event.number, amountMinor } });
    }
  },
} satisfies Writers<SettlementCenterEvent>;
