import type { By } from "~/domain/_kernel/by.ts";
import type { AnyEvent } from "~/domain/events.ts";
import type { EventWriters } from "./_engine/transact.ts";
import type { Tx } from "./_engine/tx.ts";
import { nodeWriters } from "./inventory/nodes.ts";
import { poolWriters } from "./inventory/pools.ts";
import { reservationWriters } from "./inventory/reservations.ts";
import { stockEntryWriters } from "./inventory/stock_entries.ts";
import { dispatchWriters } from "./dispatch/dispatch_writers.ts";
import { settlementWriters } from "./settlement/settlement_writers.ts";
import { orderWriters } from "./order/order_writers.ts";
import { rateCardWriters } from "./dispatch/rate_cards.ts";
import { creditMovementWriters } from "./policy/credit.ts";
import { creditAccountWriters } from "./policy/credit_accounts.ts";
import { priceListWriters } from "./policy/price_lists.ts";
import { priceRowWriters } from "./policy/price_rows.ts";
import { credentialWriters } from "./platform/credentials.ts";
import { parkedWorkWriters } from "./platform/parked_work.ts";
import { userWriters } from "./platform/user_writers.ts";
import { organisationWriters } from "./channel/organisations.ts";
import { partnerWriters } from "./channel/partner_writers.ts";
import { regionWriters } from "./channel/regions.ts";
import { relationWriters } from "./channel/relations.ts";
import { categoryWriters } from "./product/categories.ts";
import { productWriters } from "./product/products.ts";

/** Each event of a union with its one writer; leaving one out does not build. */
export type Writers<Event extends { type: string }> = {
  [Type in Event["type"]]: (
    tx: Tx,
    event: Extract<Event, { type: Type }>,
    by: By,
  ) => void | Promise<void>;
};

const all = {
  ...userWriters,
  ...credentialWriters,
  ...parkedWorkWriters,
  ...poolWriters,
  ...nodeWriters,
  ...stockEntryWriters,
  ...reservationWriters,
  ...orderWriters,
  ...dispatchWriters,
  ...settlementWriters,
  ...creditMovementWriters,
  ...priceListWriters,
  ...priceRowWriters,
  ...creditAccountWriters,
  ...rateCardWriters,
  ...organisationWriters,
  ...regionWriters,
  ...partnerWriters,
  ...relationWriters,
  ...categoryWriters,
  ...productWriters,
} satisfies Writers<AnyEvent>;

export const writers = all as unknown as EventWriters;
