import { assert } from "~/domain/_kernel/assert.ts";

/** How what these books number is called here. */
export const skuOf = (product: string) => `NW-${product.padStart(2, "0")}`;
export const categoryOf = (category: string) => `C${category}`;
export const carrierOf = (shipper: string) => `CARRIER-${shipper}`;
export const supplierOf = (supplier: string) => `SUPPLIER-${supplier}`;

export const house = "NW";
/** The books count in whatever the quantity per unit describes. */
export const unit = "unit";
export const priceList = "NW-LIST";

const countries: Readonly<Record<string, string>> = {
  Argentina: "AR",
  Australia: "AU",
  Austria: "AT",
  Belgium: "BE",
  Brazil: "BR",
  Canada: "CA",
  Denmark: "DK",
  Finland: "FI",
  France: "FR",
  Germany: "DE",
  Ireland: "IE",
  Italy: "IT",
  Japan: "JP",
  Mexico: "MX",
  Netherlands: "NL",
  Norway: "NO",
  Poland: "PL",
  Portugal: "PT",
  Singapore: "SG",
  Spain: "ES",
  Sweden: "SE",
  Switzerland: "CH",
  UK: "GB",
  USA: "US",
  Venezuela: "VE",
};

export const regions = Object.entries(countries).map(([name, code]) => ({ code, name }));

/** The region of a partner and the freight zone of an address. */
export function countryCode(name: string): string {
  const code = countries[name];
  assert(code, `no code for the country ${name}`);
  return code;
}
