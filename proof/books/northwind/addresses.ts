import { countryCode } from "./names.ts";
import type { SourceOrder, SourceRow } from "./source.ts";

/** An address as an import row has it. */
export type AddressCells = {
  addressCode: string;
  street: string;
  city: string;
  province: string;
  zone: string;
};

const main = "MAIN";
const shipTo = "SHIP";

/** Where the company sits, and where its goods go if that is another place: never more than one here. */
export function addressesOf(
  customer: SourceRow,
  orders: readonly SourceOrder[],
): [AddressCells, ...AddressCells[]] {
  const own = cellsOf(main, {
    street: customer.Address!,
    city: customer.City!,
    region: customer.Region!,
    postalCode: customer.PostalCode!,
    country: customer.Country!,
  });
  const order = orders.find((each) => each.customer === customer.CustomerID);
  if (!order) return [own];
  const other = cellsOf(shipTo, order.shipTo);
  return other.street === own.street && other.city === own.city ? [own] : [own, other];
}

/** The code of the address an order goes to. */
export function addressOf(customer: SourceRow, order: SourceOrder): string {
  const wanted = cellsOf(shipTo, order.shipTo);
  const found = addressesOf(customer, [order]).find(({ street, city }) =>
    street === wanted.street && city === wanted.city
  );
  return found!.addressCode;
}

function cellsOf(
  addressCode: string,
  { street, city, region, postalCode, country }: SourceOrder["shipTo"],
): AddressCells {
  return {
    addressCode,
    street: [street, postalCode].filter(Boolean).join(", "),
    city,
    province: [region, country].filter(Boolean).join(", "),
    zone: countryCode(country),
  };
}
