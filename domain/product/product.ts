import { bilingual } from "~/domain/_kernel/bilingual.ts";
import type { PutFacts } from "~/domain/_kernel/master.ts";
import type { Unit } from "~/domain/_kernel/quantity.ts";
import { mayBecome, type ProductState } from "./product_state.ts";

export type Product = {
  code: string;
  nameZh: string;
  nameEn: string;
  /** As printed on the case: 550 ml×24. */
  specification: string;
  brand: string;
  categoryCode: string;
  barcode: string | null;
  baseUnit: string;
  salesUnit: string;
  /** Every unit it is counted in, the base unit among them with factor 1. */
  units: readonly Unit[];
  taxRateBp: number;
  /** Of one base unit. */
  weightGram: number;
  /** Of one base unit, in ten-thousandths of a minor unit; left out by those who may not see it. */
  costE4?: number | null;
  attributes: Readonly<Record<string, string>>;
  state: ProductState;
};

export type ProductRefusal =
  | { reason: "unknown_category"; code: string; at?: string }
  | { reason: "sales_unit_unknown"; unit: string; units: readonly string[]; at?: string }
  | { reason: "duplicate_unit"; unit: string; at?: string }
  | { reason: "base_unit_not_one"; unit: string; factor: number; at?: string }
  | { reason: "base_unit_in_use"; before: string; wanted: string; at?: string }
  | { reason: "barcode_taken"; barcode: string; by: string; at?: string }
  | {
    reason: "state_not_reachable";
    from: ProductState;
    to: ProductState;
    reachable: readonly ProductState[];
    at?: string;
  };

export type ProductExtra = {
  /** Another product that carries the same barcode and is not withdrawn. */
  barcodeOf: string | null;
  /** Stock was moved in base units: what one of them is may no longer change. */
  hasMoved: boolean;
};

/** The base unit becomes a row like the others, and the units stand in one order, smallest first. */
export function settleProduct(
  given: Product,
  { before }: Pick<PutFacts<Product, unknown>, "before">,
): Product {
  const { baseUnit } = given;
  const hasBase = given.units.some(({ code }) => code === baseUnit);
  const units = hasBase ? [...given.units] : [{ code: baseUnit, factor: 1 }, ...given.units];
  units.sort((a, b) => a.factor - b.factor || (a.code < b.code ? -1 : 1));
  const costE4 = given.costE4 === undefined ? before?.record.costE4 ?? null : given.costE4;
  return bilingual({ ...given, units, costE4 });
}

export function productRules(
  product: Product,
  { before, refs, extra }: PutFacts<Product, ProductExtra>,
): ProductRefusal[] {
  const found = unitRefusals(product);
  const { categoryCode, barcode, baseUnit, state } = product;
  if (!refs.category) {
    found.push({ reason: "unknown_category", code: categoryCode, at: "/categoryCode" });
  }
  if (barcode !== null && extra.barcodeOf !== null && state !== "withdrawn") {
    found.push({ reason: "barcode_taken", barcode, by: extra.barcodeOf, at: "/barcode" });
  }
  if (!before) return found;
  const { baseUnit: baseBefore, state: from } = before.record;
  if (baseBefore !== baseUnit && extra.hasMoved) {
    found.push({
      reason: "base_unit_in_use",
      before: baseBefore,
      wanted: baseUnit,
      at: "/baseUnit",
    });
  }
  if (from !== state && !mayBecome[from].includes(state)) {
    const reachable = mayBecome[from];
    found.push({ reason: "state_not_reachable", from, to: state, reachable, at: "/state" });
  }
  return found;
}

function unitRefusals({ units, baseUnit, salesUnit }: Product): ProductRefusal[] {
  const found: ProductRefusal[] = [];
  const codes = units.map(({ code }) => code);
  units.forEach(({ code, factor }, index) => {
    if (codes.indexOf(code) !== index) {
      found.push({ reason: "duplicate_unit", unit: code, at: "/units" });
    } else if (code === baseUnit && factor !== 1) {
      found.push({ reason: "base_unit_not_one", unit: code, factor, at: "/units" });
    }
  });
  if (!codes.includes(salesUnit)) {
    found.push({ reason: "sales_unit_unknown", unit: salesUnit, units: codes, at: "/salesUnit" });
  }
  return found;
}
