import type { By } from "../_kernel/by.ts";
import { accept, type Decision, refuse, refuseIfAny } from "../_kernel/decision.ts";
import { minorDigits, parseAmount } from "../policy/price/price_text.ts";
import { placeOrder } from "./place_order.ts";
import type {
  PlaceOrder,
  PlaceOrderRefusal,
  PlacingEvent,
  PlacingFacts,
  WishedLine,
} from "./placing.ts";

/** One row of a file: a line of an order and, on the first, what concerns the order as a whole. */
export type ImportedRow = WishedLine & {
  externalNumber: string;
  dealer: string;
  address?: string;
  channel?: string;
  /** As it was typed: the dealer decides the currency. */
  freight?: string;
  requiredOn?: string;
  note?: string;
};
export type ImportedRows = readonly [ImportedRow, ...ImportedRow[]];

/** The order that has the number already, as far as a file says anything of it. */
export type PlacedBefore = {
  address: string;
  channel: string;
  freightMinor: number;
  requiredOn: string | null;
  note: string;
  lines: readonly Required<WishedLine>[];
};

/** Null: there is no such dealer within sight. */
export type ImportFacts = { placing: PlacingFacts; before: PlacedBefore | null } | null;

export type ImportOrderRefusal =
  | PlaceOrderRefusal
  | { reason: "unknown_dealer"; dealer: string; at?: string }
  | { reason: "unlike_first_row"; at?: string }
  | { reason: "freight_unreadable"; currency: string; decimals: number; at?: string };

/** Rows become one order as if it had been placed by hand; one that stands there already stays as it is. */
export function importOrder(
  rows: ImportedRows,
  facts: ImportFacts,
  by: By,
): Decision<PlacingEvent, ImportOrderRefusal> {
  const [{ dealer, freight = "" }] = rows;
  if (!facts) return refuse({ reason: "unknown_dealer", dealer, at: "/dealer" });
  const { placing, before } = facts;
  const { currency } = placing.dealer;
  const freightMinor = freight === "" ? 0 : parseAmount(freight, currency);
  const unclear: ImportOrderRefusal[] = unlikeFirst(rows);
  if (freightMinor === null) {
    const decimals = minorDigits(currency);
    unclear.push({ reason: "freight_unreadable", currency, decimals, at: "/freight" });
  }
  const refused = refuseIfAny(unclear);
  if (refused) return refused;
  const command = importedOrder(rows, freightMinor!);
  if (before && isSame(command, before, placing)) return accept();
  return placeOrder(command, placing, by);
}

/** The channel of orders whose file names none, and the only one of a dealer's own file. */
export const fileChannel = "import";

const ofTheOrder = ["address", "channel", "freight", "requiredOn", "note"] as const;

/** An order has one of each: a later row repeats it or says nothing. */
function unlikeFirst([first, ...rest]: ImportedRows): ImportOrderRefusal[] {
  return rest.flatMap((row, index) =>
    ofTheOrder.filter((field) => row[field] && row[field] !== first[field])
      .map((field) => ({
        reason: "unlike_first_row" as const,
        at: `/lines/${index + 1}/${field}`,
      }))
  );
}

function importedOrder(rows: ImportedRows, freightMinor: number): PlaceOrder {
  const [{ externalNumber, address, channel = fileChannel, requiredOn = null, note = "" }] = rows;
  return {
    channel,
    externalNumber,
    address,
    requiredOn,
    note,
    freightMinor,
    lines: rows.map(({ sku, unit, quantity, discountBasisPoints, discountReason }) => ({
      sku,
      unit,
      quantity,
      discountBasisPoints,
      discountReason,
    })),
  };
}

function isSame(command: PlaceOrder, before: PlacedBefore, { skus }: PlacingFacts): boolean {
  const { address, channel, freightMinor, requiredOn, note, lines } = command;
  return (address === undefined || address === before.address) &&
    channel === before.channel &&
    freightMinor === before.freightMinor &&
    requiredOn === before.requiredOn &&
    note === before.note &&
    lines.length === before.lines.length &&
    lines.every((line, at) => isSameLine(line, before.lines[at]!, skus));
}

function isSameLine(
  { sku, unit, quantity, discountBasisPoints = 0, discountReason = "" }: WishedLine,
  before: Required<WishedLine>,
  skus: PlacingFacts["skus"],
): boolean {
  return sku === before.sku &&
    (unit ?? skus.get(sku)?.salesUnit) === before.unit &&
    quantity === before.quantity &&
    discountBasisPoints === before.discountBasisPoints &&
    discountReason === before.discountReason;
}
