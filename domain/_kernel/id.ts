declare const brand: unique symbol;

/** A sortable id that cannot be mixed up with the id of another thing. */
export type Id<Thing extends string> = string & { readonly [brand]: Thing };

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const timeChars = 10;
const randomBytes = 10;

/**
 * 26 characters of Crockford base 32: 48 bits of milliseconds, 80 bits of chance (the ULID layout).
 * Ids of one millisecond sort by chance; ids of different milliseconds sort by time.
 */
export function encodeId(atMs: number, chance: Uint8Array): string {
  let time = "";
  let rest = atMs;
  for (let i = 0; i < timeChars; i++) {
    time = alphabet[rest % 32] + time;
    rest = Math.floor(rest / 32);
  }
  let tail = "";
  let bits = 0;
  let held = 0;
  for (let i = 0; i < randomBytes; i++) {
    held = ((held << 8) | (chance[i] ?? 0)) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      tail += alphabet[(held >> bits) & 31];
    }
  }
  return time + tail;
}

export type OrderId = Id<"order">;
export type DraftId = Id<"draft">;
export type PartnerId = Id<"partner">;
export type AddressId = Id<"address">;
export type OrganisationId = Id<"organisation">;
export type RegionId = Id<"region">;
export type SkuId = Id<"sku">;
export type CategoryId = Id<"category">;
export type NodeId = Id<"node">;
export type PoolId = Id<"pool">;
export type PriceListId = Id<"price_list">;
export type CreditAccountId = Id<"credit_account">;
export type ShipmentId = Id<"shipment">;
export type FulfilmentId = Id<"fulfilment">;
export type JournalId = Id<"journal">;
export type ReceiptId = Id<"receipt">;
export type UserId = Id<"user">;
