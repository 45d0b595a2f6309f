import { parse } from "csv-parse/sync";
import { assert } from "~/domain/_kernel/assert.ts";
import type { Day } from "~/domain/_kernel/period.ts";
import { parseAmount } from "~/domain/policy/price/price_text.ts";

export type SourceRow = Readonly<Record<string, string>>;

export type SourceLine = {
  product: string;
  price: string;
  quantity: number;
  discountBasisPoints: number;
};

export type SourceOrder = {
  id: string;
  customer: string;
  employee: string;
  orderedOn: Day;
  requiredOn: Day;
  /** Null: it never left the house. */
  shippedOn: Day | null;
  shipper: string;
  freightMinor: number;
  shipTo: { street: string; city: string; region: string; postalCode: string; country: string };
  lines: SourceLine[];
};

export type Source = {
  categories: SourceRow[];
  customers: SourceRow[];
  employees: SourceRow[];
  products: SourceRow[];
  shippers: SourceRow[];
  suppliers: SourceRow[];
  /** In the order in which they were placed. */
  orders: SourceOrder[];
};

export const currency = "USD";

export async function readSource(folder: string): Promise<Source> {
  const rows = (name: string) => readRows(`${folder}/${name}.csv`);
  return {
    categories: await rows("categories"),
    customers: await rows("customers"),
    employees: await rows("employees"),
    products: await rows("products"),
    shippers: await rows("shippers"),
    suppliers: await rows("suppliers"),
    orders: ordersOf(await rows("orders"), await rows("order_details")),
  };
}

async function readRows(path: string): Promise<SourceRow[]> {
  return parse(await Deno.readTextFile(path), { columns: true, bom: true });
}

function ordersOf(orders: readonly SourceRow[], details: readonly SourceRow[]): SourceOrder[] {
  const lines = Map.groupBy(details, (line) => line.OrderID!);
  return orders.map((row) => orderOf(row, lines.get(row.OrderID!) ?? []))
    .sort((a, b) => placeOf(a) < placeOf(b) ? -1 : 1);
}

function placeOf({ orderedOn, id }: SourceOrder): string {
  return `${orderedOn} ${id}`;
}

function orderOf(row: SourceRow, lines: readonly SourceRow[]): SourceOrder {
  return {
    id: row.OrderID!,
    customer: row.CustomerID!,
    employee: row.EmployeeID!,
    orderedOn: dayOf(row.OrderDate!),
    requiredOn: dayOf(row.RequiredDate!),
    shippedOn: row.ShippedDate ? dayOf(row.ShippedDate) : null,
    shipper: row.ShipVia!,
    freightMinor: minorOf(row.Freight!),
    shipTo: {
      street: row.ShipAddress!,
      city: row.ShipCity!,
      region: row.ShipRegion!,
      postalCode: row.ShipPostalCode!,
      country: row.ShipCountry!,
    },
    lines: lines.map((line) => ({
      product: line.ProductID!,
      price: line.UnitPrice!,
      quantity: Number(line.Quantity),
      discountBasisPoints: basisPointsOf(line.Discount!),
    })),
  };
}

/** `7/16/1996`: month first. */
function dayOf(text: string): Day {
  const [, month, day, year] = /^(\d+)\/(\d+)\/(\d{4})$/.exec(text) ?? [];
  assert(year, `not a date of these books: ${text}`);
  return `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
}

function minorOf(text: string): number {
  const amount = parseAmount(text, currency);
  assert(amount !== null, `not an amount of these books: ${text}`);
  return amount;
}

/** `0.15` is 1500: shares of these books have at most four decimals, so the product is rounded back. */
function basisPointsOf(share: string): number {
  return Math.round(Number(share) * 10_000);
}
